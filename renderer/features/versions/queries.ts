import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'

export function useVersions(bidId: string) {
  const core = useCore()
  return useQuery({ queryKey: ['versions', 'list', bidId], queryFn: ({ signal }) => core.versions.list({ bidId }, { signal }) })
}

/** What was frozen never changes, so it is read once. */
export function useVersion(id: string | null) {
  const core = useCore()
  return useQuery({ queryKey: ['versions', 'one', id], queryFn: ({ signal }) => core.versions.get({ id: id ?? '' }, { signal }), enabled: id !== null, staleTime: Infinity })
}

export function useFreeze(bidId: string) {
  const core = useCore()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { bidVersion: number; note: string }) => core.versions.freeze({ bidId, ...input }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['versions', 'list', bidId] }),
  })
}

/** A new bid from a frozen version. */
export function useCopy(bidId: string) {
  const core = useCore()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (versionId: string) => core.outcomes.clone({ bidId, versionId }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey: [feature] }) => feature === 'bids' || feature === 'tenders' || feature === 'portfolio' || feature === 'today' }),
  })
}
