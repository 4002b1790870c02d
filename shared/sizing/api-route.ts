import { Decimal } from '#shared/decimal.ts'
import { growthFactor, loadSteps, seriesSum } from '#shared/sizing/load.ts'
import type { RouteResult } from '#shared/sizing/route.ts'
import type { Sizing } from '#shared/sizing/sizing.ts'
import { calculation } from '#shared/sizing/step.ts'

/**
 * What the workload costs by the token over all months, CNY without VAT: tokens grow and prices fall month by month,
 * cached input has its own price. A price that is not known leaves its part and the total null.
 */
export const apiRoute = (sizing: Sizing): RouteResult => {
  const { load, api, months } = sizing
  const steps = loadSteps(sizing)
  const growth = growthFactor(load)
  const growthSum = seriesSum(growth, months)
  const priceSum = seriesSum(growth.times(new Decimal(1).minus(api.monthlyDecline)), months)
  const fresh = new Decimal(1).minus(load.cacheShare)
  const { inputPerMonth, outputPerMonth } = steps
  const freshTokens = calculation('freshTokens', 'million-tokens', ['', 'inputPerMonth', inputPerMonth.value], ['×', 'freshShare', fresh], ['×', 'growthSum', growthSum])
  const cachedTokens = calculation('cachedTokens', 'million-tokens', ['', 'inputPerMonth', inputPerMonth.value], ['×', 'cacheShare', load.cacheShare], ['×', 'growthSum', growthSum])
  const outputTokens = calculation('outputTokensAll', 'million-tokens', ['', 'outputPerMonth', outputPerMonth.value], ['×', 'growthSum', growthSum])
  const freshCost = calculation('freshCost', 'cny', ['', 'inputPerMonth', inputPerMonth.value], ['×', 'freshShare', fresh], ['×', 'inputPrice', priceNeeded(fresh, api.inputPrice)], ['×', 'growthPriceSum', priceSum])
  const cachedCost = calculation('cachedCost', 'cny', ['', 'inputPerMonth', inputPerMonth.value], ['×', 'cacheShare', load.cacheShare], ['×', 'cachedPrice', priceNeeded(new Decimal(load.cacheShare), api.cachedPrice)], ['×', 'growthPriceSum', priceSum])
  const outputCost = calculation('outputCost', 'cny', ['', 'outputPerMonth', outputPerMonth.value], ['×', 'outputPrice', priceNeeded(new Decimal(load.outputTokens), api.outputPrice)], ['×', 'growthPriceSum', priceSum])
  const total = calculation('total', 'cny', ['', 'freshCost', freshCost.value], ['+', 'cachedCost', cachedCost.value], ['+', 'outputCost', outputCost.value])
  return {
    id: 'api',
    isDomestic: api.isDomestic,
    steps: [...Object.values(steps), freshTokens, cachedTokens, outputTokens, freshCost, cachedCost, outputCost, total],
    items: [
      { item: 'api-input', quantity: freshTokens.value, cost: freshCost.value, isSpread: true },
      { item: 'api-cached', quantity: cachedTokens.value, cost: cachedCost.value, isSpread: true },
      { item: 'api-output', quantity: outputTokens.value, cost: outputCost.value, isSpread: true },
    ],
    total: total.value,
    cards: null,
    servers: null,
  }
}

/** Where no token falls under a price, not knowing it changes nothing. */
const priceNeeded = (tokens: Decimal, price: string | null): string | null => (price === null && tokens.isZero() ? '0' : price)
