import { Decimal } from '#shared/decimal.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { type LossCurve, priceAtLossProbability } from '#shared/estimate/loss-curve.ts'
import { offerBase } from '#shared/estimate/offer-base.ts'
import type { PriceModel } from '#shared/estimate/price-model.ts'
import { moneyText, roundUpToFen } from '#shared/money.ts'

/** The prices at which something changes; null where it is not known or does not exist. */
export type Thresholds = {
  breakEven: string | null
  /** At most the policy's P(loss) from here on. */
  safe: string | null
  parityFloor: string | null
  targetMargin: string | null
  ceiling: string | null
  commercialValue: string | null
  /** The lowest price that starts no abnormally-low review. */
  abnormal: string | null
}

export function thresholdsOf(model: PriceModel, estimate: Estimate, context: { ceiling: string | null; lossCurve: LossCurve | null; today: string; abnormal: string | null }): Thresholds {
  const { policy } = estimate
  const { commercialValue } = offerBase(estimate.offerLines, new Decimal(1), context.today)
  const safe = context.lossCurve === null ? null : priceAtLossProbability(context.lossCurve, Number(policy.maxLossProbability))
  return {
    breakEven: model.breakEvenPrice,
    safe: safe === null ? null : moneyText(roundUpToFen(safe)),
    parityFloor: commercialValue === null ? null : moneyText(roundUpToFen(commercialValue.times(policy.parityFloor))),
    targetMargin: model.floorPrice,
    ceiling: context.ceiling === null ? null : moneyText(context.ceiling),
    commercialValue: commercialValue === null ? null : moneyText(commercialValue),
    abnormal: context.abnormal,
  }
}

const niceFactors = [1, 2, 2.5, 5, 10]

/** The prices the axis shows, yuan: wide enough for every threshold and the cost's uncertainty, on round ends. */
export function axisRange({ ceiling, ...rest }: Omit<Thresholds, 'commercialValue'>, lossCurve: LossCurve | null, offerTotal: string): { min: number; max: number } {
  const offer = Number(offerTotal)
  const near = [rest.breakEven, rest.safe, rest.parityFloor, rest.targetMargin].filter((price) => price !== null).map(Number)
  const spread = lossCurve === null || lossCurve.breakEvens.length === 0 ? [] : [0.985, 0.015].map((share) => priceAtLossProbability(lossCurve, share) ?? offer)
  const points = [...near, ...spread, offer].filter((price) => price > 0)
  const low = Math.min(...points) * 0.92
  const high = Math.max(...points) * 1.06
  const top = ceiling === null ? high : Math.max(high, Math.min(Number(ceiling) * 1.05, high * 1.8))
  const step = niceStep((top - low) / 40)
  return { min: Math.max(0, Math.floor(low / step) * step), max: Math.max(Math.ceil(top / step), Math.floor(low / step) + 1) * step }
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)))
  return (niceFactors.find((factor) => factor * power >= rough) ?? 10) * power
}

/** ←→ one thousand and Shift ten thousand yuan, as the trade counts; finer where the whole bid is small. */
export function stepsFor(offerTotal: string): { step: number; bigStep: number } {
  const offer = Number(offerTotal)
  const step = offer >= 500_000 ? 1000 : offer >= 50_000 ? 100 : 10
  return { step, bigStep: step * 10 }
}

/** Where a discount is typed, the thumb moves by tenths of a percent of the commercial value. */
export function discountSteps(commercialValue: string): { step: number; bigStep: number } {
  const step = Number(commercialValue) / 1000
  return { step, bigStep: step * 10 }
}
