import { Decimal } from '#shared/decimal.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { offerBase } from '#shared/estimate/offer-base.ts'
import { preparePriceModel, type PriceContext } from '#shared/estimate/price-model.ts'
import { scaleOffer } from '#shared/estimate/scale-offer.ts'
import type { Verdict } from '#shared/estimate/verdict.ts'
import { moneyText } from '#shared/money.ts'

const mostFen = 12

/** The estimate with its lines scaled to a total; unchanged where no line has a price. */
export function scaledTo(estimate: Estimate, offerTotal: string): Estimate {
  const scaled = scaleOffer(estimate, offerTotal)
  return scaled.kind === 'nothing-to-scale' ? estimate : scaled.estimate
}

/** What the printed lines sum to, CNY. */
export function offerTotalOf({ offerLines }: Estimate): string {
  return moneyText(offerBase(offerLines, new Decimal(1), null).total)
}

/**
 * Scales to a threshold so that its verdict really holds: rounded unit prices can shift the net amount by a fen, which is
 * enough to miss a threshold that is exact to the fen, so a few fen above and below are tried as well.
 */
export function landedOn(estimate: Estimate, offerTotal: string, verdict: Verdict, context: PriceContext): Estimate {
  const first = scaledTo(estimate, offerTotal)
  for (let distance = 0; distance <= mostFen; distance += 1) {
    for (const fen of distance === 0 ? [0] : [distance, -distance]) {
      const total = new Decimal(offerTotal).plus(new Decimal(fen).div(100)).toFixed(2)
      const scaled = fen === 0 ? first : scaledTo(estimate, total)
      const model = preparePriceModel(scaled, context)
      if (model !== null && model.at(model.offerTotal).verdict === verdict) return scaled
    }
  }
  return first
}
