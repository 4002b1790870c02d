import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Assessment } from '#shared/bids/assessment.ts'
import { Bid, BidTerms } from '#shared/bids/bid.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { defaultSamples } from '#shared/estimate/simulate.ts'
import { Simulation } from '#shared/estimate/simulation.ts'
import { Progress } from '#shared/tenders/progress.ts'
import { Tender } from '#shared/tenders/tender.ts'
import { Instant } from '#shared/time.ts'

export const BidRow = z.object({
  id: z.string(),
  tenderId: z.string(),
  title: z.string(),
  lotNo: z.string().nullable(),
  projectNo: z.string().nullable(),
  buyer: z.string().nullable(),
  bidDeadline: Instant.nullable(),
  progress: Progress,
  stage: Bid.shape.stage,
  version: z.int(),
  updatedAt: Instant,
  isSample: z.boolean(),
  assessment: Assessment.nullable(),
})
export type BidRow = z.infer<typeof BidRow>

export const BidDetail = z.object({ bid: Bid, tender: Tender, progress: Progress, assessment: Assessment.nullable() })
export type BidDetail = z.infer<typeof BidDetail>

const id = z.object({ id: z.string() })
/** `DECIDED`: its outcome is recorded, and what it was decided with stays as it is until somebody opens it again. */
const errors = { NOT_FOUND: {}, DECIDED: {}, STALE: { data: z.object({ version: z.int() }) } }

export const bidsContract = {
  list: oc.output(z.array(BidRow)),
  get: oc.errors({ NOT_FOUND: {} }).input(id).output(BidDetail),
  start: oc.errors({ NOT_FOUND: {}, LOT_UNKNOWN: {} }).input(z.object({ tenderId: z.string(), lotNo: z.string().nullable() })).output(Bid),
  /** The limits in it are the company's, whatever was sent (Settings). */
  saveEstimate: oc.errors(errors).input(id.extend({ version: z.int(), estimate: Estimate })).output(BidDetail),
  saveTerms: oc.errors(errors).input(id.extend({ version: z.int(), terms: BidTerms })).output(BidDetail),
  /** Runs in a worker; aborting the call stops it. */
  simulate: oc.input(z.object({ estimate: Estimate, seed: z.int().min(0).default(20260801), samples: z.int().min(1024).max(262_144).default(defaultSamples) })).output(Simulation),
}
