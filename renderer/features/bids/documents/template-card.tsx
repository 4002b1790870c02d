import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure, useUndo } from '#renderer/app/undo.tsx'
import { Binding } from '#renderer/components/binding/binding.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import { arranged, arrangementOf, builtInLike, type Arrangement } from '#shared/templates/arrangement.ts'
import css from '#renderer/features/bids/documents/documents.module.css'

function useTemplateOfBid(bidId: string) {
  const core = useCore()
  return useQuery({ queryKey: ['templates', 'bid', bidId], queryFn: ({ signal }) => core.templates.ofBid({ bidId }, { signal }) })
}

const usual: readonly PrintableVolume[] = ['business', 'technical', 'price']

/** What the bid's template prints, in order. */
export function useVolumes(bidId: string): readonly PrintableVolume[] {
  const { data } = useTemplateOfBid(bidId)
  return data?.template.volumes.map(({ volume }) => volume) ?? usual
}

/** By which template this bid is printed, and the way to change it for this bid alone. */
export function TemplateCard({ bidId }: { bidId: string }) {
  const core = useCore()
  const queries = useQueryClient()
  const { offer } = useUndo()
  const list = useQuery({ queryKey: ['templates', 'list'], queryFn: ({ signal }) => core.templates.list(undefined, { signal }) })
  const current = useTemplateOfBid(bidId)
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['templates'] })
    await queries.invalidateQueries({ queryKey: ['bids', 'document', bidId] })
  }
  const choose = useMutation({
    mutationFn: async (templateId: string) => {
      const before = current.data
      const now = await core.templates.choose({ bidId, templateId })
      if (before !== undefined) {
        offer(m.doc_template_chosen({ name: now.template.name }), async () => {
          await core.templates.choose({ bidId, templateId: before.templateId })
          if (before.isChanged) await core.templates.change({ bidId, template: before.template })
          await refresh()
        })
      }
      await refresh()
    },
    onError: () => notifyFailure(m.doc_template_failed()),
  })
  const arrange = useMutation({
    mutationFn: async (wanted: Arrangement) => {
      const before = current.data
      if (before === undefined) return
      const template = arranged(before.template, wanted)
      const known = builtInLike(template)
      if (known === null) await core.templates.change({ bidId, template })
      else await core.templates.choose({ bidId, templateId: known })
      offer(m.doc_bound(), async () => {
        await core.templates.choose({ bidId, templateId: before.templateId })
        if (before.isChanged) await core.templates.change({ bidId, template: before.template })
        await refresh()
      })
      await refresh()
    },
    onError: () => notifyFailure(m.doc_template_failed()),
  })
  const entries = list.data ?? []
  const arrangement = current.data === undefined ? null : arrangementOf(current.data.template)
  return (
    <section className={css.card} aria-label={m.doc_template()} id="terms-template">
      <h2>{m.doc_template()}</h2>
      <div className={css.templateRow}>
        <select aria-label={m.doc_template()} value={current.data?.templateId ?? 'standard'} onChange={(event) => choose.mutate(event.target.value)}>
          {entries.map(({ id, name, isBuiltIn }) => <option key={id} value={id}>{isBuiltIn ? builtInName(id) : name}</option>)}
        </select>
        <Link href={`/bids/${bidId}/template`}>{m.doc_template_edit()}</Link>
      </div>
      {arrangement !== null && (
        <div className={css.bound}><Binding arrangement={arrangement} onChange={(wanted) => arrange.mutate(wanted)} /></div>
      )}
      {current.data?.isChanged === true && <p className={css.muted}>{m.doc_template_changed()}</p>}
    </section>
  )
}

function builtInName(id: string): string {
  return id === 'book' ? m.template_book() : id === 'blind' ? m.template_blind() : m.template_standard()
}
