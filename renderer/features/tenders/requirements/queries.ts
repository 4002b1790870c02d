import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ORPCError } from '@orpc/client'
import { useCore } from '#renderer/app/core.tsx'
import { notifyDone, notifyFailure, useUndo } from '#renderer/app/undo.tsx'
import { unreadableText } from '#renderer/features/tenders/requirements/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { CoreClient } from '#shared/contract.ts'
import type { Requirement, RequirementFields } from '#shared/requirements/requirement.ts'

export function useRequirements(tenderId: string) {
  const core = useCore()
  return useQuery({ queryKey: ['requirements', tenderId], queryFn: ({ signal }) => core.requirements.list({ tenderId }, { signal }) })
}

export function useTenderDocument(id: string | null) {
  const core = useCore()
  return useQuery({ queryKey: ['requirements', 'document', id], queryFn: ({ signal }) => core.requirements.document({ id: id ?? '' }, { signal }), enabled: id !== null, staleTime: Infinity })
}

type From = Parameters<CoreClient['requirements']['extract']>[0]['from']

/** What a person does to a tender's requirements; taking one out can be taken back. */
export function useRequirementChanges(tenderId: string) {
  const core = useCore()
  const client = useQueryClient()
  const { offer } = useUndo()
  const refresh = () => client.invalidateQueries({ queryKey: ['requirements'] })
  const onError = () => notifyFailure(m.save_failed())

  const save = useMutation({
    mutationFn: ({ known, fields }: { known: Requirement | null; fields: RequirementFields }) =>
      known === null ? core.requirements.add({ tenderId, requirement: fields }) : core.requirements.save({ id: known.id, version: known.version, requirement: fields }),
    onSuccess: refresh,
    onError,
  })
  const remove = useMutation({
    mutationFn: (id: string) => core.requirements.remove({ id }),
    onSuccess: async ({ id }) => {
      await refresh()
      offer(m.requirement_removed(), async () => {
        await core.requirements.restore({ id })
        await refresh()
      })
    },
    onError,
  })
  const reorder = useMutation({ mutationFn: (ids: string[]) => core.requirements.reorder({ tenderId, ids }), onSuccess: refresh, onError })
  const extract = useMutation({
    mutationFn: (from: From) => core.requirements.extract({ tenderId, from }),
    onSuccess: async ({ added, known }) => {
      await refresh()
      notifyDone(added === 0 && known === 0 ? m.requirements_none_found() : m.requirements_found({ added, known }))
    },
    onError: (error) => notifyFailure(reasonOf(error)),
  })
  return { save, remove: remove.mutate, reorder: reorder.mutate, extract }
}

function reasonOf(error: unknown): string {
  return error instanceof ORPCError && error.code === 'UNREADABLE' ? unreadableText(error.data) : m.requirements_not_read()
}
