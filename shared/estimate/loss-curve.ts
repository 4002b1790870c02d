import { z } from 'zod'

/**
 * P(loss) against price: the break-even price of every sample, or evenly spaced quantiles of them, ascending, in CNY.
 * A sample loses money exactly when the offer total is below its break-even price. Floats: for charts and the slider.
 */
export const LossCurve = z.object({ breakEvens: z.array(z.number()) })
export type LossCurve = { breakEvens: readonly number[] | Float64Array }

/** Stands for a break-even price that a sample never reaches; JSON has no infinity. */
export const neverBreaksEven = 1e15

/** How many of the ascending values are ≤ the given one. */
const countUpTo = (sorted: readonly number[] | Float64Array, value: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** The share of samples that lose money at an offer total in CNY, read between neighbouring samples; 0…1. An empty curve is a bug. */
export const lossProbabilityAt = ({ breakEvens }: LossCurve, offerTotal: number): number => {
  const count = breakEvens.length
  if (count === 0) throw new Error('a loss curve needs samples')
  const covered = countUpTo(breakEvens, offerTotal)
  if (covered === 0) return 1
  if (covered === count) return 0
  const below = breakEvens[covered - 1] ?? 0
  const above = breakEvens[covered] ?? 0
  const part = (offerTotal - below) / (above - below)
  return 1 - (covered - 0.5 + part) / count
}

/** The lowest offer total (CNY, float) at which P(loss) is at most `probability`; null when no price in the curve brings it there. */
export const priceAtLossProbability = ({ breakEvens }: LossCurve, probability: number): number | null => {
  const count = breakEvens.length
  if (count === 0) return null
  const position = (1 - probability) * count - 0.5
  const index = Math.min(count - 1, Math.max(0, Math.floor(position)))
  const below = breakEvens[index] ?? 0
  const above = breakEvens[Math.min(count - 1, index + 1)] ?? below
  const part = Math.min(1, Math.max(0, position - index))
  return (part > 0 ? above : below) >= neverBreaksEven ? null : below + (above - below) * part
}
