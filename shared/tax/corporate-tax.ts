import { Decimal } from '#shared/decimal.ts'
import { roundToFen } from '#shared/money.ts'

export type TaxStatus = 'general' | 'high_tech' | 'small_low_profit'

const smallProfitLimit = 3_000_000

/** Corporate income tax: 25 %, high-tech 15 %, small low-profit 5 % up to 3 000 000 and 25 % on everything above (企业所得税法4、28条; 公告2023年第12号). A loss pays none. */
export function corporateTax(taxableIncome: Decimal, status: TaxStatus): { rate: Decimal; tax: Decimal } {
  const isSmall = status === 'small_low_profit' && taxableIncome.lte(smallProfitLimit)
  const rate = new Decimal(isSmall ? '0.05' : status === 'high_tech' ? '0.15' : '0.25')
  return { rate, tax: roundToFen(Decimal.max(taxableIncome, 0).times(rate)) }
}

/** Taxable income after the extra deduction of R&D expense: 100 % on top (公告2023年第7号, from memory). */
export function afterResearchDeduction(profit: Decimal, researchExpense: Decimal): Decimal {
  return profit.minus(researchExpense)
}
