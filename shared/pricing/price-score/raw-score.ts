import type { PriceFormula } from '#shared/pricing/price-score/formula.ts'
import { larger, type Numeric, type Reader, smaller } from '#shared/pricing/price-score/numeric.ts'

type Kind<K extends PriceFormula['kind']> = Extract<PriceFormula, { kind: K }>

/** Points of one valid price before rounding; where none are given, its yuan below 0, so that the lowest still leads. null when the formula's benchmark is missing or 0. */
export function rawScore<T extends Numeric<T>>(formula: PriceFormula, price: T, benchmark: T | null, read: Reader<T>): T | null {
  const zero = read('0')
  if (formula.kind === 'interpolation') return interpolation(formula, price, read)
  if (formula.kind === 'lowest-evaluated') return zero.minus(price)
  if (benchmark === null || !price.gt(zero) || !benchmark.gt(zero)) return null
  switch (formula.kind) {
    case 'lowest-price':
      return benchmark.div(price).times(read(formula.points))
    case 'mean-deviation':
    case 'composite-benchmark':
      return deviationScore(formula, price, benchmark, read)
    case 'interval-mean':
    case 'interval-second-lowest': {
      const weight = read(price.gt(benchmark) ? formula.weightAbove : formula.weightBelow)
      const full = read(formula.points)
      const lost = full.times(weight).times(price.minus(benchmark).abs()).div(benchmark)
      return larger(full.minus(lost), read(formula.floor))
    }
    case 'interval-curve': {
      const ratio = price.lt(benchmark) ? price.div(benchmark).times(read(formula.factorBelow)) : benchmark.div(price).times(read(formula.factorAbove))
      return larger(ratio.times(read(formula.points)), read(formula.floor))
    }
    case 'eighty-points':
      break
  }
  return eightyPoints(price.minus(benchmark).div(benchmark).times(read('100')), read)
}

function interpolation<T extends Numeric<T>>(formula: Kind<'interpolation'>, price: T, read: Reader<T>): T {
  const [full, none, points] = [read(formula.full), read(formula.none), read(formula.points)]
  if (!price.gt(full)) return points
  if (!price.lt(none)) return read('0')
  return none.minus(price).div(none.minus(full)).times(points)
}

function deviationScore<T extends Numeric<T>>(formula: Kind<'mean-deviation'> | Kind<'composite-benchmark'>, price: T, benchmark: T, read: Reader<T>): T {
  const percent = price.minus(benchmark).abs().div(benchmark).times(read('100'))
  const whole = percent.floor()
  const wholeUp = percent.gt(whole) ? whole.plus(read('1')) : whole
  const counted = { continuous: percent, 'whole-down': whole, 'whole-up': wholeUp }[formula.step]
  const perPercent = read(price.gt(benchmark) ? formula.abovePerPercent : formula.belowPerPercent)
  return larger(read(formula.points).minus(counted.times(perPercent)), read(formula.floor))
}

/** K80: `percent` is the deviation from the mean, negative below it. */
function eightyPoints<T extends Numeric<T>>(percent: T, read: Reader<T>): T {
  const [eighty, twenty] = [read('80'), read('20')]
  if (!percent.lt(read('0'))) return larger(eighty.minus(percent), read('60'))
  const below = smaller(percent.abs(), read('40'))
  return below.gt(twenty) ? eighty.plus(read('40')).minus(below) : eighty.plus(below)
}
