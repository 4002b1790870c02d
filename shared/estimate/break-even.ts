import { Decimal, type DecimalValue } from '#shared/decimal.ts'
import { type Figures, type Prepared, figuresAt } from '#shared/estimate/figures.ts'

/** Past this offer total (fen) no price is looked for: 10¹⁷ fen is a thousand trillion CNY. */
const highestFen = new Decimal('1e17')

const fenOf = (fen: Decimal): Decimal => fen.div(100)

/** The smallest whole fen at which `holds`, given it holds at `high` and not at `low`; guesses by false position, then halves. */
const narrow = (low: Decimal, high: Decimal, valueAt: (fen: Decimal) => Decimal): Decimal => {
  let below = { fen: low, value: valueAt(low) }
  let above = { fen: high, value: valueAt(high) }
  for (let step = 0; above.fen.minus(below.fen).greaterThan(1); step += 1) {
    const span = above.fen.minus(below.fen)
    const slope = above.value.minus(below.value)
    // The functions are piecewise linear, so the straight line usually lands within a fen; every third step halves to be safe.
    const straight = below.fen.minus(below.value.times(span).div(slope)).floor().plus(step % 3 === 1 ? 1 : 0)
    const guess = step % 3 === 2 || slope.isZero() ? below.fen.plus(span.div(2).floor()) : straight
    const fen = Decimal.min(above.fen.minus(1), Decimal.max(below.fen.plus(1), guess))
    const value = valueAt(fen)
    if (value.isNegative()) below = { fen, value }
    else above = { fen, value }
  }
  return above.fen
}

/**
 * The lowest offer total, to the fen and rounded up, at which `gap` (money at a price, rising with it) is no longer negative
 * when every offer line is scaled by one factor. Null when the offer total is 0 (nothing to scale) or no price reaches it.
 */
const lowestTotal = (prepared: Prepared, gap: (figures: Figures) => Decimal): Decimal | null => {
  if (!prepared.offer.total.greaterThan(0)) return null
  const valueAt = (fen: Decimal): Decimal => gap(figuresAt(prepared, fenOf(fen)))
  const zero = new Decimal(0)
  if (!valueAt(zero).isNegative()) return zero
  let low = zero
  let high = prepared.offer.total.times(100)
  while (valueAt(high).isNegative()) {
    low = high
    high = high.times(2)
    if (high.greaterThan(highestFen)) return null
  }
  return fenOf(narrow(low, high, valueAt))
}

/** The offer total at which profit is 0, CNY, rounded up to the fen; null when there is none. */
export const breakEvenOf = (prepared: Prepared): Decimal | null => lowestTotal(prepared, ({ profit }) => profit)

/** The offer total at which the margin is `minMargin` (a fraction), CNY, rounded up to the fen; null when there is none. */
export const priceAtMargin = (prepared: Prepared, minMargin: DecimalValue): Decimal | null =>
  lowestTotal(prepared, ({ profit, netRevenue }) => profit.minus(netRevenue.times(minMargin)))
