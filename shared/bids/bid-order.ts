import type { BidRow } from '#shared/bids/contract.ts'

/** What is due stands first: open closing times with the nearest on top, then bids without one, then what has closed, the latest on top. */
export function nextToClose(bids: readonly BidRow[], now: string): BidRow[] {
  const rank = ({ bidDeadline }: BidRow): number => (bidDeadline === null ? 1 : bidDeadline > now ? 0 : 2)
  return bids.toSorted((a, b) => {
    const byTime = (a.bidDeadline ?? '').localeCompare(b.bidDeadline ?? '')
    return rank(a) - rank(b) || (rank(a) === 2 ? -byTime : byTime) || a.title.localeCompare(b.title)
  })
}
