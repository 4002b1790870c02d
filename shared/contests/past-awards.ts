import { z } from 'zod'
import { Decimal, MoneyText } from '#shared/decimal.ts'
import { groupBy } from '#shared/group-by.ts'
import { roundToFen } from '#shared/money.ts'

/** An award notices told of, of the same buyer or the same kind of project. CNY with VAT, as notices print it. */
export type PastAward = {
  supplier: string
  amount: string
  /** The ceiling, else the budget, of the lot it won by itself; null where none is known or several shared it. */
  limit: string | null
  isSameBuyer: boolean
  isSameKind: boolean
}

/** What a start rests on: awards of this buyer for this kind of project, of this buyer, of this kind, or of one supplier among those. */
export const AwardBasis = z.enum(['buyer-and-kind', 'buyer', 'kind', 'supplier'])
export type AwardBasis = z.infer<typeof AwardBasis>

const PriceRange = z.object({ low: MoneyText, likely: MoneyText, high: MoneyText })
export const AwardStart = PriceRange.extend({
  basis: AwardBasis,
  /** Named where the basis is one supplier. */
  supplier: z.string().nullable(),
  samples: z.int().min(2),
  /** Shares of the limit then, carried over to the limit now; false: the amounts themselves. */
  isOfLimit: z.boolean(),
})
export type AwardStart = z.infer<typeof AwardStart>
type Range = z.infer<typeof PriceRange>

const mostSuppliers = 12

/**
 * Ranges to start a rival from, the closest awards first: lowest, median and highest. One award is no range. Where the limits of
 * two or more are known, and ours, prices are compared as shares of them: what a purchase ten times as large cost says little.
 */
export function awardStarts(awards: readonly PastAward[], limit: string | null): AwardStart[] {
  const start = (basis: AwardBasis, part: readonly PastAward[], supplier: string | null = null): AwardStart[] => {
    const range = rangeOf(part, limit)
    return range === null ? [] : [{ basis, supplier, ...range }]
  }
  const groups = [
    ...start('buyer-and-kind', awards.filter(({ isSameBuyer, isSameKind }) => isSameBuyer && isSameKind)),
    ...start('buyer', awards.filter(({ isSameBuyer }) => isSameBuyer)),
    ...start('kind', awards.filter(({ isSameKind }) => isSameKind)),
  ]
  const suppliers = [...groupBy(awards, ({ supplier }) => supplier)].flatMap(([supplier, own]) => start('supplier', own, supplier))
  return [...groups, ...suppliers.toSorted((a, b) => b.samples - a.samples).slice(0, mostSuppliers)]
}

function rangeOf(awards: readonly PastAward[], limit: string | null): (Range & { samples: number; isOfLimit: boolean }) | null {
  const shares = limit === null ? [] : awards.flatMap((award) => shareOf(award) ?? [])
  const isOfLimit = limit !== null && shares.length >= 2
  const middle = lowMedianHigh(isOfLimit ? shares : awards.map(({ amount }) => new Decimal(amount)))
  if (middle === null) return null
  const price = (value: Decimal) => roundToFen(isOfLimit ? value.times(limit) : value).toFixed(2)
  return { low: price(middle.low), likely: price(middle.median), high: price(middle.high), samples: isOfLimit ? shares.length : awards.length, isOfLimit }
}

/** An award above its limit is a misreading or another scope: no share is made of it. */
function shareOf({ amount, limit }: PastAward): Decimal | null {
  if (limit === null || !new Decimal(limit).gt(0)) return null
  const share = new Decimal(amount).div(limit)
  return share.gt(1) ? null : share
}

function lowMedianHigh(values: readonly Decimal[]): { low: Decimal; median: Decimal; high: Decimal } | null {
  const sorted = values.filter((value) => value.gt(0)).toSorted((a, b) => a.cmp(b))
  const [low] = sorted
  const high = sorted.at(-1)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  const upper = sorted[Math.ceil((sorted.length - 1) / 2)]
  if (sorted.length < 2 || !low || !high || !middle || !upper) return null
  return { low, median: middle.plus(upper).div(2), high }
}

/** A range capped so that no price is above the ceiling, which would be rejected. */
export function cappedRange({ low, likely, high }: Range, ceiling: string | null): Range {
  if (ceiling === null) return { low, likely, high }
  const cap = (price: string) => Decimal.min(price, ceiling).toFixed(2)
  return { low: cap(low), likely: cap(likely), high: cap(high) }
}
