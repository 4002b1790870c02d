import { Decimal } from '#shared/decimal.ts'
import { feeParts } from '#shared/estimate/agency-fee.ts'
import { explainDirect, explainInputVat, explainRisks, explainSubsidies } from '#shared/estimate/explain-costs.ts'
import { explainCashTrough, explainPrices } from '#shared/estimate/explain-prices.ts'
import { explainProfits } from '#shared/estimate/explain-profits.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { Explanation, ExplanationPart } from '#shared/estimate/explanation.ts'
import { type Figures, type Prepared, bondCostOf, cashFlowAt, figuresAt, prepare, vatRefunds } from '#shared/estimate/figures.ts'
import { moneyText } from '#shared/money.ts'

type Explained = { prepared: Prepared; figures: Figures }

const one = new Decimal(1)

const subtotalPart = (key: ExplanationPart['subtotal'], amount: Decimal, sign: 1 | -1 = 1): ExplanationPart => ({
  formula: sign === 1 ? 'plus-subtotal' : 'minus-subtotal',
  id: null,
  name: null,
  subtotal: key,
  amount: moneyText(amount.times(sign)),
  figures: {},
})

const ratePart = (formula: ExplanationPart['formula'], subtotal: ExplanationPart['subtotal'], base: Decimal, rate: string, amount: Decimal): ExplanationPart => ({
  formula,
  id: null,
  name: null,
  subtotal,
  amount: moneyText(amount),
  figures: { base: moneyText(base), rate },
})

const explainOffer = ({ prepared: { offer }, figures }: Explained): Explanation[] => {
  const part = (formula: ExplanationPart['formula'], index: number, amount: Decimal, extra: Record<string, string>): ExplanationPart => {
    const { line } = offer.lines[index] ?? { line: { id: null, name: null } }
    return { formula, id: line.id, name: line.name, subtotal: null, amount: moneyText(amount), figures: extra }
  }
  const commercial = offer.lines.map(({ line }, i) => {
    const amount = new Decimal(line.quantity).times(line.commercialUnitPrice ?? 0)
    return part('quantity-times-commercial-price', i, amount, { quantity: line.quantity, unitPrice: line.commercialUnitPrice ?? '' })
  })
  return [
    {
      subtotal: 'offerTotal',
      amount: moneyText(offer.total),
      parts: offer.lines.map(({ line, total }, i) => part('quantity-times-unit-price', i, total, { quantity: line.quantity, unitPrice: line.unitPrice })),
    },
    {
      subtotal: 'netRevenue',
      amount: moneyText(figures.netRevenue),
      parts: offer.lines.map(({ line, total, net }, i) => part('total-without-vat', i, net, { total: moneyText(total), rate: line.vatRate })),
    },
    {
      subtotal: 'outputVat',
      amount: moneyText(figures.outputVat),
      parts: offer.lines.map(({ line, total, vat }, i) => part('vat-in-total', i, vat, { total: moneyText(total), rate: line.vatRate })),
    },
    ...(offer.commercialValue === null ? [] : [{ subtotal: 'commercialValue' as const, amount: moneyText(offer.commercialValue), parts: commercial }]),
  ]
}

const explainTaxes = ({ prepared, figures }: Explained): Explanation[] => {
  const { estimate, costs, offer } = prepared
  const refundParts = vatRefunds(prepared, one).map(({ lineId, amount }): ExplanationPart => {
    const line = offer.lines.find((candidate) => candidate.line.id === lineId)
    const inputShare = line === undefined || offer.net.isZero() ? new Decimal(0) : costs.inputVat.times(line.net).div(offer.net)
    const own = { outputVat: moneyText(line?.vat ?? 0), inputVatShare: moneyText(inputShare), net: moneyText(line?.net ?? 0), retainedRate: '0.03' }
    return { formula: 'software-vat-refund', id: lineId, name: line?.line.name ?? null, subtotal: null, amount: moneyText(amount), figures: own }
  })
  return [
    { subtotal: 'vatPayable', amount: moneyText(figures.vatPayable), parts: [subtotalPart('outputVat', figures.outputVat), subtotalPart('inputVat', costs.inputVat, -1)] },
    {
      subtotal: 'surcharges',
      amount: moneyText(figures.surcharges),
      parts: [ratePart('rate-times-subtotal', 'vatPayable', figures.vatPayable, estimate.surchargeRate, figures.surcharges)],
    },
    { subtotal: 'vatRefund', amount: moneyText(figures.vatRefund), parts: refundParts },
    {
      subtotal: 'stampDuty',
      amount: moneyText(figures.stampDuty),
      parts: [ratePart('rate-times-subtotal', 'netRevenue', figures.netRevenue, estimate.stampDutyRate, figures.stampDuty)],
    },
  ]
}

const agencyFeeParts = ({ prepared: { estimate }, figures }: Explained): ExplanationPart[] => {
  const { payer, schedule, discount } = estimate.agencyFee
  const base = { id: null, name: null, subtotal: null }
  if (payer !== 'winner') return []
  if (schedule === 'fixed') return [{ ...base, formula: 'fixed-amount', amount: moneyText(figures.agencyFee), figures: {} }]
  const tiers = feeParts(schedule, figures.offerTotal)
  const tiered = tiers.reduce((sum, { fee }) => sum.plus(fee), new Decimal(0))
  const parts = tiers.map(({ part, rate, fee }): ExplanationPart => ({ ...base, formula: 'fee-tier', amount: moneyText(fee), figures: { base: moneyText(part), rate: rate.toFixed() } }))
  if (new Decimal(discount).isZero()) return parts
  return [...parts, { ...base, formula: 'fee-discount', amount: moneyText(tiered.times(discount).negated()), figures: { base: moneyText(tiered), rate: discount } }]
}

const explainFees = (explained: Explained): Explanation[] => {
  const { prepared, figures } = explained
  const { estimate } = prepared
  const bonds = estimate.bonds.map((bond): ExplanationPart => {
    const rate = bond.form === 'cash' ? estimate.annualFinanceRate : bond.guaranteeRate
    const amount = moneyText(bondCostOf(bond, estimate.annualFinanceRate))
    return { formula: bond.form === 'cash' ? 'cash-bond' : 'guarantee', id: bond.kind, name: null, subtotal: null, amount, figures: { base: bond.amount, rate, months: String(bond.months) } }
  })
  const months = cashFlowAt(prepared, figures).map(({ month, received, paid, vatPaid, balance }): ExplanationPart => {
    const interest = Decimal.max(0, balance.negated()).times(estimate.annualFinanceRate).div(12)
    const flows = { month: String(month), received: moneyText(received), paid: moneyText(paid), vatPaid: moneyText(vatPaid), balance: moneyText(balance) }
    return { formula: 'interest-of-month', id: null, name: null, subtotal: null, amount: moneyText(interest), figures: flows }
  })
  return [
    { subtotal: 'agencyFee', amount: moneyText(figures.agencyFee), parts: agencyFeeParts(explained) },
    { subtotal: 'bondCost', amount: moneyText(figures.bondCost), parts: bonds },
    { subtotal: 'financing', amount: moneyText(figures.financing), parts: months },
  ]
}

const explainLayers = ({ prepared: { costs }, figures }: Explained): Explanation[] => {
  const named = (formula: 'incremental-lines' | 'allocated-lines', amount: Decimal): ExplanationPart => ({ ...subtotalPart('direct', amount), formula })
  const { incrementalCost, fulfilmentCost, expectedCost, profit } = figures
  return [
    {
      subtotal: 'incrementalCost',
      amount: moneyText(incrementalCost),
      parts: [
        named('incremental-lines', costs.directIncremental),
        subtotalPart('riskCost', costs.riskCost),
        subtotalPart('subsidy', costs.subsidy, -1),
        subtotalPart('surcharges', figures.surcharges),
        subtotalPart('stampDuty', figures.stampDuty),
        subtotalPart('agencyFee', figures.agencyFee),
        subtotalPart('bondCost', figures.bondCost),
        subtotalPart('financing', figures.financing),
      ],
    },
    { subtotal: 'fulfilmentCost', amount: moneyText(fulfilmentCost), parts: [subtotalPart('incrementalCost', incrementalCost), named('allocated-lines', costs.directAllocated)] },
    {
      subtotal: 'expectedCost',
      amount: moneyText(expectedCost),
      parts: [subtotalPart('fulfilmentCost', fulfilmentCost), subtotalPart('overhead', costs.overhead), subtotalPart('contingency', costs.contingency)],
    },
    {
      subtotal: 'profit',
      amount: moneyText(profit),
      parts: [subtotalPart('netRevenue', figures.netRevenue), subtotalPart('vatRefund', figures.vatRefund), subtotalPart('expectedCost', expectedCost, -1)],
    },
  ]
}

/**
 * Every subtotal of an estimate's result with what it is made of: lines, rates and formula codes, CNY.
 * Parts are each rounded to the fen, so they can differ from their subtotal by their roundings; `vatPayable` is not below 0.
 */
export const explain = (estimate: Estimate, today: string | null = null): Explanation[] => {
  const prepared = prepare(estimate, { today })
  const figures = figuresAt(prepared, prepared.offer.total)
  const { costs } = prepared
  const explained = { prepared, figures }
  const rates: Explanation[] = [
    { subtotal: 'overhead', amount: moneyText(costs.overhead), parts: [ratePart('rate-times-subtotal', 'direct', costs.direct, estimate.overheadRate, costs.overhead)] },
    { subtotal: 'contingency', amount: moneyText(costs.contingency), parts: [ratePart('rate-times-subtotal', 'direct', costs.direct, estimate.contingencyRate, costs.contingency)] },
  ]
  return [
    ...explainOffer(explained),
    explainDirect(costs),
    explainRisks(estimate, costs),
    explainSubsidies(costs),
    ...rates,
    explainInputVat(costs),
    ...explainTaxes(explained),
    ...explainFees(explained),
    explainCashTrough(prepared, figures),
    ...explainLayers(explained),
    ...explainProfits({ ...explained, today }),
    ...explainPrices(prepared),
  ]
}
