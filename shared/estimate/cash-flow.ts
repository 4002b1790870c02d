import { Decimal } from '#shared/decimal.ts'
import type { CostBase } from '#shared/estimate/cost-base.ts'
import type { Payment } from '#shared/estimate/estimate.ts'

/** A payment with the month its money arrives: dueMonth + ⌈delayDays ÷ 30⌉. */
export type DuePayment = { share: Decimal; dueMonth: number; paidMonth: number }

/** Payments in order of dueMonth; equal months keep their order. */
export const duePayments = (payments: readonly Payment[]): DuePayment[] =>
  payments
    .map(({ share, dueMonth, delayDays }) => ({ share: new Decimal(share), dueMonth, paidMonth: dueMonth + Math.ceil(delayDays / 30) }))
    .sort((a, b) => a.dueMonth - b.dueMonth)

/** What the price brings into the cash flow, CNY. */
export type PriceFlows = { offerTotal: Decimal; outputVat: Decimal; atStart: Decimal; surchargeRate: Decimal }

/** One month of the cash flow; balance is the running total at its end, before financing. */
export type CashMonth = { month: number; received: Decimal; paid: Decimal; vatPaid: Decimal; balance: Decimal }

const zero = new Decimal(0)

/** VAT due with each payment: its share of output VAT less input VAT of the months up to then not yet used, with surcharges on it. */
const vatByMonth = (costs: CostBase, payments: readonly DuePayment[], flows: PriceFlows): Map<number, Decimal> => {
  const due = new Map<number, Decimal>()
  const lastMonth = costs.inputVatUpTo.length - 1
  let used = zero
  for (const { share, dueMonth } of payments) {
    const owed = flows.outputVat.times(share)
    const credit = (costs.inputVatUpTo[Math.min(dueMonth, lastMonth)] ?? zero).minus(used)
    const usable = Decimal.max(zero, Decimal.min(credit, owed))
    used = used.plus(usable)
    const payable = Decimal.max(zero, owed.minus(usable)).times(flows.surchargeRate.plus(1))
    if (!payable.isZero()) due.set(dueMonth, (due.get(dueMonth) ?? zero).plus(payable))
  }
  return due
}

/** Step 10: the cash balance from month 0 to the last month with any flow. */
export const cashMonths = (costs: CostBase, payments: readonly DuePayment[], flows: PriceFlows): CashMonth[] => {
  const vat = vatByMonth(costs, payments, flows)
  const received = new Map<number, Decimal>()
  if (!flows.offerTotal.isZero()) {
    for (const { share, paidMonth } of payments) received.set(paidMonth, (received.get(paidMonth) ?? zero).plus(flows.offerTotal.times(share)))
  }
  const last = Math.max(costs.outflow.length - 1, ...vat.keys(), ...received.keys())
  let balance = zero
  return Array.from({ length: last + 1 }, (_, month) => {
    const vatPaid = vat.get(month) ?? zero
    const paidThen = costs.outflow[month] ?? zero
    const paid = month === 0 ? paidThen.plus(flows.atStart) : paidThen
    const receivedThen = received.get(month) ?? zero
    balance = balance.plus(receivedThen).minus(paid).minus(vatPaid)
    return { month, received: receivedThen, paid, vatPaid, balance }
  })
}

/** Interest on the months the balance is below 0, without compounding, and the lowest balance (≤ 0). */
export const financingOf = (months: readonly CashMonth[], annualRate: Decimal): { financing: Decimal; cashTrough: Decimal } => {
  let borrowed = zero
  let cashTrough = zero
  for (const { balance } of months) {
    if (!balance.isNegative()) continue
    borrowed = borrowed.minus(balance)
    cashTrough = Decimal.min(cashTrough, balance)
  }
  return { financing: borrowed.times(annualRate).div(12), cashTrough }
}
