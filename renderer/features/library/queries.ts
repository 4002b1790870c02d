import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ORPCError } from '@orpc/client'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure, useUndo } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { LibraryData, LibraryItem } from '#shared/library/item.ts'

const key = ['library'] as const

export function useLibrary() {
  const core = useCore()
  return useQuery({ queryKey: [...key, 'items'], queryFn: ({ signal }) => core.library.list(undefined, { signal }) })
}

export function useHistory(id: string) {
  const core = useCore()
  return useQuery({ queryKey: [...key, 'history', id], queryFn: ({ signal }) => core.library.history({ id }, { signal }) })
}

function useRefresh() {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: key })
    await queries.invalidateQueries({ queryKey: ['bids', 'document'] })
  }
}

/** Saves an item; what it was before can be had back. */
export function useSaveItem() {
  const core = useCore()
  const refresh = useRefresh()
  const { offer } = useUndo()
  return useMutation({
    mutationFn: async ({ before, data }: { before: LibraryItem | null; data: LibraryData }) => {
      const saved = await core.library.save({ id: before?.id ?? null, version: before?.version ?? 0, data })
      offer(before === null ? m.lib_added({ name: data.name }) : m.lib_saved({ name: data.name }), async () => {
        if (before === null) await core.library.remove({ ids: [saved.id] })
        else await core.library.save({ id: saved.id, version: saved.version, data: before.data })
        await refresh()
      })
      await refresh()
      return saved
    },
    onError: (error) => notifyFailure(error instanceof ORPCError && error.code === 'STALE' ? m.lib_stale() : m.lib_save_failed()),
  })
}

export function useRemoveItems() {
  const core = useCore()
  const refresh = useRefresh()
  const { offer } = useUndo()
  return useMutation({
    mutationFn: async (items: readonly LibraryItem[]) => {
      const ids = items.map(({ id }) => id)
      await core.library.remove({ ids })
      const [first] = items
      offer(items.length === 1 && first !== undefined ? m.lib_removed({ name: first.data.name }) : m.lib_removed_many({ count: items.length }), async () => {
        await core.library.restore({ ids })
        await refresh()
      })
      await refresh()
    },
    onError: () => notifyFailure(m.lib_remove_failed()),
  })
}
