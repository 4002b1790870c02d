import { Decimal } from '#shared/decimal.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { scaleOffer } from '#shared/estimate/scale-offer.ts'
import type { ScenarioSettings } from '#shared/scenarios/settings.ts'
import { type LineMaker, withSizing } from '#shared/sizing/cost-lines.ts'

export type ScenarioId = 'base' | 'no-subsidies' | 'subsidies-secured' | 'award-share' | 'price-cut' | 'payment-delay' | 'route'

/**
 * A case and the estimate it leads to; `isPart`: only part of the volume, so the tender's price limits do not apply to its
 * total. `route`: another way of the sizing, 'api' or a stack's id.
 */
export type Scenario = { id: ScenarioId; route: string | null; estimate: Estimate; isPart: boolean }

/** Every subsidy granted, whether or not it is secured today or within its window. */
export const withSubsidies = (estimate: Estimate): Estimate => ({ ...estimate, subsidies: estimate.subsidies.map((subsidy) => ({ ...subsidy, secured: true, from: null, until: null })) })

const times = (quantity: string, share: Decimal): string => share.times(quantity).toFixed()

/** Only part of the volume is awarded or called off (step 12 of the model): offer and scaling costs shrink, the rest stays. */
export const atAwardShare = (estimate: Estimate, share: string): Estimate => {
  const part = new Decimal(share)
  return {
    ...estimate,
    offerLines: estimate.offerLines.map((line) => ({ ...line, quantity: times(line.quantity, part) })),
    costLines: estimate.costLines.map((line) => {
      if (!line.scalesWithVolume) return line
      const { low, likely, high } = line.quantity
      return { ...line, quantity: { low: times(low, part), likely: times(likely, part), high: times(high, part) } }
    }),
  }
}

/** The offer lowered by a fraction, printed lines summing to the new total where they can; null when nothing is quoted. */
export const withPriceCut = (estimate: Estimate, cut: string): Estimate | null => {
  const total = estimate.offerLines.reduce((sum, line) => sum.plus(new Decimal(line.quantity).times(line.unitPrice).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)), new Decimal(0))
  const scaled = scaleOffer(estimate, total.times(new Decimal(1).minus(cut)))
  return scaled.kind === 'nothing-to-scale' ? null : scaled.estimate
}

/** Every payment comes so many days later, at most ten years. */
export const withDelay = (estimate: Estimate, days: number): Estimate => ({
  ...estimate,
  payment: estimate.payment.map((payment) => ({ ...payment, delayDays: Math.min(3650, payment.delayDays + days) })),
})

/** Every other way of a linked sizing in place of the chosen one; what a person changed on its lines belongs to the way chosen and is left behind. */
const routeScenarios = (estimate: Estimate, make: LineMaker): Scenario[] => {
  const { sizing } = estimate
  if (sizing === null || sizing === undefined || !sizing.isLinked) return []
  const following = { ...estimate, costLines: estimate.costLines.map((line) => (line.origin ? { ...line, origin: { ...line.origin, isOverridden: false } } : line)) }
  const others = ['api', ...sizing.stacks.map(({ id }) => id)].filter((id) => id !== sizing.choice)
  return others.map((route) => ({ id: 'route', route, estimate: withSizing(following, { ...sizing, choice: route, left: [] }, make), isPart: false }))
}

/** The cases worth a look for this estimate, the bid as it stands first; cases that could not differ are left out. The bid is not touched. */
export const scenariosOf = (estimate: Estimate, { awardShare, priceCut, delayDays }: ScenarioSettings, make: LineMaker): Scenario[] => {
  const cut = withPriceCut(estimate, priceCut)
  const whole = (id: ScenarioId, changed: Estimate): Scenario => ({ id, route: null, estimate: changed, isPart: false })
  return [
    whole('base', estimate),
    ...(estimate.subsidies.some(({ secured }) => secured) ? [whole('no-subsidies', { ...estimate, subsidies: [] })] : []),
    ...(estimate.subsidies.some(({ secured }) => !secured) ? [whole('subsidies-secured', withSubsidies(estimate))] : []),
    { id: 'award-share', route: null, estimate: atAwardShare(estimate, awardShare), isPart: true },
    ...(cut === null ? [] : [whole('price-cut', cut)]),
    ...(estimate.payment.length === 0 ? [] : [whole('payment-delay', withDelay(estimate, delayDays))]),
    ...routeScenarios(estimate, make),
  ]
}
