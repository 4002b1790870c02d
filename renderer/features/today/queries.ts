import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { addDays } from '#shared/calendar/day.ts'
import { beijingDay, startOfBeijingDay } from '#shared/calendar/beijing-time.ts'
import type { TenderRow } from '#shared/tenders/contract.ts'

/** How far ahead the page looks. */
export const daysAhead = 14
const shownChanges = 8

/** The moment rounded down, so that the question to core does not change with every tick. */
const sinceOf = (now: string) => `${now.slice(0, 15)}0:00.000Z`

/** A purchase that was terminated closes no more; that it was is told among what changed. */
const stillRunning = ({ tenders }: { tenders: readonly TenderRow[] }) => ({ tenders: tenders.filter(({ progress }) => progress !== 'terminated') })

/** Tenders we follow or bid for that close within the next days, soonest first. */
export function useClosingSoon(now: string) {
  const core = useCore()
  const deadlineFrom = sinceOf(now)
  const deadlineTo = startOfBeijingDay(addDays(beijingDay(now), daysAhead))
  return useQuery({
    queryKey: ['tenders', 'closing', deadlineFrom],
    queryFn: ({ signal }) => core.tenders.search({ stages: ['watching', 'bidding'], deadlineFrom, deadlineTo, sort: 'deadline', limit: 200 }, { signal }),
    select: stillRunning,
    placeholderData: keepPreviousData,
  })
}

/** The closest ones after those days: what a quiet fortnight still shows. */
export function useNextDeadlines(now: string) {
  const core = useCore()
  const deadlineFrom = sinceOf(now)
  return useQuery({
    queryKey: ['tenders', 'next', deadlineFrom],
    queryFn: ({ signal }) => core.tenders.search({ stages: ['new', 'watching', 'bidding'], deadlineFrom, sort: 'deadline', limit: 3 }, { signal }),
    select: stillRunning,
    placeholderData: keepPreviousData,
  })
}

/** Tenders that came in or changed last. */
export function useLatestChanges() {
  const core = useCore()
  return useQuery({ queryKey: ['tenders', 'latest'], queryFn: ({ signal }) => core.tenders.search({ stages: ['new', 'watching', 'bidding'], sort: 'updated', descending: true, limit: shownChanges }, { signal }) })
}

export function useOpenBids() {
  const core = useCore()
  return useQuery({ queryKey: ['bids', 'list'], queryFn: ({ signal }) => core.bids.list(undefined, { signal }), select: (bids) => bids.filter(({ stage }) => stage === 'draft') })
}

export function useWaitingApprovals() {
  const core = useCore()
  return useQuery({ queryKey: ['approvals', 'waiting'], queryFn: ({ signal }) => core.approvals.waiting(undefined, { signal }), retry: 0 })
}

const expiryDays = 30

/** Every date of what we follow, bid for or won, within the next thirty days. */
export function useAgenda(now: string) {
  const core = useCore()
  const from = beijingDay(now)
  return useQuery({ queryKey: ['schedule', 'agenda', from], queryFn: ({ signal }) => core.schedule.agenda({ from, to: addDays(from, expiryDays) }, { signal }), placeholderData: keepPreviousData })
}

export function useLossBudgets() {
  const core = useCore()
  return useQuery({ queryKey: ['approvals', 'budgets'], queryFn: ({ signal }) => core.approvals.budgets(undefined, { signal }), retry: 0 })
}

const shownToReview = 5

/** Tenders with facts a reader was not sure of. */
export function useToReview() {
  const core = useCore()
  return useQuery({ queryKey: ['tenders', 'to-review'], queryFn: ({ signal }) => core.tenders.search({ toReview: true, sort: 'updated', descending: true, limit: shownToReview }, { signal }) })
}
