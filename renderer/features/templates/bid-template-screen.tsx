import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { useUndo } from '#renderer/app/undo.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { explainFailure, useRefreshTemplates } from '#renderer/features/templates/queries.ts'
import { problemsOf, TemplateEditor, type EditorState } from '#renderer/features/templates/template-editor.tsx'
import { NameDialog } from '#renderer/features/templates/templates-screen.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { BidTemplate } from '#shared/templates/bid-template.ts'
import type { TemplateOfBid } from '#shared/templates/contract.ts'
import css from '#renderer/features/templates/templates.module.css'

/** The forms of one bid: a copy of its template, put in the order and words its tender document asks for. */
export function BidTemplateScreen({ bidId }: { bidId: string }) {
  useLocale()
  const core = useCore()
  const bid = useQuery({ queryKey: ['bids', 'detail', bidId, 'title'], queryFn: ({ signal }) => core.bids.get({ id: bidId }, { signal }) })
  const current = useQuery({ queryKey: ['templates', 'bid', bidId], queryFn: ({ signal }) => core.templates.ofBid({ bidId }, { signal }) })
  return (
    <div className={css.screen}>
      <PageHeader title={m.tpl_bid_title()} facts={[bid.data?.bid.title ?? '', ...(current.data?.isChanged === true ? [m.doc_template_changed()] : [])]}>
        <Link className={css.link} href={`/bids/${bidId}/documents`}>{m.tpl_back_to_bid()}</Link>
      </PageHeader>
      {current.data !== undefined && <ChangedEditor key={JSON.stringify([current.data.templateId, current.data.isChanged, current.data.template])} bidId={bidId} stored={current.data} />}
    </div>
  )
}

function ChangedEditor({ bidId, stored }: { bidId: string; stored: TemplateOfBid }) {
  const core = useCore()
  const { offer } = useUndo()
  const refresh = useRefreshTemplates()
  const [state, setState] = useState<EditorState>({ draft: stored.template, past: [] })
  const [isNaming, setNaming] = useState(false)
  const put = async (template: BidTemplate | null) => {
    try {
      await core.templates.change({ bidId, template })
      offer(template === null ? m.tpl_reset_done() : m.tpl_bid_saved(), async () => {
        await core.templates.change({ bidId, template: stored.isChanged ? stored.template : null })
        await refresh()
      })
      await refresh()
    } catch (error) {
      explainFailure(error)
    }
  }
  const saveAs = async (name: string) => {
    try {
      const { id } = await core.templates.save({ id: null, template: { ...state.draft, name } })
      offer(m.tpl_saved({ name }), async () => {
        await core.templates.remove({ id })
        await refresh()
      })
      await refresh()
    } catch (error) {
      explainFailure(error)
    }
  }
  const problems = useMemo(() => problemsOf(state.draft), [state.draft])
  const isEdited = state.past.length > 0
  return (
    <>
      <TemplateEditor
        state={state}
        onState={setState}
        bidId={bidId}
        problems={problems}
        actions={
          <>
            <span className={css.hint}>{isEdited ? m.tpl_unsaved() : ''}</span>
            <Button variant="default" size="compact-md" disabled={!stored.isChanged} onClick={() => void put(null)}>{m.tpl_reset()}</Button>
            <Button variant="default" size="compact-md" disabled={problems.length > 0} onClick={() => setNaming(true)}>{m.tpl_save_as()}</Button>
            <Button size="compact-md" disabled={!isEdited || problems.length > 0} onClick={() => void put(state.draft)}>{m.tpl_save_bid()}</Button>
          </>
        }
      />
      {isNaming && <NameDialog before="" onClose={() => setNaming(false)} onName={(name) => { setNaming(false); void saveAs(name) }} />}
    </>
  )
}
