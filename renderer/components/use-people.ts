import { useQuery } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'

/** Names to choose an owner from. */
export function usePeople(): string[] {
  const core = useCore()
  const people = useQuery({ queryKey: ['people'], queryFn: ({ signal }) => core.people.list(undefined, { signal }) })
  return (people.data ?? []).map(({ name }) => name)
}
