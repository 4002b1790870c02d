import { z } from 'zod'
import { PersonName } from '#shared/approvals/deal-desk.ts'
import { Decimal, MoneyText } from '#shared/decimal.ts'
import type { BidStage } from '#shared/bids/bid.ts'
import { moneyText } from '#shared/money.ts'
import { UseCase } from '#shared/tenders/tender.ts'
import { Day } from '#shared/time.ts'

/** Losses the company takes on purpose: how much, until when, for whom, who answers for it, and how it should come back. */
export const LossBudget = z
  .object({
    id: z.string().min(1).max(64),
    name: z.string().trim().min(1).max(100),
    owner: PersonName,
    from: Day,
    to: Day,
    /** CNY, the ceiling of the losses. */
    amount: MoneyText.refine((amount) => !amount.startsWith('-'), 'negative'),
    /** Null: any buyer, any use case. */
    buyer: z.string().trim().min(1).max(500).nullable(),
    useCase: UseCase.nullable(),
    payBack: z.string().trim().min(1).max(500),
    reviewOn: Day,
    isClosed: z.boolean(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'ends-before-it-starts' })
export type LossBudget = z.infer<typeof LossBudget>

/** A loss somebody signed for and charged to a budget. */
export type ChargedLoss = { bidId: string; budgetId: string; profit: string | null; stage: BidStage }

export const BudgetUse = z.object({
  budget: LossBudget,
  /** Signed losses of bids won, and of bids still open: CNY ≥ 0. */
  committed: MoneyText,
  exposed: MoneyText,
  /** Budget less committed and exposed; negative when overspent. */
  left: MoneyText,
  bidIds: z.array(z.string()),
  /** Bids whose loss nobody knows. */
  unknown: z.array(z.string()),
  isReviewDue: z.boolean(),
})
export type BudgetUse = z.infer<typeof BudgetUse>

const states: Record<BidStage, 'open' | 'won' | 'closed'> = { draft: 'open', submitted: 'open', won: 'won', lost: 'closed', withdrawn: 'closed' }

/** What is used of a budget by the losses charged to it. A bid that was lost or withdrawn gives its share back; a profit refills nothing. */
export function budgetUse(budget: LossBudget, losses: readonly ChargedLoss[], today: string): BudgetUse {
  const own = losses.filter(({ budgetId, stage }) => budgetId === budget.id && states[stage] !== 'closed')
  const lossesOf = (state: 'open' | 'won') =>
    own.filter(({ stage }) => states[stage] === state).reduce((sum, { profit }) => sum.plus(Decimal.max(new Decimal(profit ?? 0).negated(), 0)), new Decimal(0))
  const [committed, exposed] = [lossesOf('won'), lossesOf('open')]
  return {
    budget,
    committed: moneyText(committed),
    exposed: moneyText(exposed),
    left: moneyText(new Decimal(budget.amount).minus(committed).minus(exposed)),
    bidIds: own.map(({ bidId }) => bidId),
    unknown: own.filter(({ profit }) => profit === null).map(({ bidId }) => bidId),
    isReviewDue: !budget.isClosed && budget.reviewOn <= today,
  }
}

/** May a loss on this tender, signed on `day`, be charged to the budget? */
export function isChargeable(budget: LossBudget, tender: { buyer: string | null; useCase: string | null }, day: string): boolean {
  const isFor = (budget.buyer === null || budget.buyer === tender.buyer) && (budget.useCase === null || budget.useCase === tender.useCase)
  return isFor && !budget.isClosed && budget.from <= day && day <= budget.to
}
