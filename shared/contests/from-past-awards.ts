import { Decimal } from '#shared/decimal.ts'
import { roundToFen } from '#shared/money.ts'

export type AwardRange = { samples: number; low: string; likely: string; high: string }

/** Lowest, median and highest of the buyer's past award amounts; null with fewer than two amounts: one award is no range. */
export function rangeOfAwards(awards: readonly { amount: string | null }[]): AwardRange | null {
  const amounts = awards.flatMap(({ amount }) => (amount === null ? [] : [new Decimal(amount)])).filter((amount) => amount.gt(0)).toSorted((a, b) => a.cmp(b))
  const [low] = amounts
  const high = amounts.at(-1)
  const middle = amounts[Math.floor((amounts.length - 1) / 2)]
  const upper = amounts[Math.ceil((amounts.length - 1) / 2)]
  if (amounts.length < 2 || !low || !high || !middle || !upper) return null
  return { samples: amounts.length, low: low.toFixed(2), likely: roundToFen(middle.plus(upper).div(2)).toFixed(2), high: high.toFixed(2) }
}

/** A range shifted and capped so that no price is above the ceiling, which would be rejected. */
export function cappedRange({ low, likely, high }: { low: string; likely: string; high: string }, ceiling: string | null): { low: string; likely: string; high: string } {
  if (ceiling === null) return { low, likely, high }
  const cap = (price: string) => Decimal.min(price, ceiling).toFixed(2)
  return { low: cap(low), likely: cap(likely), high: cap(high) }
}
