import { Decimal } from '#shared/decimal.ts'

export type AgencyCategory = 'works' | 'goods' | 'service'

const bandLimitsWan = ['100', '500', '1000', '5000', '10000'] as const
const percentages: Record<AgencyCategory, readonly string[]> = {
  works: ['1.0', '0.7', '0.55', '0.35', '0.2', '0.05'],
  goods: ['1.5', '1.1', '0.8', '0.5', '0.25', '0.05'],
  service: ['1.5', '0.8', '0.45', '0.25', '0.1', '0.05'],
}

/** Agency fee in 万元 on an award in 万元: marginal tariff of 计价格〔2002〕1980号 × the document's discount (1 = none). A reference, no longer law. */
export function agencyFeeWan(awardWan: Decimal, category: AgencyCategory, discount: Decimal): Decimal {
  const fee = percentages[category].reduce((total, percentage, band) => {
    const from = new Decimal(bandLimitsWan[band - 1] ?? '0')
    const limit = bandLimitsWan[band]
    const upper = limit === undefined ? awardWan : Decimal.min(awardWan, limit)
    return total.plus(Decimal.max(upper.minus(from), 0).times(percentage).div(100))
  }, new Decimal(0))
  return fee.times(discount)
}
