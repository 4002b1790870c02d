import { Decimal, type DecimalValue } from '#shared/decimal.ts'
import { type Figures, type Prepared, figuresAt } from '#shared/estimate/figures.ts'
import { expectedCosts } from '#shared/estimate/sample-costs.ts'
import { profitFunction } from '#shared/estimate/sample-profit.ts'

/** Past this offer total (fen) no price is looked for: 10¹⁷ fen is a thousand trillion CNY. */
const highestFen = new Decimal('1e17')

type Point = { fen: Decimal; value: Decimal }

/** Narrows to the smallest whole fen at which the value is not negative, given it is at `below` and not at `above`. */
const narrow = (below: Point, above: Point, pointAt: (fen: Decimal) => Point): Decimal => {
  let [low, high] = [below, above]
  for (let step = 0; high.fen.minus(low.fen).greaterThan(1); step += 1) {
    const span = high.fen.minus(low.fen)
    // The functions are piecewise linear, so the straight line usually lands on the fen; every third step halves to be safe.
    const straight = low.fen.minus(low.value.times(span).div(high.value.minus(low.value))).ceil().minus(step % 3 === 1 ? 1 : 0)
    const guess = step % 3 === 2 ? low.fen.plus(span.div(2).floor()) : straight
    const next = pointAt(Decimal.min(high.fen.minus(1), Decimal.max(low.fen.plus(1), guess)))
    if (next.value.isNegative()) low = next
    else high = next
  }
  return high.fen
}

/** Two points around the answer, found by walking from a start near it along the line through the last two points. */
const bracket = (start: Point, pointAt: (fen: Decimal) => Point): { below: Point; above: Point } | Point | null => {
  let last = start
  let reach = new Decimal(1)
  for (;;) {
    const isBelow = last.value.isNegative()
    const fen = isBelow ? last.fen.plus(reach) : Decimal.max(0, last.fen.minus(reach))
    if (fen.greaterThan(highestFen)) return null
    const next = pointAt(fen)
    if (next.value.isNegative() !== isBelow) return isBelow ? { below: last, above: next } : { below: next, above: last }
    if (fen.isZero()) return next
    const gained = isBelow ? next.value.minus(last.value) : last.value.minus(next.value)
    const straight = gained.greaterThan(0) ? next.value.abs().times(reach).div(gained).times('1.0001').ceil().plus(2) : reach
    reach = Decimal.max(reach.times(2), straight)
    last = next
  }
}

/**
 * Where in floats the profit is `minMargin` of the net revenue, in fen: a start for the exact search, usually the answer
 * or its neighbour. The gap is piecewise linear and rises with the price, so secants end in a few steps.
 */
const nearby = (prepared: Prepared, minMargin: number): Decimal => {
  const { offer } = prepared
  const total = offer.total.toNumber()
  const netShare = offer.net.div(offer.total).toNumber()
  const costs = expectedCosts(prepared)
  const floats = profitFunction(prepared)
  const gapAt = (price: number): number => floats.profitAt(costs, price) - minMargin * netShare * price
  let [price, gap, slope] = [total, gapAt(total), netShare * (1 - minMargin)]
  for (let step = 0; step < 20 && Math.abs(gap) > 0.001 && slope > 1e-9; step += 1) {
    const next = Math.max(0, price - gap / slope)
    if (next === price) break
    const nextGap = gapAt(next)
    slope = (nextGap - gap) / (next - price)
    price = next
    gap = nextGap
  }
  const fen = Math.ceil(price * 100)
  return fen < highestFen.toNumber() ? new Decimal(fen) : offer.total.times(100).ceil()
}

/**
 * The lowest offer total, to the fen and rounded up, at which profit is no longer below `minMargin` of the net revenue
 * when every offer line is scaled by one factor. Null when the offer total is 0 (nothing to scale) or no price reaches it.
 */
const lowestTotal = (prepared: Prepared, minMargin: DecimalValue): Decimal | null => {
  if (!prepared.offer.total.greaterThan(0)) return null
  const gap = ({ profit, netRevenue }: Figures): Decimal => profit.minus(netRevenue.times(minMargin))
  const pointAt = (fen: Decimal): Point => ({ fen, value: gap(figuresAt(prepared, fen.div(100))) })
  const found = bracket(pointAt(nearby(prepared, new Decimal(minMargin).toNumber())), pointAt)
  if (found === null) return null
  return ('fen' in found ? found.fen : narrow(found.below, found.above, pointAt)).div(100)
}

/** The offer total at which profit is 0, CNY, rounded up to the fen; null when there is none. */
export const breakEvenOf = (prepared: Prepared): Decimal | null => lowestTotal(prepared, 0)

/** The offer total at which the margin is `minMargin` (a fraction), CNY, rounded up to the fen; null when there is none. */
export const priceAtMargin = (prepared: Prepared, minMargin: DecimalValue): Decimal | null => lowestTotal(prepared, minMargin)
