import { Decimal } from '#shared/decimal.ts'
import type { CashMonth } from '#shared/estimate/cash-flow.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { cashFlowAt, figuresAt, prepare } from '#shared/estimate/figures.ts'
import { moneyText } from '#shared/money.ts'

/** One month of the cash flow as shown: CNY text; `out` is cost, fees and VAT together. */
export type CashRow = { month: number; received: string; out: string; balance: string }

export type CashSummary = {
  months: CashRow[]
  /** What must be advanced at the worst moment, CNY ≥ 0, and when. */
  peakNeed: string
  peakMonth: number | null
  /** The first month from which the balance stays at 0 or above; null when it never does. 0 when it is never below. */
  payBackMonth: number | null
  financing: string
}

const payBackOf = (months: readonly CashMonth[]): number | null => {
  const lastNegative = months.findLastIndex(({ balance }) => balance.isNegative())
  if (lastNegative === months.length - 1) return months.length === 0 ? 0 : null
  return lastNegative + 1
}

/** The monthly cash flow of an estimate (step 10 of the model, before financing) with its peak need and pay-back month. */
export const cashSummary = (estimate: Estimate, today: string | null): CashSummary => {
  const prepared = prepare(estimate, { today })
  const figures = figuresAt(prepared, prepared.offer.total)
  const months = cashFlowAt(prepared, figures)
  const worst = months.findIndex(({ balance }) => balance.eq(figures.cashTrough))
  return {
    months: months.map(({ month, received, paid, vatPaid, balance }) => ({ month, received: moneyText(received), out: moneyText(paid.plus(vatPaid)), balance: moneyText(balance) })),
    peakNeed: moneyText(Decimal.max(0, figures.cashTrough.negated())),
    peakMonth: figures.cashTrough.isNegative() && worst >= 0 ? worst : null,
    payBackMonth: payBackOf(months),
    financing: moneyText(figures.financing),
  }
}
