import { z } from 'zod'
import { Assessment } from '#shared/bids/assessment.ts'
import { BidTerms } from '#shared/bids/bid.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { Instant } from '#shared/time.ts'

/** Who freezes until the workspace knows people. */
export const localUser = 'local user'

/** A frozen state of a bid as lists show it; `no` counts from 1 within the bid. */
export const VersionRow = z.object({
  id: z.string(),
  bidId: z.string(),
  no: z.int().min(1),
  frozenAt: Instant,
  by: z.string(),
  note: z.string(),
  /** The judgement on the day it was frozen, never made anew. */
  assessment: Assessment,
})
export type VersionRow = z.infer<typeof VersionRow>

/** Estimate and terms as they were: written once. */
export const BidVersion = VersionRow.extend({ estimate: Estimate, terms: BidTerms })
export type BidVersion = z.infer<typeof BidVersion>
