import type { ComponentType } from 'react'
import type { Bid, BidTerms } from '#shared/bids/bid.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { Simulation } from '#shared/estimate/simulation.ts'
import type { Flag } from '#shared/estimate/verdict.ts'
import type { Tender } from '#shared/tenders/tender.ts'

/** What a tab of a bid is given: the bid as it is being worked on, with what was computed of it. */
export type BidTabProps = {
  /** As stored; `estimate` and `terms` may be an edit ahead. */
  bid: Bid
  tender: Tender
  estimate: Estimate
  terms: BidTerms
  /** Beijing day. */
  today: string
  /** `open`: a cost is unknown, so nothing is simulated. */
  simulated: 'open' | 'running' | 'done' | 'failed'
  simulation: Simulation | null
  /** The flags of the offer as it stands. */
  flags: readonly Flag[]
  /** Core works on what is stored. */
  isSaved: boolean
  /** One step of undo, saved at once. */
  edit: (change: (estimate: Estimate) => Estimate) => void
  replace: (content: { estimate: Estimate; terms: BidTerms }) => void
}

/** A tab other features put into the bid's frame; `bidTabs` lists them. */
export type MountedBidTab = { id: string; name: () => string; place: 'first' | 'before-documents' | 'after-documents'; Tab: ComponentType<BidTabProps>; /** How much is left to do, beside the tab's name. */ Badge?: ComponentType<{ bidId: string; className: string | undefined }> }
