import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { Binding } from '#renderer/components/binding/binding.tsx'
import { CoverEditor } from '#renderer/features/templates/cover-editor.tsx'
import { coverId } from '#renderer/features/templates/draft.ts'
import { FormEditor } from '#renderer/features/templates/form-editor.tsx'
import { FormList } from '#renderer/features/templates/form-list.tsx'
import { PreviewPane } from '#renderer/features/templates/preview-pane.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import { arranged, arrangementOf } from '#shared/templates/arrangement.ts'
import { BidTemplate, withForms } from '#shared/templates/bid-template.ts'
import type { TemplateProblem } from '#shared/templates/contract.ts'
import { templateProblems, unreadable } from '#shared/templates/problems.ts'
import css from '#renderer/features/templates/templates.module.css'

export type EditorState = { draft: BidTemplate; past: readonly BidTemplate[] }
const keptSteps = 100

/** What is wrong with a draft, the texts first: they say it in a person's words. */
export function problemsOf(draft: BidTemplate): TemplateProblem[] {
  const found = templateProblems(draft)
  if (found.length > 0) return found
  const parsed = BidTemplate.safeParse(draft)
  return parsed.success ? [] : unreadable(parsed.error.issues)
}

type TemplateEditorProps = {
  state: EditorState
  onState: (state: EditorState) => void
  /** Null: filled with an example. */
  bidId: string | null
  /** What can be done with the whole template. */
  actions: ReactNode
  problems: readonly TemplateProblem[]
}

/** Forms at the left, the one at hand in the middle, the printed pages at the right. Every change can be taken back. */
export function TemplateEditor({ state, onState, bidId, actions, problems }: TemplateEditorProps) {
  const { draft, past } = state
  const [wanted, setVolume] = useState<PrintableVolume>('business')
  const [formId, setFormId] = useState('')
  const current = draft.volumes.find(({ volume }) => volume === wanted) ?? draft.volumes[0]
  const change = (next: BidTemplate) => onState({ draft: next, past: [...past.slice(1 - keptSteps), draft] })
  const undo = () => {
    const before = past.at(-1)
    if (before !== undefined) onState({ draft: before, past: past.slice(0, -1) })
  }
  useHotkeys([{ keys: 'Ctrl+Z', run: undo }])
  if (current === undefined) return null
  const isCover = formId === coverId
  const form = isCover ? undefined : (current.forms.find(({ id }) => id === formId) ?? current.forms[0])
  return (
    <>
      <div className={css.actions}>
        <Button variant="default" size="compact-md" disabled={past.length === 0} title="Ctrl Z" onClick={undo}>{m.undo_action()}</Button>
        <Binding arrangement={arrangementOf(draft)} onChange={(wanted) => change(arranged(draft, wanted))} />
        {actions}
      </div>
      <div className={css.editor}>
        <FormList template={draft} volume={current.volume} formId={form?.id ?? coverId} wrongForms={new Set(problems.flatMap((problem) => problem.form ?? []))} onVolume={(volume) => { setVolume(volume); setFormId('') }} onForm={setFormId} onChange={change} />
        {isCover && <CoverEditor volume={current} onChange={(next) => change({ ...draft, volumes: draft.volumes.map((each) => (each.volume === next.volume ? next : each)) })} />}
        {form !== undefined && <FormEditor key={form.id} form={form} wrongBlocks={new Set(problems.flatMap((problem) => (problem.form === form.title && problem.block !== null ? [problem.block] : [])))} onChange={(next) => change(withForms(draft, current.volume, (forms) => forms.map((each) => (each.id === form.id ? next : each))))} />}
        <PreviewPane template={draft} volume={current.volume} formTitle={form?.title ?? ''} bidId={bidId} problems={problems} />
      </div>
    </>
  )
}
