import { Decimal } from '#shared/decimal.ts'
import { type Contest, totalsAt } from '#shared/pricing/price-score/contest.ts'
import { exact, fast, Float } from '#shared/pricing/price-score/numeric.ts'

export type PriceRange = { from: string; to: string }

const scanSteps = 400
/** Far above the error of a float score, far below a point. */
const floatNoise = 1e-10

/**
 * Lowest-price formula: the highest own price, to the fen, that still ties with the cheapest rival when we lead by `lead`
 * technical and business points: L × W ÷ (W − lead). Behind (lead < 0) we must be the cheapest: L × (W + lead) ÷ W.
 * null: any price ties (lead ≥ W) or none does (lead ≤ −W).
 */
export function highestTyingPrice(lowestRival: Decimal, points: Decimal, lead: Decimal): Decimal | null {
  if (lead.abs().gte(points)) return null
  const price = lead.lt(0) ? lowestRival.times(points.plus(lead)).div(points) : lowestRival.times(points).div(points.minus(lead))
  return price.toDecimalPlaces(2, Decimal.ROUND_FLOOR)
}

export type CurvePoint = { price: number; score: number | null; lead: number | null }

/** Own points and lead over the best rival along a range of prices: for charts, in floats. */
export function priceCurve(contest: Contest, range: PriceRange, steps: number = scanSteps): CurvePoint[] {
  const totals = totalsAt(contest, fast)
  const [from, to] = [Number(range.from), Number(range.to)]
  return Array.from({ length: steps + 1 }, (_, index) => {
    const price = from + ((to - from) * index) / steps
    const { ownScore, ownTotal, bestRivalTotal } = totals(new Float(price))
    return { price, score: ownScore && ownScore.value, lead: ownTotal && bestRivalTotal && ownTotal.value - bestRivalTotal.value }
  })
}

/** Exact lead over the best rival before rounding; null when our price or every rival is invalid. */
export function leadAt(contest: Contest, price: Decimal): Decimal | null {
  const { ownTotal, bestRivalTotal } = totalsAt(contest, exact)(price)
  return ownTotal && bestRivalTotal && ownTotal.minus(bestRivalTotal)
}

/**
 * Any formula: the highest own price in the range that still at least ties with the best rival, to the fen. Found on a grid, then
 * halved exactly; a winning window narrower than a grid step can be missed. null: no price of the range ties.
 */
export function highestTyingPriceIn(contest: Contest, range: PriceRange): Decimal | null {
  const isTie = (price: Decimal) => leadAt(contest, price)?.gte(0) ?? false
  const top = new Decimal(range.to)
  if (isTie(top)) return top
  const index = priceCurve(contest, range).findLastIndex(({ lead }) => lead !== null && lead > floatNoise)
  if (index === -1) return null
  return edge(gridPrice(range, index), gridPrice(range, index + 1), isTie)
}

export type PointPrice = {
  /** How far the price must fall, or rise, for one more point; null: no price of the range gives it. */
  lowerBy: Decimal | null
  raiseBy: Decimal | null
}

/** What one more point of our own price score costs, from the own price in either direction; CNY to the fen. */
export function yuanPerPoint(contest: Contest, own: string, range: PriceRange): PointPrice {
  const now = totalsAt(contest, exact)(new Decimal(own)).ownScore
  if (now === null) return { lowerBy: null, raiseBy: null }
  const wanted = now.plus(1)
  const gains = (price: Decimal) => totalsAt(contest, exact)(price).ownScore?.gte(wanted) ?? false
  const target = wanted.toNumber()
  const curve = priceCurve(contest, range)
  const hit = ({ score }: CurvePoint) => score !== null && score > target + floatNoise
  const below = curve.findLastIndex((point) => point.price < Number(own) && hit(point))
  const above = curve.findIndex((point) => point.price > Number(own) && hit(point))
  const ownPrice = new Decimal(own)
  const lower = below === -1 ? null : edge(gridPrice(range, below), Decimal.min(gridPrice(range, below + 1), ownPrice), gains)
  const higher = above === -1 ? null : edge(gridPrice(range, above), Decimal.max(gridPrice(range, above - 1), ownPrice), gains)
  return { lowerBy: lower && ownPrice.minus(lower), raiseBy: higher && higher.minus(ownPrice) }
}

/** Roughly what one point of ours costs around a price, CNY, as the score slopes there; null on a flat stretch, at a kink, or where the price is invalid. For display while the price moves. */
export function pricePerPoint(contest: Contest, price: number): number | null {
  const totals = totalsAt(contest, fast)
  const step = price / 1000
  const [low, high] = [totals(new Float(price - step)).ownScore, totals(new Float(price + step)).ownScore]
  const change = low && high && Math.abs(high.value - low.value)
  return change === null || change < floatNoise ? null : (2 * step) / change
}

export type FlatZone = { from: Decimal; to: Decimal; score: Decimal }

/** Stretches of the range where our price can move without moving our score: nothing is lost by taking the upper end. */
export function flatZones(contest: Contest, range: PriceRange): FlatZone[] {
  const curve = priceCurve(contest, range)
  const scoreOf = totalsAt(contest, exact)
  const zones: FlatZone[] = []
  for (let start = 0; start < curve.length; ) {
    const end = runEnd(curve, start)
    const exactScore = end === start ? null : scoreOf(gridPrice(range, start)).ownScore
    if (exactScore !== null) {
      const isFlat = (price: Decimal) => scoreOf(price).ownScore?.minus(exactScore).abs().lt('0.000000001') ?? false
      const from = start === 0 ? new Decimal(range.from) : edge(gridPrice(range, start), gridPrice(range, start - 1), isFlat)
      const to = end === curve.length - 1 ? new Decimal(range.to) : edge(gridPrice(range, end), gridPrice(range, end + 1), isFlat)
      zones.push({ from, to, score: exactScore })
    }
    start = end + 1
  }
  return zones
}

/** The last point of the run of equal scores that begins at `start`. */
function runEnd(curve: readonly CurvePoint[], start: number): number {
  const score = curve[start]?.score ?? null
  if (score === null) return start
  const next = curve.findIndex((point, index) => index > start && (point.score === null || Math.abs(point.score - score) >= floatNoise))
  return next === -1 ? curve.length - 1 : next - 1
}

function gridPrice({ from, to }: PriceRange, index: number): Decimal {
  return new Decimal(from).plus(new Decimal(to).minus(from).times(index).div(scanSteps)).toDecimalPlaces(2)
}

/** Between a price that holds and one that does not: the last price, to the fen, that holds. */
function edge(holding: Decimal, failing: Decimal, holds: (price: Decimal) => boolean): Decimal {
  let [good, bad] = [holding, failing]
  while (good.minus(bad).abs().gt('0.01')) {
    const middle = good.plus(bad).div(2).toDecimalPlaces(2, Decimal.ROUND_FLOOR)
    if (middle.eq(good) || middle.eq(bad)) break
    if (holds(middle)) good = middle
    else bad = middle
  }
  return good
}
