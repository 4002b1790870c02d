import { z } from 'zod'
import { MoneyText } from '#shared/decimal.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { Day, Instant } from '#shared/time.ts'

export const BidStage = z.enum(['draft', 'submitted', 'won', 'lost', 'withdrawn'])
export type BidStage = z.infer<typeof BidStage>

/** What the bid forms state beside the price. Null: not filled in yet, which blocks the form that needs it. */
export const BidTerms = z.object({
  deliveryPeriod: z.string().max(300).nullable(),
  warranty: z.string().max(300).nullable(),
  validityDays: z.int().min(1).max(1000).nullable(),
  bondAmount: MoneyText.nullable(),
  bondForm: z.enum(['none', 'transfer', 'guarantee', 'cheque']).nullable(),
  signedOn: Day.nullable(),
  remark: z.string().max(500).nullable(),
})
export type BidTerms = z.infer<typeof BidTerms>

export const Bid = z.object({
  id: z.string(),
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
  tenderId: z.string(),
  lotNo: z.string().nullable(),
  title: z.string().min(1).max(1000),
  stage: BidStage,
  estimate: Estimate,
  terms: BidTerms,
  isSample: z.boolean(),
})
export type Bid = z.infer<typeof Bid>

export const undecidedStages: readonly BidStage[] = ['draft', 'submitted']
export const isUndecided = ({ stage }: Pick<Bid, 'stage'>): boolean => undecidedStages.includes(stage)
