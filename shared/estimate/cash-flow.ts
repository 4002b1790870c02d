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

type PriceEvents = { received: Map<number, Decimal>; vat: Map<number, Decimal>; last: number }

/** What the price brings in and what VAT takes, by month, and the last month with any flow. */
const eventsOf = (costs: CostBase, payments: readonly DuePayment[], flows: PriceFlows): PriceEvents => {
  const vat = vatByMonth(costs, payments, flows)
  const received = new Map<number, Decimal>()
  if (!flows.offerTotal.isZero()) {
    for (const { share, paidMonth } of payments) if (!share.isZero()) received.set(paidMonth, (received.get(paidMonth) ?? zero).plus(flows.offerTotal.times(share)))
  }
  return { vat, received, last: Math.max(costs.outflow.length - 1, ...vat.keys(), ...received.keys()) }
}

/** Step 10: the cash balance at the end of each month, from 0 to the last month with any flow. */
export const balancesOf = (costs: CostBase, payments: readonly DuePayment[], flows: PriceFlows): Decimal[] => {
  const { vat, received, last } = eventsOf(costs, payments, flows)
  const lastOutflow = costs.outflowUpTo.length - 1
  let brought = flows.atStart.negated()
  return Array.from({ length: last + 1 }, (_, month) => {
    const receivedThen = received.get(month)
    const vatPaid = vat.get(month)
    if (receivedThen !== undefined) brought = brought.plus(receivedThen)
    if (vatPaid !== undefined) brought = brought.minus(vatPaid)
    return brought.minus(costs.outflowUpTo[Math.min(month, lastOutflow)] ?? zero)
  })
}

/** The same months with what makes up each balance, for showing. */
export const cashMonths = (costs: CostBase, payments: readonly DuePayment[], flows: PriceFlows): CashMonth[] => {
  const { vat, received } = eventsOf(costs, payments, flows)
  return balancesOf(costs, payments, flows).map((balance, month) => {
    const paid = (costs.outflow[month] ?? zero).plus(month === 0 ? flows.atStart : zero)
    return { month, received: received.get(month) ?? zero, paid, vatPaid: vat.get(month) ?? zero, balance }
  })
}

/** Interest on the months the balance is below 0, without compounding, and the lowest balance (≤ 0). */
export const financingOf = (balances: readonly Decimal[], annualRate: Decimal): { financing: Decimal; cashTrough: Decimal } => {
  let borrowed = zero
  let cashTrough = zero
  for (const balance of balances) {
    if (!balance.isNegative()) continue
    borrowed = borrowed.minus(balance)
    if (balance.lessThan(cashTrough)) cashTrough = balance
  }
  return { financing: borrowed.times(annualRate).div(12), cashTrough }
}
