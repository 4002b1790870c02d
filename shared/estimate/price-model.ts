import { Decimal } from '#shared/decimal.ts'
import { breakEvenOf, priceAtMargin } from '#shared/estimate/break-even.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { type Prepared, figuresAt, prepare } from '#shared/estimate/figures.ts'
import { type JudgedFigures, judge } from '#shared/estimate/judge.ts'
import { type LossCurve, lossProbabilityAt } from '#shared/estimate/loss-curve.ts'
import { type Unknown, findUnknowns } from '#shared/estimate/unknowns.ts'
import type { AbnormallyLowTrigger, Flag, Verdict } from '#shared/estimate/verdict.ts'
import { type Zone, zonesBetween } from '#shared/estimate/zones.ts'
import { moneyText, ratioNumber } from '#shared/money.ts'

/** What the price is judged against besides the estimate. */
export type PriceContext = {
  today: string | null
  /** CNY, VAT-inclusive; null when the tender has none. */
  ceiling: string | null
  /** The triggers of the rule pack that fire at a price; left out when none is chosen. */
  abnormallyLowAt?: (offerTotal: Decimal) => readonly AbnormallyLowTrigger[]
  /** From the simulation; null until it has run, and then likely-loss can't be cleared. */
  lossCurve: LossCurve | null
  winProbability: number | null
  /** The simulated chance at a price; goes before `winProbability`, null where it is not known. */
  winProbabilityAt?: (offerTotal: number) => number | null
  won: boolean
}

/** The figures at one price: amounts as text rounded to the fen, ratios as numbers. Null is unknown. */
export type PricePoint = {
  offerTotal: string
  netRevenue: string
  vatRefund: string
  expectedCost: string
  profit: string
  margin: number | null
  parity: number | null
  lossProbability: number | null
  verdict: Verdict
  flags: Flag[]
  lossMaking: boolean
  lossMakingWin: boolean
}

export type PriceModel = {
  /** The offer total the estimate has now. */
  offerTotal: string
  breakEvenPrice: string | null
  floorPrice: string | null
  unknowns: Unknown[]
  /** The figures with every offer line scaled to this total (CNY ≥ 0, rounded to the fen); lines are not rounded while dragging. */
  at(offerTotal: string | number | Decimal): PricePoint
  /** The lowest offer total at which margin is this fraction; null when none is found. */
  priceAtMargin(margin: string): string | null
  /** The verdict strip between two totals (CNY), both included; boundaries are exact to the fen where the verdict changes once between samples. */
  zones(min: string | number | Decimal, max: string | number | Decimal): Zone[]
}

const orNull = (amount: Decimal | null): string | null => (amount === null ? null : moneyText(amount))

const judgedAt = (prepared: Prepared, total: Decimal, fixed: Pick<JudgedFigures, 'contingency' | 'commercialValue' | 'breakEvenPrice' | 'floorPrice'>): JudgedFigures => {
  const figures = figuresAt(prepared, total)
  const { commercialValue } = prepared.offer
  return {
    ...fixed,
    offerTotal: moneyText(total),
    netRevenue: moneyText(figures.netRevenue),
    vatRefund: moneyText(figures.vatRefund),
    incrementalCost: moneyText(figures.incrementalCost),
    fulfilmentCost: moneyText(figures.fulfilmentCost),
    expectedCost: moneyText(figures.expectedCost),
    profit: moneyText(figures.profit),
    margin: figures.margin === null ? null : ratioNumber(figures.margin),
    parity: commercialValue === null || commercialValue.isZero() ? null : ratioNumber(total.div(commercialValue)),
  }
}

/** Prices worth looking at besides an even grid: on either side of each a verdict may begin. */
const landmarks = ({ ceiling }: PriceContext, prices: readonly (string | null)[], { estimate, offer }: Prepared): Decimal[] => {
  const parity = offer.commercialValue === null ? null : offer.commercialValue.times(estimate.policy.parityFloor)
  return [ceiling, ...prices, parity].filter((price) => price !== null).map((price) => new Decimal(price))
}

/**
 * An estimate prepared for the live slider: everything the price does not change is computed once.
 * While dragging, lines are scaled by one factor and not rounded again, so a point can differ from the evaluation of
 * `scaleOffer` by the rounding of its unit prices. Null when the offer total is 0: there is nothing to scale.
 */
export const preparePriceModel = (estimate: Estimate, context: PriceContext): PriceModel | null => {
  const prepared = prepare(estimate, { today: context.today })
  if (!prepared.offer.total.greaterThan(0)) return null
  const unknowns = findUnknowns(estimate, context.today)
  const breakEvenPrice = orNull(breakEvenOf(prepared))
  const floorPrice = orNull(priceAtMargin(prepared, estimate.policy.minMargin))
  const fixed = { contingency: moneyText(prepared.costs.contingency), commercialValue: orNull(prepared.offer.commercialValue), breakEvenPrice, floorPrice }
  const { ceiling, lossCurve, winProbability, winProbabilityAt, won, abnormallyLowAt } = context
  const at = (offerTotal: string | number | Decimal): PricePoint => {
    const total = new Decimal(offerTotal).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
    const result = judgedAt(prepared, total, fixed)
    const lossProbability = lossCurve === null ? null : lossProbabilityAt(lossCurve, total.toNumber())
    const abnormallyLow = abnormallyLowAt?.(total) ?? []
    const judgement = judge({ estimate, result, ceiling, abnormallyLow, lossProbability, unknowns, winProbability: winProbabilityAt?.(total.toNumber()) ?? winProbability, won, lossCurve })
    const { netRevenue, vatRefund, expectedCost, profit, margin, parity } = result
    return { offerTotal: result.offerTotal, netRevenue, vatRefund, expectedCost, profit, margin, parity, lossProbability, ...judgement }
  }
  return {
    offerTotal: moneyText(prepared.offer.total),
    breakEvenPrice,
    floorPrice,
    unknowns,
    at,
    priceAtMargin: (margin) => orNull(priceAtMargin(prepared, margin)),
    zones: (min, max) => zonesBetween(new Decimal(min), new Decimal(max), landmarks(context, [breakEvenPrice, floorPrice], prepared), (total) => at(total).verdict),
  }
}
