import type { PriceFormula, Trim } from '#shared/pricing/price-score/formula.ts'
import { ascending, mean, type Numeric, type Reader } from '#shared/pricing/price-score/numeric.ts'

export type Benchmark<T> = {
  /** null when the formula needs none, or no bid is left to make it of. */
  benchmark: T | null
  /** Mean after trimming, and of the bids inside the interval: shown so that a person can follow. */
  firstMean: T | null
  secondMean: T | null
}

/** The bids that stay in the mean: highest and lowest removed as the band for their number says. */
export function trimmed<T extends Numeric<T>>(prices: readonly T[], trim: Trim): T[] {
  const sorted = ascending(prices)
  const band = trim.find(({ maxBids }) => maxBids === null || sorted.length <= maxBids)
  if (band === undefined || band.high + band.low >= sorted.length) return sorted
  return sorted.slice(band.low, sorted.length - band.high)
}

function intervalMean<T extends Numeric<T>>(prices: readonly T[], formula: { trim: Trim; from: string; to: string }, isOpen: boolean, read: Reader<T>) {
  const rest = trimmed(prices, formula.trim)
  const firstMean = mean(rest, read)
  if (firstMean === null) return { firstMean, kept: [], secondMean: null }
  const [low, high] = [firstMean.times(read(formula.from)), firstMean.times(read(formula.to))]
  const kept = rest.filter((price) => (isOpen ? price.gt(low) && price.lt(high) : !price.lt(low) && !price.gt(high)))
  return { firstMean, kept, secondMean: mean(kept, read) }
}

/** The benchmark price a formula makes of the valid bids (evaluation prices, CNY); rules §1.5. */
export function benchmarkOf<T extends Numeric<T>>(formula: PriceFormula, prices: readonly T[], ceiling: T | null, read: Reader<T>): Benchmark<T> {
  const one = read('1')
  switch (formula.kind) {
    case 'lowest-price':
      return plain(ascending(prices)[0] ?? null)
    case 'interpolation':
    case 'lowest-evaluated':
      return { benchmark: null, firstMean: null, secondMean: null }
    case 'eighty-points':
      return plain(mean(trimmed(prices, formula.trim), read))
    case 'mean-deviation': {
      const middle = mean(trimmed(prices, formula.trim), read)
      return { benchmark: middle && rounded(middle.times(one.minus(read(formula.k))), formula.benchmarkDecimals, read), firstMean: middle, secondMean: null }
    }
    case 'composite-benchmark': {
      const middle = mean(trimmed(prices, formula.trim), read)
      const alpha = read(formula.alpha)
      const mixed = middle && ceiling && middle.times(alpha).plus(ceiling.times(one.minus(alpha)))
      return { benchmark: mixed && rounded(mixed, formula.benchmarkDecimals, read), firstMean: middle, secondMean: null }
    }
    case 'interval-mean': {
      const { firstMean, secondMean } = intervalMean(prices, formula, false, read)
      return { benchmark: secondMean && secondMean.times(one.plus(read(formula.shift))), firstMean, secondMean }
    }
    case 'interval-second-lowest': {
      const { firstMean, kept, secondMean } = intervalMean(prices, formula, true, read)
      const lowest = kept[0]
      return { benchmark: secondMean && lowest ? secondMean.plus(lowest).div(read('2')) : mean(prices, read), firstMean, secondMean }
    }
    case 'interval-curve':
      break
  }
  const { firstMean, secondMean } = intervalMean(prices, formula, false, read)
  return { benchmark: secondMean && secondMean.times(one.minus(read(formula.lowering))), firstMean, secondMean }
}

function plain<T>(benchmark: T | null): Benchmark<T> {
  return { benchmark, firstMean: null, secondMean: null }
}

/** Half-up to the document's places (prices are positive); null keeps the value. */
function rounded<T extends Numeric<T>>(value: T, decimals: number | null, read: Reader<T>): T {
  if (decimals === null) return value
  const scale = read(String(10 ** decimals))
  return value.times(scale).plus(read('0.5')).floor().div(scale)
}
