import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure, useUndo } from '#renderer/app/undo.tsx'
import { kindName } from '#renderer/components/library/library-words.ts'
import { MaterialsPicker } from '#renderer/features/bids/documents/materials-picker.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { libraryKinds } from '#shared/library/item.ts'
import type { BidMaterials } from '#shared/materials/materials.ts'
import { chosenItems } from '#shared/materials/materials.ts'
import css from '#renderer/features/bids/documents/documents.module.css'

function useMaterials(bidId: string) {
  const core = useCore()
  return useQuery({ queryKey: ['materials', bidId], queryFn: ({ signal }) => core.materials.get({ bidId }, { signal }) })
}

function useSaveMaterials(bidId: string) {
  const core = useCore()
  const queries = useQueryClient()
  const { offer } = useUndo()
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: ['materials', bidId] })
    await queries.invalidateQueries({ queryKey: ['bids', 'document', bidId] })
  }
  return useMutation({
    mutationFn: async ({ before, version, materials }: { before: BidMaterials; version: number; materials: BidMaterials }) => {
      const saved = await core.materials.save({ bidId, version, materials })
      offer(m.materials_saved({ count: materials.length }), async () => {
        await core.materials.save({ bidId, version: saved.version, materials: before })
        await refresh()
      })
      await refresh()
    },
    onError: async () => {
      notifyFailure(m.materials_save_failed())
      await refresh()
    },
  })
}

/** What this bid takes from the company library. */
export function MaterialsCard({ bidId, deadline }: { bidId: string; deadline: string | null }) {
  const core = useCore()
  const [isOpen, setOpen] = useState(false)
  const stored = useMaterials(bidId)
  const library = useQuery({ queryKey: ['library', 'items'], queryFn: ({ signal }) => core.library.list(undefined, { signal }) })
  const save = useSaveMaterials(bidId)
  const materials = stored.data?.materials ?? []
  const version = stored.data?.version ?? 0
  const chosen = chosenItems(materials, library.data ?? [])
  const put = (next: BidMaterials) => save.mutate({ before: materials, version, materials: next })
  const suggest = useMutation({ mutationFn: () => core.materials.suggest({ bidId }), onSuccess: put, onError: () => notifyFailure(m.materials_save_failed()) })
  return (
    <section className={css.card} aria-label={m.materials_title()} id="terms-materials">
      <h2>{m.materials_title()}</h2>
      {chosen.length === 0 ? (
        <p className={css.muted}>{library.data?.length === 0 ? m.materials_library_empty() : m.materials_none()}</p>
      ) : (
        <ul className={css.counts}>
          {libraryKinds.map((kind) => <li key={kind}>{kindName(kind)} <strong>{chosen.filter(({ item }) => item.data.kind === kind).length}</strong></li>)}
        </ul>
      )}
      <div className={css.templateRow}>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>{m.materials_choose()}</Button>
        <Button size="compact-sm" variant="subtle" loading={suggest.isPending} disabled={library.data === undefined || library.data.length === 0} onClick={() => suggest.mutate()}>{m.materials_suggest()}</Button>
      </div>
      {isOpen && library.data !== undefined && <MaterialsPicker items={library.data} before={materials} deadline={deadline} onClose={() => setOpen(false)} onTake={(next) => { setOpen(false); put(next) }} />}
    </section>
  )
}
