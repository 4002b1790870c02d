import { Decimal, type DecimalValue } from '#shared/decimal.ts'
import { agencyFeeOn } from '#shared/estimate/agency-fee.ts'
import { type CashMonth, type DuePayment, type PriceFlows, balancesOf, cashMonths, duePayments, financingOf } from '#shared/estimate/cash-flow.ts'
import { type CostBase, type CostLineAmounts, costBase, expectedLines } from '#shared/estimate/cost-base.ts'
import type { Bond, Estimate } from '#shared/estimate/estimate.ts'
import { type OfferBase, offerBase } from '#shared/estimate/offer-base.ts'
import { withinWindows } from '#shared/estimate/subsidy-window.ts'

/** An estimate with everything computed that the price does not change; `figuresAt` adds the price. */
export type Prepared = {
  estimate: Estimate
  share: Decimal
  costs: CostBase
  offer: OfferBase
  payments: DuePayment[]
  bondCost: Decimal
  surchargeRate: Decimal
  stampDutyRate: Decimal
  annualFinanceRate: Decimal
}

/** The figures of steps 1–11 in exact decimals, not yet rounded. Margin is null without revenue. */
export type Figures = {
  offerTotal: Decimal
  netRevenue: Decimal
  outputVat: Decimal
  vatPayable: Decimal
  surcharges: Decimal
  vatRefund: Decimal
  stampDuty: Decimal
  agencyFee: Decimal
  bondCost: Decimal
  financing: Decimal
  cashTrough: Decimal
  incrementalCost: Decimal
  fulfilmentCost: Decimal
  expectedCost: Decimal
  profit: Decimal
  margin: Decimal | null
}

/** `lines`: the expected cost lines of the whole volume when they are already known. */
export type PrepareOptions = { share?: Decimal; withAllSubsidies?: boolean; today?: string | null; lines?: readonly CostLineAmounts[] }

const zero = new Decimal(0)
const retainedVatRate = new Decimal('0.03')

/** Step 9: interest given up on cash bonds and the fee of guarantees. */
export const bondCostOf = (bond: Bond, annualFinanceRate: DecimalValue): Decimal =>
  new Decimal(bond.amount).times(bond.form === 'cash' ? annualFinanceRate : bond.guaranteeRate).times(bond.months).div(12)

/** Prepares an estimate at one volume share (default 1); `today` null leaves validity of prices out of account. */
export const prepare = (
  given: Estimate,
  { share = new Decimal(1), withAllSubsidies = false, today = null, lines = expectedLines(given, today) }: PrepareOptions = {},
): Prepared => {
  const estimate = withinWindows(given, today)
  return {
    estimate,
    share,
    costs: costBase(estimate, { share, withAllSubsidies, lines }),
    offer: offerBase(estimate.offerLines, share, today),
    payments: duePayments(estimate.payment),
    bondCost: estimate.bonds.reduce((sum, bond) => sum.plus(bondCostOf(bond, estimate.annualFinanceRate)), zero),
    surchargeRate: new Decimal(estimate.surchargeRate),
    stampDutyRate: new Decimal(estimate.stampDutyRate),
    annualFinanceRate: new Decimal(estimate.annualFinanceRate),
  }
}

/** Step 6 for each refundable offer line, with all lines scaled by `factor`: what VAT over 3 % of its net comes back. */
export const vatRefunds = ({ offer, costs }: Prepared, factor: Decimal): { lineId: string; amount: Decimal }[] =>
  offer.lines
    .filter(({ line }) => line.softwareVatRefund)
    .map(({ line, net, vat }) => {
      const share = offer.net.isZero() ? zero : net.div(offer.net)
      const own = vat.minus(net.times(retainedVatRate)).times(factor)
      return { lineId: line.id, amount: Decimal.max(zero, own.minus(costs.inputVat.times(share))) }
    })

type Priced = Pick<Figures, 'offerTotal' | 'outputVat' | 'agencyFee' | 'stampDuty'>

const priceFlows = ({ surchargeRate }: Prepared, { offerTotal, outputVat, agencyFee, stampDuty }: Priced): PriceFlows => ({
  offerTotal,
  outputVat,
  atStart: agencyFee.plus(stampDuty),
  surchargeRate,
})

/** The monthly cash flow behind step 10 at an offer total. */
export const cashFlowAt = (prepared: Prepared, priced: Priced): CashMonth[] => cashMonths(prepared.costs, prepared.payments, priceFlows(prepared, priced))

/** Steps 5–11 with every offer line scaled by one factor and not rounded again; an offer of 0 can't be scaled to anything else (throws). */
export const figuresAt = (prepared: Prepared, offerTotal: Decimal): Figures => {
  const { costs, offer } = prepared
  if (offer.total.isZero() && !offerTotal.isZero()) throw new Error('an offer of 0 has no factor to another total')
  const factor = offer.total.isZero() ? new Decimal(1) : offerTotal.div(offer.total)
  const netRevenue = offer.net.times(factor)
  const outputVat = offerTotal.minus(netRevenue)
  const vatPayable = Decimal.max(zero, outputVat.minus(costs.inputVat))
  const surcharges = vatPayable.times(prepared.surchargeRate)
  const vatRefund = vatRefunds(prepared, factor).reduce((sum, { amount }) => sum.plus(amount), zero)
  const stampDuty = netRevenue.times(prepared.stampDutyRate)
  const agencyFee = agencyFeeOn(prepared.estimate.agencyFee, offerTotal)
  const balances = balancesOf(costs, prepared.payments, priceFlows(prepared, { offerTotal, outputVat, agencyFee, stampDuty }))
  const { financing, cashTrough } = financingOf(balances, prepared.annualFinanceRate)
  const { bondCost } = prepared
  const incrementalCost = costs.directIncremental.plus(costs.riskCost).minus(costs.subsidy).plus(surcharges).plus(stampDuty).plus(agencyFee).plus(bondCost).plus(financing)
  const fulfilmentCost = incrementalCost.plus(costs.directAllocated)
  const expectedCost = fulfilmentCost.plus(costs.overhead).plus(costs.contingency)
  const profit = netRevenue.plus(vatRefund).minus(expectedCost)
  const margin = netRevenue.isZero() ? null : profit.div(netRevenue)
  return { offerTotal, netRevenue, outputVat, vatPayable, surcharges, vatRefund, stampDuty, agencyFee, bondCost, financing, cashTrough, incrementalCost, fulfilmentCost, expectedCost, profit, margin }
}
