import { Decimal, type DecimalValue } from '#shared/decimal.ts'

/** Takes a division's error in the fortieth digit away: a third times three is one again, and half a fen is half a fen. */
const withoutDivisionError = (amount: DecimalValue): Decimal => new Decimal(amount).toDecimalPlaces(20, Decimal.ROUND_HALF_UP)

/** Rounds an amount half-up (away from zero) to the fen, the one rounding the documents and the estimate use. */
export const roundToFen = (amount: DecimalValue): Decimal => withoutDivisionError(amount).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)

/** Rounds an amount up (towards +∞) to the fen: for the smallest price that still meets a condition. */
export const roundUpToFen = (amount: DecimalValue): Decimal => withoutDivisionError(amount).toDecimalPlaces(2, Decimal.ROUND_CEIL)

/** An amount as stored and sent: two decimals, half-up, never "-0.00". */
export const moneyText = (amount: DecimalValue): string => {
  const rounded = roundToFen(amount)
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(2)
}

/** A ratio (margin, parity) as reported: a number with at most six decimals, half-up. */
export const ratioNumber = (ratio: Decimal): number => {
  const rounded = ratio.toDecimalPlaces(6, Decimal.ROUND_HALF_UP)
  return rounded.isZero() ? 0 : rounded.toNumber()
}

const groupThousands = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** '3980000' → '3,980,000.00', ASCII minus: amounts in documents, exports and the command line. */
export const formatMoney = (amount: DecimalValue): string => {
  const [whole = '0', fraction = '00'] = moneyText(amount).split('.')
  const sign = whole.startsWith('-') ? '-' : ''
  return `${sign}${groupThousands(whole.replace('-', ''))}.${fraction}`
}

/** A quantity or unit price as printed: grouped, at least `minDecimals` and all significant decimals up to six. */
export const formatDecimal = (value: DecimalValue, minDecimals = 0): string => {
  const rounded = new Decimal(value).toDecimalPlaces(6, Decimal.ROUND_HALF_UP)
  const places = Math.max(minDecimals, rounded.decimalPlaces())
  const [whole = '0', fraction] = (rounded.isZero() ? rounded.abs() : rounded).toFixed(places).split('.')
  const sign = whole.startsWith('-') ? '-' : ''
  const grouped = `${sign}${groupThousands(whole.replace('-', ''))}`
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** A fraction as a percentage without the sign: 0.789 → '78.9'. */
export const formatPercent = (fraction: DecimalValue, decimals = 1): string => {
  const percent = new Decimal(fraction).times(100).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP)
  return (percent.isZero() ? percent.abs() : percent).toFixed(decimals)
}
