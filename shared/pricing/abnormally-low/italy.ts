import { Decimal } from '#shared/decimal.ts'

export type ItalianReview =
  | { ok: true; mean: Decimal; meanExcess: Decimal; threshold: Decimal; excluded: boolean[] }
  | { ok: false; code: 'fewer-than-five-bids' }

/**
 * D.Lgs. 36/2023 art. 54, All. II.2, Metodo A: discounts in percent of the base price; those at or above the threshold are excluded.
 * From memory of the annex (confidence M): 10 % of the bids, rounded up, leave the means at either end.
 */
export function reviewItaly(discountPercents: readonly string[]): ItalianReview {
  if (discountPercents.length < 5) return { ok: false, code: 'fewer-than-five-bids' }
  const discounts = discountPercents.map((percent) => new Decimal(percent))
  const sorted = discounts.toSorted((a, b) => a.cmp(b))
  const cut = Math.ceil(sorted.length / 10)
  const kept = sorted.slice(cut, sorted.length - cut)
  const mean = kept.reduce(add, new Decimal(0)).div(kept.length)
  const above = kept.filter((discount) => discount.gt(mean))
  const meanExcess = above.length === 0 ? new Decimal(0) : above.map((discount) => discount.minus(mean)).reduce(add).div(above.length)
  const threshold = sorted.length >= 15 ? loweredByDecimals(mean, meanExcess, kept) : smallFieldThreshold(mean, meanExcess)
  return { ok: true, mean, meanExcess, threshold, excluded: discounts.map((discount) => discount.gte(threshold)) }
}

function add(a: Decimal, b: Decimal): Decimal {
  return a.plus(b)
}

/** 15 bids or more: mean + excess, the excess lowered by the first two decimals of the sum of discounts, read as percent. */
function loweredByDecimals(mean: Decimal, meanExcess: Decimal, kept: readonly Decimal[]): Decimal {
  const sum = kept.reduce(add, new Decimal(0))
  const decimals = sum.minus(sum.floor()).times(100).floor()
  return mean.plus(meanExcess).minus(meanExcess.times(decimals).div(100))
}

function smallFieldThreshold(mean: Decimal, meanExcess: Decimal): Decimal {
  const isNarrow = mean.isZero() || meanExcess.div(mean).lte('0.15')
  return isNarrow ? mean.times('1.2') : mean.plus(meanExcess)
}

const scanSteps = 600

/** Are we excluded, and at which price (CNY) does our discount on `base` equal the threshold of the field with us in it? null with fewer than five bids or no base. */
export function ownItaly(own: string, rivals: readonly string[], base: string | null): { line: Decimal; isExcluded: boolean } | null {
  if (base === null) return null
  const review = reviewItaly([own, ...rivals].map((price) => discountOf(price, base).toString()))
  return review.ok ? { line: new Decimal(base).times(new Decimal(100).minus(review.threshold)).div(100), isExcluded: review.excluded[0] ?? false } : null
}

/**
 * The lowest own price, to the fen, above every price of ours that would be excluded, given assumed rivals. Our discount moves the
 * threshold, so it is looked for on a grid and then halved. null with fewer than five bids, no base, or when nothing excludes us.
 */
export function lowestSafeItaly(rivals: readonly string[], base: string | null): Decimal | null {
  if (base === null || rivals.length < 4) return null
  const isExcluded = (price: Decimal) => ownItaly(price.toFixed(2), rivals, base)?.isExcluded ?? false
  const priceAt = (step: number) => new Decimal(base).times(step).div(scanSteps).toDecimalPlaces(2)
  const last = Array.from({ length: scanSteps }, (_, step) => step).findLast((step) => isExcluded(priceAt(step)))
  if (last === undefined) return null
  let [excluded, safe] = [priceAt(last), priceAt(last + 1)]
  while (safe.minus(excluded).gt('0.01')) {
    const middle = excluded.plus(safe).div(2).toDecimalPlaces(2, Decimal.ROUND_FLOOR)
    if (isExcluded(middle)) excluded = middle
    else safe = middle
  }
  return safe
}

const discountOf = (price: string, base: string): Decimal => new Decimal(1).minus(new Decimal(price).div(base)).times(100)
