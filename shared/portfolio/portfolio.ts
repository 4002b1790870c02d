import { z } from 'zod'
import { BidStage } from '#shared/bids/bid.ts'
import { Decimal, MoneyText } from '#shared/decimal.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import { moneyText } from '#shared/money.ts'
import { UseCase } from '#shared/tenders/tender.ts'
import { Day, Instant } from '#shared/time.ts'

const Month = z.string().regex(/^\d{4}-\d{2}$/)

/** A bid as the portfolio counts it. Amounts are CNY, offers VAT-inclusive; null is unknown and counts in no sum. */
export const PortfolioBid = z.object({
  id: z.string(),
  title: z.string(),
  projectNo: z.string().nullable(),
  buyer: z.string().nullable(),
  /** The province the buyer or the title names. */
  region: z.string().nullable(),
  useCase: UseCase.nullable(),
  stage: BidStage,
  verdict: Verdict,
  offerTotal: MoneyText,
  profit: MoneyText.nullable(),
  parity: z.number().nullable(),
  bidDeadline: Instant.nullable(),
  /** Of the outcome, else of the deadline, in Beijing. */
  month: Month.nullable(),
  decidedOn: Day.nullable(),
  /** Why somebody signed for a loss, and how it should come back. */
  story: z.object({ by: z.string(), reason: z.string(), payBack: z.string(), reviewOn: Day, budget: z.string().nullable(), isApproved: z.boolean() }).nullable(),
})
export type PortfolioBid = z.infer<typeof PortfolioBid>

/** A figure with what it counts, so that it can be opened. */
export type Group = { key: string; count: number; amount: string; bidIds: string[] }

/** Fewer decided bids than this say nothing about a rate: the count is shown instead. */
export const fewestForRate = 10

export type Rate = { key: string; won: Group; decided: Group; byCount: number | null; byAmount: number | null }

export function groupOf(key: string, bids: readonly PortfolioBid[]): Group {
  return { key, count: bids.length, amount: moneyText(bids.reduce((sum, { offerTotal }) => sum.plus(offerTotal), new Decimal(0))), bidIds: bids.map(({ id }) => id) }
}

/** Won of won and lost; withdrawn bids were not decided. No rate under `fewestForRate`. */
export function winRate(key: string, bids: readonly PortfolioBid[]): Rate {
  const won = groupOf('won', bids.filter(({ stage }) => stage === 'won'))
  const decided = groupOf('decided', bids.filter(({ stage }) => stage === 'won' || stage === 'lost'))
  const isEnough = decided.count >= fewestForRate
  const total = new Decimal(decided.amount)
  return { key, won, decided, byCount: isEnough ? won.count / decided.count : null, byAmount: isEnough && total.isPositive() && !total.isZero() ? new Decimal(won.amount).div(total).toNumber() : null }
}

/** Handed in of started; what is still a draft before its deadline is not counted yet. */
export function bidRate(bids: readonly PortfolioBid[], now: string): { handedIn: Group; due: Group; byCount: number | null; byAmount: number | null } {
  const due = bids.filter(({ stage, bidDeadline }) => stage !== 'draft' || (bidDeadline !== null && bidDeadline <= now))
  const handedIn = groupOf('handed-in', due.filter(({ stage }) => stage === 'submitted' || stage === 'won' || stage === 'lost'))
  const all = groupOf('due', due)
  const isEnough = all.count >= fewestForRate
  return { handedIn, due: all, byCount: isEnough ? handedIn.count / all.count : null, byAmount: isEnough && !new Decimal(all.amount).isZero() ? new Decimal(handedIn.amount).div(all.amount).toNumber() : null }
}

export const parityBands = ['under-40', '40-60', '60-80', '80-100', 'over-100', 'unknown'] as const
export type ParityBand = (typeof parityBands)[number]

/** Lower bounds belong to the band: a parity of exactly 60 % is in '60-80'. */
export function parityBand(parity: number | null): ParityBand {
  if (parity === null) return 'unknown'
  if (parity < 0.4) return 'under-40'
  if (parity < 0.6) return '40-60'
  if (parity < 0.8) return '60-80'
  return parity < 1 ? '80-100' : 'over-100'
}

/** Win rates of the parts `keyOf` makes, the ones with most decided bids first. */
export function winRatesBy(bids: readonly PortfolioBid[], keyOf: (bid: PortfolioBid) => string): Rate[] {
  return [...partition(bids, keyOf)].map(([key, part]) => winRate(key, part)).toSorted((a, b) => b.decided.count - a.decided.count || (a.key < b.key ? -1 : 1))
}

export function partition(bids: readonly PortfolioBid[], keyOf: (bid: PortfolioBid) => string): Map<string, PortfolioBid[]> {
  const parts = new Map<string, PortfolioBid[]>()
  for (const bid of bids) parts.set(keyOf(bid), [...(parts.get(keyOf(bid)) ?? []), bid])
  return parts
}

/** The group a buyer belongs to as its name says it: up to 集团, else the company a branch is of; null is unknown. */
export function buyerGroupOf(buyer: string | null): string | null {
  if (buyer === null || buyer.trim() === '') return null
  return /^.{2,}?集团/.exec(buyer)?.[0] ?? /^.+?公司(?=.)/.exec(buyer)?.[0] ?? buyer
}

/** Each month's bids by stage, oldest month first; bids without a date last under ''. */
export function pipelineByMonth(bids: readonly PortfolioBid[]): { month: string; stages: Record<BidStage, Group>; total: Group }[] {
  const months = [...partition(bids, ({ month }) => month ?? '')].toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
  return months.map(([month, part]) => {
    const stage = (name: BidStage) => groupOf(name, part.filter((bid) => bid.stage === name))
    return { month, total: groupOf(month, part), stages: { draft: stage('draft'), submitted: stage('submitted'), won: stage('won'), lost: stage('lost'), withdrawn: stage('withdrawn') } }
  })
}

export const isLossMaking = ({ verdict, profit }: PortfolioBid): boolean => verdict.startsWith('below-') || verdict === 'likely-loss' || profit?.startsWith('-') === true

/** Bids won at a loss, the deepest first; unknown losses come first of all. */
export function lossMakingWins(bids: readonly PortfolioBid[]): PortfolioBid[] {
  return bids.filter((bid) => bid.stage === 'won' && isLossMaking(bid)).toSorted((a, b) => (a.profit === null ? -1 : b.profit === null ? 1 : new Decimal(a.profit).cmp(b.profit)))
}

/** What wins at a loss lose together, in yuan and at most 0 (null while none is known), and how many of them lose nobody knows what. */
export function lossSum(wins: readonly PortfolioBid[]): { amount: string | null; unknown: number } {
  const known = wins.flatMap(({ profit }) => (profit === null ? [] : [profit]))
  const isUnknown = known.length === 0 && wins.length > 0
  return { amount: isUnknown ? null : moneyText(known.reduce((total, profit) => total.plus(Decimal.min(profit, 0)), new Decimal(0))), unknown: wins.length - known.length }
}

/** The middle parity of each month's bids whose parity is known: how deep the discount went. */
export function parityByMonth(bids: readonly PortfolioBid[]): { month: string; median: number; bidIds: string[] }[] {
  const known = bids.filter((bid) => bid.parity !== null && bid.month !== null)
  return [...partition(known, ({ month }) => month ?? '')]
    .map(([month, part]) => ({ month, median: median(part.map(({ parity }) => parity ?? 0)) ?? 0, bidIds: part.map(({ id }) => id) }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

/** The middle value, the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  if (high === undefined) return null
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2
}
