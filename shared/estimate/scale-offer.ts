import { Decimal } from '#shared/decimal.ts'
import type { Estimate, OfferLine } from '#shared/estimate/estimate.ts'
import { moneyText, roundToFen } from '#shared/money.ts'

/** Unit prices carry at most this many decimals (tokens are priced in millionths). */
const mostDecimals = 6

/**
 * The estimate with its offer scaled to a total. `exact`: the rounded lines sum to the total asked for.
 * `closest`: no unit prices with six decimals do (every quantity is above 10,000); `offerTotal` is what they sum to.
 * `nothing-to-scale`: no line has a price and a quantity above 0.
 */
export type ScaledOffer = { kind: 'exact' | 'closest'; estimate: Estimate; offerTotal: string } | { kind: 'nothing-to-scale' }

type Priced = { line: OfferLine; quantity: Decimal; unitPrice: Decimal; decimals: number }

const lineTotal = ({ quantity, unitPrice }: Pick<Priced, 'quantity' | 'unitPrice'>): Decimal => roundToFen(quantity.times(unitPrice))

const totalOf = (lines: readonly Priced[]): Decimal => lines.reduce((sum, line) => sum.plus(lineTotal(line)), new Decimal(0))

const canAbsorb = ({ quantity, unitPrice }: Priced): boolean => quantity.greaterThan(0) && unitPrice.greaterThan(0)

/** The unit price with so many decimals that brings a line nearest to a total; null when it would not stay positive. */
const unitPriceFor = (line: Priced, total: Decimal, decimals: number): Decimal | null => {
  const unitPrice = total.div(line.quantity).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
  return unitPrice.greaterThan(0) ? unitPrice : null
}

/** Puts the whole remainder on one line: fewest decimals first, then the largest line, where it is felt least. */
const absorbOnOne = (lines: readonly Priced[], remainder: Decimal): Priced[] | null => {
  const bySize = lines.map((_, index) => index).sort((a, b) => lineTotal(lines[b]!).cmp(lineTotal(lines[a]!)) || a - b)
  for (let extra = 0; extra <= mostDecimals; extra += 1) {
    for (const index of bySize) {
      const line = lines[index]!
      const decimals = Math.min(mostDecimals, line.decimals + extra)
      if (!canAbsorb(line)) continue
      const wanted = lineTotal(line).plus(remainder)
      const unitPrice = unitPriceFor(line, wanted, decimals)
      if (unitPrice !== null && lineTotal({ ...line, unitPrice }).eq(wanted)) return lines.with(index, { ...line, unitPrice })
    }
  }
  return null
}

/** Spreads the remainder from the coarsest line to the finest, each taking what its six decimals can. */
const absorbOnAll = (lines: readonly Priced[], offerTotal: Decimal): Priced[] => {
  const result = [...lines]
  const coarsestFirst = lines.map((_, index) => index).sort((a, b) => lines[b]!.quantity.cmp(lines[a]!.quantity) || a - b)
  for (const index of coarsestFirst) {
    const line = result[index]!
    if (!canAbsorb(line)) continue
    const unitPrice = unitPriceFor(line, lineTotal(line).plus(offerTotal.minus(totalOf(result))), mostDecimals)
    if (unitPrice !== null) result[index] = { ...line, unitPrice }
  }
  return result
}

/**
 * Scales every offer line by one factor so that the printed line totals sum to `offerTotal` (CNY ≥ 0, rounded to the fen).
 * Unit prices keep the decimals they have (at least two); the remainder goes to one line, with more decimals only if needed.
 */
export const scaleOffer = (estimate: Estimate, offerTotal: Decimal | string | number): ScaledOffer => {
  const wanted = roundToFen(offerTotal)
  if (wanted.isNegative()) throw new Error('an offer total is not negative')
  const now: Priced[] = estimate.offerLines.map((line) => {
    const unitPrice = new Decimal(line.unitPrice)
    return { line, quantity: new Decimal(line.quantity), unitPrice, decimals: Math.min(mostDecimals, Math.max(2, unitPrice.decimalPlaces())) }
  })
  const total = totalOf(now)
  if (!total.greaterThan(0)) return { kind: 'nothing-to-scale' }
  const factor = wanted.div(total)
  const scaled = now.map((line) => ({ ...line, unitPrice: line.unitPrice.times(factor).toDecimalPlaces(line.decimals, Decimal.ROUND_HALF_UP) }))
  const remainder = wanted.minus(totalOf(scaled))
  const lines = remainder.isZero() ? scaled : (absorbOnOne(scaled, remainder) ?? absorbOnAll(scaled, wanted))
  const reached = totalOf(lines)
  const offerLines = lines.map(({ line, unitPrice }) => ({ ...line, unitPrice: unitPrice.eq(line.unitPrice) ? line.unitPrice : unitPrice.toFixed(Math.max(2, unitPrice.decimalPlaces())) }))
  return { kind: reached.eq(wanted) ? 'exact' : 'closest', estimate: { ...estimate, offerLines }, offerTotal: moneyText(reached) }
}
