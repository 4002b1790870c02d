import { feeTiers } from '#shared/estimate/agency-fee.ts'
import type { AgencyFee } from '#shared/estimate/estimate.ts'
import type { Prepared } from '#shared/estimate/figures.ts'
import { neverBreaksEven } from '#shared/estimate/loss-curve.ts'
import type { SampleCosts } from '#shared/estimate/sample-costs.ts'

/** The agency fee in floats, as a function of the offer total. */
const feeFunction = ({ payer, schedule, amount, discount }: AgencyFee): ((offerTotal: number) => number) => {
  if (payer !== 'winner') return () => 0
  if (schedule === 'fixed') {
    const fixed = Number(amount ?? 0)
    return () => fixed
  }
  const kept = 1 - Number(discount)
  const tiers = feeTiers.map((tier) => ({ upTo: tier.upTo ?? Infinity, rate: Number(tier[schedule]) * kept }))
  return (offerTotal) => {
    let fee = 0
    let from = 0
    for (const { upTo, rate } of tiers) {
      if (offerTotal <= from) break
      fee += (Math.min(offerTotal, upTo) - from) * rate
      from = upTo
    }
    return fee
  }
}

/** Profit and K of one sample at an offer total; `cost` is set by the last call of `profitAt`. */
export type ProfitFunction = {
  cost: number
  profitAt(costs: SampleCosts, offerTotal: number): number
  /** The offer total at which the sample's profit is 0, given its profit at another; `neverBreaksEven` when none is found. */
  breakEvenFrom(costs: SampleCosts, offerTotal: number, profit: number): number
}

type Borrowed = (costs: SampleCosts, offerTotal: number, outputVat: number, atStart: number) => number

/** Step 10 in floats: the sum over months of what is borrowed. Payments are laid over the flows of the costs. */
const borrowedFunction = (prepared: Prepared): Borrowed => {
  const payments = prepared.payments.map(({ share, dueMonth, paidMonth }) => ({ share: share.toNumber(), dueMonth, paidMonth }))
  const surchargeRate = prepared.surchargeRate.toNumber()
  const lastPaid = payments.reduce((last, { paidMonth }) => Math.max(last, paidMonth), 0)
  const extra = new Float64Array(lastPaid + 1)
  return (costs, offerTotal, outputVat, atStart) => {
    extra.fill(0)
    extra[0] = -atStart
    const lastCost = costs.inputVatUpTo.length - 1
    let used = 0
    let last = costs.lastFlow
    for (let i = 0; i < payments.length; i += 1) {
      const { share, dueMonth, paidMonth } = payments[i]!
      const owed = outputVat * share
      const usable = Math.max(0, Math.min(costs.inputVatUpTo[Math.min(dueMonth, lastCost)]! - used, owed))
      used += usable
      const payable = Math.max(0, owed - usable) * (1 + surchargeRate)
      extra[dueMonth] = extra[dueMonth]! - payable
      extra[paidMonth] = extra[paidMonth]! + offerTotal * share
      if (payable !== 0 && dueMonth > last) last = dueMonth
      if (offerTotal !== 0 && share !== 0 && paidMonth > last) last = paidMonth
    }
    let balance = 0
    let borrowed = 0
    for (let month = 0; month <= last; month += 1) {
      if (month <= lastPaid) balance += extra[month]!
      if (month <= costs.lastFlow) balance -= costs.outflow[month]!
      if (balance < 0) borrowed -= balance
    }
    return borrowed
  }
}

/** Steps 5–11 of one sample in floats, with every offer line scaled by one factor. */
export const profitFunction = (prepared: Prepared): ProfitFunction => {
  const { estimate, offer } = prepared
  const netShare = offer.total.isZero() ? 0 : offer.net.div(offer.total).toNumber()
  const surchargeRate = Number(estimate.surchargeRate)
  const stampDutyRate = Number(estimate.stampDutyRate)
  const monthlyRate = Number(estimate.annualFinanceRate) / 12
  const bondCost = prepared.bondCost.toNumber()
  const feeOn = feeFunction(estimate.agencyFee)
  const refundable = offer.lines
    .filter(({ line }) => line.softwareVatRefund && !offer.net.isZero())
    .map(({ net, vat }) => ({ perTotal: vat.minus(net.times('0.03')).div(offer.total).toNumber(), share: net.div(offer.net).toNumber() }))
  const borrowed = borrowedFunction(prepared)
  const breakEvenFrom = (costs: SampleCosts, offerTotal: number, profit: number): number => {
    // Profit is piecewise linear and rises with the price, so secants end in a few steps.
    let price = offerTotal
    let value = profit
    let slope = netShare
    for (let step = 0; step < 12 && Math.abs(value) > 0.005; step += 1) {
      if (!(slope > 1e-9)) return neverBreaksEven
      const next = Math.max(0, price - value / slope)
      if (next === price) return value >= 0 ? 0 : neverBreaksEven
      const nextValue = result.profitAt(costs, next)
      slope = (nextValue - value) / (next - price)
      price = next
      value = nextValue
    }
    return Math.min(price, neverBreaksEven)
  }
  const result: ProfitFunction = {
    cost: 0,
    breakEvenFrom,
    profitAt: (costs, offerTotal) => {
      const net = offerTotal * netShare
      const outputVat = offerTotal - net
      const surcharges = Math.max(0, outputVat - costs.inputVat) * surchargeRate
      const atStart = feeOn(offerTotal) + net * stampDutyRate
      let refund = 0
      for (let i = 0; i < refundable.length; i += 1) refund += Math.max(0, refundable[i]!.perTotal * offerTotal - costs.inputVat * refundable[i]!.share)
      const financing = monthlyRate === 0 ? 0 : borrowed(costs, offerTotal, outputVat, atStart) * monthlyRate
      result.cost = costs.base + surcharges + atStart + bondCost + financing
      return net + refund - result.cost
    },
  }
  return result
}
