import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { SavedSearch } from '#shared/saved-searches/saved-search.ts'

const key = ['tenders', 'saved-searches']

/** The saved searches with what each finds now, and how the whole list is saved. */
export function useSavedSearches() {
  const core = useCore()
  const queries = useQueryClient()
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => core.savedSearches.list(undefined, { signal }) })
  const save = useMutation({
    mutationFn: (searches: SavedSearch[]) => core.savedSearches.save(searches),
    onSuccess: (saved) => queries.setQueryData(key, saved),
    onError: (error) => notifyFailure('code' in error && error.code === 'NAME_TWICE' ? m.search_name_twice() : m.save_failed()),
  })
  return { searches: found.data ?? [], isLoaded: found.data !== undefined, save: save.mutateAsync }
}
