import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import type { Programme, ProgrammeDraft } from '#shared/programmes/programme.ts'

const key = ['programmes', 'list']

export function useProgrammes() {
  const core = useCore()
  return useQuery({ queryKey: key, queryFn: ({ signal }) => core.programmes.list(undefined, { signal }) })
}

/** Every way to change the list; each reads it again. */
export function useProgrammeChanges() {
  const core = useCore()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: key })
  const add = useMutation({ mutationFn: (draft: ProgrammeDraft) => core.programmes.add({ draft }), onSuccess })
  const save = useMutation({ mutationFn: ({ id, version, ...draft }: Programme) => core.programmes.save({ id, version, draft }), onSuccess })
  const remove = useMutation({ mutationFn: (id: string) => core.programmes.remove({ id }), onSuccess })
  const addStarters = useMutation({ mutationFn: () => core.programmes.addStarters(), onSuccess })
  return { add, save, remove, addStarters, error: add.error ?? save.error ?? remove.error ?? addStarters.error }
}
