import { ORPCError } from '@orpc/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure, useUndo } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { Place } from '#shared/documents/places.ts'
import type { ResponseFields, ResponseRow } from '#shared/responses/response.ts'

const keyOf = (bidId: string) => ['responses', 'list', bidId]

export function useResponses(bidId: string) {
  const core = useCore()
  return useQuery({ queryKey: keyOf(bidId), queryFn: ({ signal }) => core.responses.list({ bidId }, { signal }) })
}

/** What an answer can cite. Empty until it is known. */
export function usePlaces(bidId: string): readonly Place[] {
  const core = useCore()
  return useQuery({ queryKey: ['documents', 'places', bidId], queryFn: ({ signal }) => core.documents.places({ bidId }, { signal }) }).data ?? []
}

/** Saves one answer; the list shows it at once, and core's word afterwards. */
export function useSaveResponse(bidId: string) {
  const core = useCore()
  const client = useQueryClient()
  const put = (requirementId: string, change: Partial<ResponseRow>) =>
    client.setQueryData<ResponseRow[]>(keyOf(bidId), (rows) => rows?.map((row) => (row.requirement.id === requirementId ? { ...row, ...change } : row)))
  return useMutation({
    mutationFn: ({ requirementId, response }: { requirementId: string; response: ResponseFields }) => {
      const version = client.getQueryData<ResponseRow[]>(keyOf(bidId))?.find(({ requirement }) => requirement.id === requirementId)?.version ?? 0
      return core.responses.save({ bidId, requirementId, version, response })
    },
    // One after the other: a save that waits builds on the version of the one before.
    scope: { id: `responses ${bidId}` },
    onMutate: ({ requirementId, response }) => put(requirementId, { response }),
    onSuccess: ({ requirementId, version }) => put(requirementId, { version }),
    onError: (error) => {
      notifyFailure(error instanceof ORPCError && error.code === 'STALE' ? m.response_stale() : m.response_not_saved())
      void client.invalidateQueries({ queryKey: keyOf(bidId) })
    },
  })
}

/** Answers open clauses with their own words, and can be taken back whole. */
export function useAnswerOpen(bidId: string) {
  const core = useCore()
  const client = useQueryClient()
  const undo = useUndo()
  const refresh = () => client.invalidateQueries({ queryKey: keyOf(bidId) })
  return useMutation({
    mutationFn: (requirementIds: string[]) => core.responses.answerOpen({ bidId, requirementIds, deviation: 'none' }),
    onSuccess: ({ before }) => {
      void refresh()
      if (before.length === 0) return
      undo.offer(m.response_filled({ count: before.length }), async () => {
        await core.responses.putBack({ bidId, answers: before })
        await refresh()
      })
    },
    onError: () => notifyFailure(m.response_not_saved()),
  })
}
