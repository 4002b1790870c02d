import type { BidRow } from '#shared/bids/contract.ts'
import { hasEnded } from '#shared/tenders/progress.ts'

/** What is due stands first: open closing times with the nearest on top, then bids without one, then what has closed or ended, the latest on top. */
export function nextToClose(bids: readonly BidRow[], now: string): BidRow[] {
  const rank = ({ bidDeadline, progress }: BidRow): number => (hasEnded(progress) ? 2 : bidDeadline === null ? 1 : bidDeadline > now ? 0 : 2)
  return bids.toSorted((a, b) => {
    const byTime = (a.bidDeadline ?? '').localeCompare(b.bidDeadline ?? '')
    return rank(a) - rank(b) || (rank(a) === 2 ? -byTime : byTime) || a.title.localeCompare(b.title)
  })
}
