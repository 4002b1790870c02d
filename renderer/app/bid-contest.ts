import { ORPCError } from '@orpc/client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import type { JudgedUnder } from '#shared/bids/assess.ts'
import { type BidContest, openContest } from '#shared/contests/bid-contest.ts'
import { type ContestModel, contestModelOf, contestSpanOf, type ContestSpan } from '#shared/contests/contest-model.ts'
import type { StoredContest } from '#shared/contests/contract.ts'
import type { WinCurveResult } from '#shared/contests/win-request.ts'
import type { RulePack } from '#shared/pricing/rule-pack.ts'
import type { Tender } from '#shared/tenders/tender.ts'

const keyOf = (bidId: string) => ['contests', 'stored', bidId] as const

/** The competition of a bid as it is stored, or being stored; nothing chosen until it is known. */
export function useContestModel(bidId: string, tender: Tender, lotNo: string | null): { model: ContestModel; under: JudgedUnder; isLoaded: boolean } {
  const core = useCore()
  const { data } = useQuery({ queryKey: keyOf(bidId), queryFn: ({ signal }) => core.contests.get({ bidId }, { signal }), staleTime: Infinity })
  const assumed = data?.contest ?? openContest
  const known = useOwnPacks()
  const ownPacks = known ?? noPacks
  const documents = useTenderDocuments(tender.id)
  const model = useMemo(() => contestModelOf(assumed, tender, lotNo, ownPacks, documents), [assumed, tender, lotNo, ownPacks, documents])
  const under = useMemo(() => ({ contest: assumed, ownPacks }), [assumed, ownPacks])
  return { model, under, isLoaded: data !== undefined && known !== undefined }
}

const noPacks: readonly RulePack[] = []

/** The company's own rule packs; undefined until they are known. */
function useOwnPacks(): readonly RulePack[] | undefined {
  const core = useCore()
  const { data } = useQuery({ queryKey: ['rules', 'packs'], queryFn: ({ signal }) => core.rules.packs(undefined, { signal }), staleTime: Infinity })
  return useMemo(() => data?.filter(({ origin }) => origin === 'own').map(({ pack }) => pack), [data])
}

const mostDocuments = 5

const noDocuments: readonly string[] = []

/** What the tender's documents say, the newest first. */
function useTenderDocuments(tenderId: string): readonly string[] {
  const core = useCore()
  const { data } = useQuery({
    queryKey: ['requirements', 'texts', tenderId],
    queryFn: async ({ signal }) => {
      const { documents } = await core.requirements.list({ tenderId }, { signal })
      const texts = await Promise.all(documents.slice(-mostDocuments).toReversed().map(({ id }) => core.requirements.document({ id }, { signal })))
      return texts.map(({ text }) => text)
    },
    staleTime: Infinity,
  })
  return data ?? noDocuments
}

/** Shows a change at once and saves changes in order; one made elsewhere meanwhile wins, and is shown. */
export function useSaveContest(bidId: string, onFailure: (reason: 'stale' | 'failed') => void): (change: (contest: BidContest) => BidContest) => void {
  const core = useCore()
  const client = useQueryClient()
  const key = keyOf(bidId)
  const { mutate } = useMutation({
    scope: { id: `contest-${bidId}` },
    mutationFn: (contest: BidContest) => core.contests.save({ bidId, version: client.getQueryData<StoredContest>(key)?.version ?? 0, contest }),
    onSuccess: (saved) => {
      client.setQueryData<StoredContest>(key, (known) => ({ version: saved.version, contest: known?.contest ?? saved.contest }))
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'tenders' || (queryKey[0] === 'bids' && queryKey[1] !== 'simulation') })
    },
    onError: (error) => {
      onFailure(error instanceof ORPCError && error.code === 'STALE' ? 'stale' : 'failed')
      void client.invalidateQueries({ queryKey: key })
    },
  })
  return (change) => {
    const known = client.getQueryData<StoredContest>(key)
    if (known === undefined) return
    const contest = change(known.contest)
    client.setQueryData<StoredContest>(key, { ...known, contest })
    mutate(contest)
  }
}

export type WinOutlook = { span: ContestSpan | null; curve: WinCurveResult | null; isRunning: boolean; isFailed: boolean }

/** The chance to win along our price, simulated by core; `own` and the landmarks are simulated exactly. */
export function useWinOutlook(model: ContestModel, own: string, landmarks: readonly (string | null)[]): WinOutlook {
  const core = useCore()
  const marks = landmarks.join('|')
  const span = useMemo(() => contestSpanOf(model, own, marks.split('|').map((mark) => (mark === '' ? null : mark))), [model, own, marks])
  const query = useQuery({
    queryKey: ['contests', 'curve', span?.request],
    queryFn: ({ signal }) => (span === null ? null : core.contests.simulate(span.request, { signal })),
    enabled: span !== null,
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  })
  return { span, curve: span === null ? null : (query.data ?? null), isRunning: query.isFetching, isFailed: query.isError }
}
