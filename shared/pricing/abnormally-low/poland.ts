import { Decimal } from '#shared/decimal.ts'

export type PolishReview = { thresholdAvg: Decimal | null; thresholdValue: Decimal | null; triggers: ('AVG' | 'VALUE')[][] }

const share = '0.7'

/** PZP art. 224(2)(1): gross price at least 30 % below the mean of the offers, or below the estimated value plus VAT (≤ the line). */
export function reviewPoland(grossPrices: readonly string[], valuePlusVat: string | null): PolishReview {
  const prices = grossPrices.map((price) => new Decimal(price))
  const scaledSum = prices.reduce((sum, price) => sum.plus(price), new Decimal(0)).times(share)
  const thresholdValue = valuePlusVat === null ? null : new Decimal(valuePlusVat).times(share)
  return {
    thresholdAvg: prices.length === 0 ? null : scaledSum.div(prices.length),
    thresholdValue,
    triggers: prices.map((price) => [...(price.times(prices.length).lte(scaledSum) ? (['AVG'] as const) : []), ...(thresholdValue?.gte(price) ? (['VALUE'] as const) : [])]),
  }
}

/** The lowest own gross price that meets neither test given assumed rivals (the mean includes us); null when there is no line. */
export function lowestSafePoland(rivals: readonly string[], valuePlusVat: string | null): Decimal | null {
  const sum = rivals.reduce((total, price) => total.plus(price), new Decimal(0))
  const lines = [
    ...(rivals.length === 0 ? [] : [sum.times(share).div(new Decimal(rivals.length + 1).minus(share))]),
    ...(valuePlusVat === null ? [] : [new Decimal(valuePlusVat).times(share)]),
  ]
  if (lines.length === 0) return null
  return Decimal.max(...lines).toDecimalPlaces(2, Decimal.ROUND_FLOOR).plus('0.01')
}
