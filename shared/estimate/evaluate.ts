import { Decimal } from '#shared/decimal.ts'
import { breakEvenOf, priceAtMargin } from '#shared/estimate/break-even.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { type Figures, type Prepared, figuresAt, prepare } from '#shared/estimate/figures.ts'
import type { EstimateResult, VolumeResult } from '#shared/estimate/result.ts'
import { moneyText, ratioNumber } from '#shared/money.ts'

type Whole = { estimate: Estimate; today: string | null; prepared: Prepared; figures: Figures }

const volumeResult = (share: Decimal, { profit, margin }: Figures): VolumeResult => ({
  share: share.toNumber(),
  profit: moneyText(profit),
  margin: margin === null ? null : ratioNumber(margin),
})

/** Step 12 at one share; the whole volume is the estimate itself and not computed again. */
const atVolume = ({ estimate, today, prepared, figures }: Whole, text: string): VolumeResult => {
  const share = new Decimal(text)
  if (share.eq(1)) return volumeResult(share, figures)
  const part = prepare(estimate, { share, today, lines: prepared.costs.lines })
  return volumeResult(share, figuresAt(part, part.offer.total))
}

/** Profit with every subsidy secured: the whole calculation again, unless they all are. */
const fullySubsidised = ({ estimate, today, prepared, figures }: Whole): Decimal => {
  if (prepared.estimate.subsidies.every(({ secured }) => secured)) return figures.profit
  const subsidised = prepare(estimate, { today, withAllSubsidies: true, lines: prepared.costs.lines })
  return figuresAt(subsidised, subsidised.offer.total).profit
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
  const whole = { estimate, today, prepared, figures }
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
    profitWithAllSubsidies: moneyText(fullySubsidised(whole)),
    byVolume: estimate.volumeShares.map((share) => atVolume(whole, share)),
    breakEvenPrice: orNull(breakEvenOf(prepared)),
    floorPrice: orNull(priceAtMargin(prepared, estimate.policy.minMargin)),
  }
}
