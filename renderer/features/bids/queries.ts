import { useQuery } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'

export function useBidList() {
  const core = useCore()
  return useQuery({ queryKey: ['bids', 'list'], queryFn: ({ signal }) => core.bids.list(undefined, { signal }) })
}

export function useBidDetail(id: string) {
  const core = useCore()
  return useQuery({ queryKey: ['bids', 'detail', id], queryFn: ({ signal }) => core.bids.get({ id }, { signal }), retry: 0 })
}
