import type { Decimal } from '#shared/decimal.ts'
import { breakEvenOf, priceAtMargin } from '#shared/estimate/break-even.ts'
import type { Explanation, ExplanationPart, SubtotalKey } from '#shared/estimate/explanation.ts'
import { type Figures, type Prepared, cashFlowAt, figuresAt } from '#shared/estimate/figures.ts'
import { moneyText } from '#shared/money.ts'

/** A price sought for, CNY: the cost at that price, less its VAT refund, with the VAT in it and what is left as profit. */
const explainPrice = (prepared: Prepared, subtotal: 'breakEvenPrice' | 'floorPrice', price: Decimal | null): Explanation[] => {
  if (price === null) return []
  const { expectedCost, vatRefund, outputVat, profit } = figuresAt(prepared, price)
  const part = (key: SubtotalKey, amount: Decimal): ExplanationPart => ({ formula: 'at-that-price', id: null, name: null, subtotal: key, amount: moneyText(amount), figures: {} })
  return [{ subtotal, amount: moneyText(price), parts: [part('expectedCost', expectedCost), part('vatRefund', vatRefund.negated()), part('outputVat', outputVat), part('profit', profit)] }]
}

/** The lowest balance, CNY: what every month up to it moved. */
export const explainCashTrough = (prepared: Prepared, figures: Figures): Explanation => {
  const months = cashFlowAt(prepared, figures)
  const lowest = months.findIndex(({ balance }) => balance.eq(figures.cashTrough))
  const parts = months.slice(0, lowest + 1).map(({ month, received, paid, vatPaid, balance }, index): ExplanationPart => {
    const flows = { month: String(month), received: moneyText(received), paid: moneyText(paid), vatPaid: moneyText(vatPaid) }
    return { formula: 'flow-of-month', id: null, name: null, subtotal: null, amount: moneyText(balance.minus(months[index - 1]?.balance ?? 0)), figures: flows }
  })
  return { subtotal: 'cashTrough', amount: moneyText(figures.cashTrough), parts }
}

/** The prices at which profit is nothing and at which the policy's least margin is left; none where there is no such price. */
export const explainPrices = (prepared: Prepared): Explanation[] => [
  ...explainPrice(prepared, 'breakEvenPrice', breakEvenOf(prepared)),
  ...explainPrice(prepared, 'floorPrice', priceAtMargin(prepared, prepared.estimate.policy.minMargin)),
]
