import { Button, Menu, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { useSessionState } from '#renderer/app/session.tsx'
import { useUndo } from '#renderer/app/undo.tsx'
import { Dialog } from '#renderer/components/dialog/dialog.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { explainFailure, useRefreshTemplates, useTemplateFiles } from '#renderer/features/templates/queries.ts'
import { problemsOf, TemplateEditor, type EditorState } from '#renderer/features/templates/template-editor.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { BidTemplate } from '#shared/templates/bid-template.ts'
import css from '#renderer/features/templates/templates.module.css'

/** What is being edited is kept while the window is open, mistakes included. */
const isState = (kept: unknown): kept is EditorState => typeof kept === 'object' && kept !== null && 'draft' in kept && 'past' in kept

/** The templates of our documents: those the program brings, and our own. */
export function TemplatesScreen({ id = 'standard' }: { id: string | undefined }) {
  useLocale()
  const core = useCore()
  const [, navigate] = useLocation()
  const list = useQuery({ queryKey: ['templates', 'list'], queryFn: ({ signal }) => core.templates.list(undefined, { signal }) })
  const template = useQuery({ queryKey: ['templates', 'one', id], queryFn: ({ signal }) => core.templates.get({ id }, { signal }) })
  const entry = list.data?.find((each) => each.id === id)
  return (
    <div className={css.screen}>
      <PageHeader title={m.tpl_title()} facts={[m.tpl_purpose()]}>
        <select className={css.pick} aria-label={m.tpl_title()} value={id} onChange={(event) => navigate(`/company/templates/${event.target.value}`)}>
          {(list.data ?? []).map((each) => <option key={each.id} value={each.id}>{each.isBuiltIn ? m.tpl_built_in({ name: each.name }) : each.name}</option>)}
        </select>
        <Link className={css.link} href="/company">{m.tpl_back()}</Link>
      </PageHeader>
      {template.data !== undefined && entry !== undefined && <OwnEditor key={`${id}:${JSON.stringify(template.data).length}`} id={id} isBuiltIn={entry.isBuiltIn} stored={template.data} />}
    </div>
  )
}

function OwnEditor({ id, isBuiltIn, stored }: { id: string; isBuiltIn: boolean; stored: BidTemplate }) {
  const core = useCore()
  const [, navigate] = useLocation()
  const { offer } = useUndo()
  const refresh = useRefreshTemplates()
  const [kept, setKept] = useSessionState<EditorState | null>(`templates.draft.${id}`, (before) => (isState(before) ? before : null))
  const [isNaming, setNaming] = useState(false)
  const state = kept ?? { draft: stored, past: [] }
  const saveAs = async (template: BidTemplate) => {
    try {
      const saved = await core.templates.save({ id: null, template })
      setKept(null)
      await refresh()
      offer(m.tpl_saved({ name: saved.name }), async () => {
        await core.templates.remove({ id: saved.id })
        await refresh()
        navigate('/company/templates')
      })
      navigate(`/company/templates/${saved.id}`)
    } catch (error) {
      explainFailure(error)
    }
  }
  const files = useTemplateFiles((template) => void saveAs(template))
  const problems = useMemo(() => problemsOf(state.draft), [state.draft])
  const save = async () => {
    try {
      await core.templates.save({ id, template: state.draft })
      setKept(null)
      offer(m.tpl_saved({ name: state.draft.name }), async () => {
        await core.templates.save({ id, template: stored })
        await refresh()
      })
      await refresh()
    } catch (error) {
      explainFailure(error)
    }
  }
  const remove = async () => {
    const removed = await core.templates.remove({ id })
    navigate('/company/templates')
    offer(m.tpl_removed({ name: removed.name }), async () => {
      await core.templates.save({ id, template: removed })
      await refresh()
    })
    await refresh()
  }
  return (
    <>
      <TemplateEditor
        state={state}
        onState={setKept}
        bidId={null}
        problems={problems}
        actions={
          <>
            <span className={css.hint}>{isBuiltIn ? m.tpl_built_in_hint() : kept === null ? '' : m.tpl_unsaved()}</span>
            {kept !== null && <Button variant="default" size="compact-md" onClick={() => setKept(null)}>{m.lib_revert()}</Button>}
            <Menu position="bottom-end" withinPortal>
              <Menu.Target><Button variant="default" size="compact-md">{m.tpl_more()}</Button></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void files.read()}>{m.tpl_import()}</Menu.Item>
                <Menu.Item disabled={problems.length > 0} onClick={() => void files.write(state.draft)}>{m.tpl_export()}</Menu.Item>
                {!isBuiltIn && <Menu.Item onClick={() => void remove()}>{m.tpl_delete()}</Menu.Item>}
              </Menu.Dropdown>
            </Menu>
            <Button variant={isBuiltIn ? 'filled' : 'default'} size="compact-md" disabled={problems.length > 0} onClick={() => setNaming(true)}>{m.tpl_save_as()}</Button>
            {!isBuiltIn && <Button size="compact-md" disabled={kept === null || problems.length > 0} onClick={() => void save()}>{m.company_save()}</Button>}
          </>
        }
      />
      {isNaming && <NameDialog before={isBuiltIn ? '' : state.draft.name} onClose={() => setNaming(false)} onName={(name) => { setNaming(false); void saveAs({ ...state.draft, name }) }} />}
    </>
  )
}

export function NameDialog({ before, onName, onClose }: { before: string; onName: (name: string) => void; onClose: () => void }) {
  const [name, setName] = useState(before)
  return (
    <Dialog onClose={onClose} title={m.tpl_save_as()}>
      <form className={css.naming} onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') onName(name.trim()) }}>
        <TextInput data-autofocus label={m.tpl_name()} placeholder={m.tpl_name_example()} maxLength={100} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" disabled={name.trim() === ''}>{m.company_save()}</Button>
      </form>
    </Dialog>
  )
}
