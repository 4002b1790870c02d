import { Decimal } from '#shared/decimal.ts'
import { breakEvenOf, priceAtMargin } from '#shared/estimate/break-even.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { figuresAt, prepare } from '#shared/estimate/figures.ts'
import type { EstimateResult, VolumeResult } from '#shared/estimate/result.ts'
import { moneyText, ratioNumber } from '#shared/money.ts'

const atVolume = (estimate: Estimate, share: string, today: string | null): VolumeResult => {
  const prepared = prepare(estimate, { share: new Decimal(share), today })
  const { profit, margin } = figuresAt(prepared, prepared.offer.total)
  return { share: new Decimal(share).toNumber(), profit: moneyText(profit), margin: margin === null ? null : ratioNumber(margin) }
}

const orNull = (amount: Decimal | null): string | null => (amount === null ? null : moneyText(amount))

/**
 * Steps 1–12 of the estimate model with break-even and floor price, exact until each amount is rounded half-up once.
 * Unit costs that are unknown on `today` (null: validity is not looked at) count as 0; `findUnknowns` lists them.
 */
export const evaluate = (estimate: Estimate, today: string | null = null): EstimateResult => {
  const prepared = prepare(estimate, { today })
  const { costs, offer } = prepared
  const figures = figuresAt(prepared, offer.total)
  const subsidised = prepare(estimate, { today, withAllSubsidies: true })
  const parity = offer.commercialValue === null || offer.commercialValue.isZero() ? null : offer.total.div(offer.commercialValue)
  return {
    offerTotal: moneyText(offer.total),
    netRevenue: moneyText(figures.netRevenue),
    direct: moneyText(costs.direct),
    riskCost: moneyText(costs.riskCost),
    subsidy: moneyText(costs.subsidy),
    overhead: moneyText(costs.overhead),
    contingency: moneyText(costs.contingency),
    outputVat: moneyText(figures.outputVat),
    inputVat: moneyText(costs.inputVat),
    vatPayable: moneyText(figures.vatPayable),
    surcharges: moneyText(figures.surcharges),
    vatRefund: moneyText(figures.vatRefund),
    stampDuty: moneyText(figures.stampDuty),
    agencyFee: moneyText(figures.agencyFee),
    bondCost: moneyText(figures.bondCost),
    financing: moneyText(figures.financing),
    cashTrough: moneyText(figures.cashTrough),
    incrementalCost: moneyText(figures.incrementalCost),
    fulfilmentCost: moneyText(figures.fulfilmentCost),
    expectedCost: moneyText(figures.expectedCost),
    profit: moneyText(figures.profit),
    commercialValue: orNull(offer.commercialValue),
    parity: parity === null ? null : ratioNumber(parity),
    margin: figures.margin === null ? null : ratioNumber(figures.margin),
    profitWithAllSubsidies: moneyText(figuresAt(subsidised, subsidised.offer.total).profit),
    byVolume: estimate.volumeShares.map((share) => atVolume(estimate, share, today)),
    breakEvenPrice: orNull(breakEvenOf(prepared)),
    floorPrice: orNull(priceAtMargin(prepared, estimate.policy.minMargin)),
  }
}
