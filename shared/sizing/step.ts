import { Decimal } from '#shared/decimal.ts'
import type { ApiRoute, Deployment, Load, Stack } from '#shared/sizing/sizing.ts'

/** Everything a step can be made of: what a person says, and other steps. */
export type InputKey =
  | keyof Pick<Load, 'users' | 'activeShare' | 'requestsPerDay' | 'workingDays' | 'inputTokens' | 'outputTokens' | 'cacheShare'>
  | keyof Pick<ApiRoute, 'inputPrice' | 'cachedPrice' | 'outputPrice'>
  | keyof Pick<Deployment, 'bytesPerWeight' | 'bytesPerCacheValue' | 'overheadShare' | 'peakFactor' | 'hoursPerDay' | 'secondsPerRequest' | 'pue' | 'powerPrice' | 'hostingPerServer' | 'people' | 'costPerPerson'>
  | keyof Pick<Stack, 'memoryGb' | 'powerWatts' | 'inputTokensPerSecond' | 'outputTokensPerSecond' | 'usableShare' | 'cardsPerServer' | 'serverWatts' | 'spareServers' | 'serverPrice' | 'rentPerCard'>
  | 'months' | 'growthSum' | 'growthPriceSum' | 'lastMonthFactor' | 'freshShare' | 'parametersB' | 'cacheValuesPerToken' | 'hoursPerMonth' | 'contextTokens' | 'million' | 'thousand' | 'secondsPerHour' | 'giga'

export type StepKey =
  | 'activeUsers' | 'requestsPerMonth' | 'inputPerMonth' | 'outputPerMonth' | 'freshTokens' | 'cachedTokens' | 'outputTokensAll' | 'freshCost' | 'cachedCost' | 'outputCost'
  | 'peakRequests' | 'peakInput' | 'peakOutput' | 'cardsForInput' | 'cardsForOutput' | 'cardsForSpeed' | 'weights' | 'usableMemory' | 'cardsPerCopy' | 'copies'
  | 'concurrent' | 'cachePerToken' | 'cacheMemory' | 'cardsForMemory' | 'cards' | 'servers' | 'power' | 'energy'
  | 'serversCost' | 'rentalCost' | 'powerCost' | 'hostingCost' | 'peopleCost' | 'total'

export type StepUnit = 'people' | 'requests' | 'requests-per-second' | 'million-tokens' | 'tokens-per-second' | 'cards' | 'copies' | 'gigabytes' | 'bytes' | 'servers' | 'kilowatts' | 'kilowatt-hours' | 'cny'

export type Term = { operator: '' | '×' | '÷' | '+' | '−'; key: InputKey | StepKey; value: string | null }

/** One figure of the sizing with what it is made of; null where something in it is unknown. `rule`: rounded up to whole things, or the largest of the terms. */
export type Step = { key: StepKey; unit: StepUnit; value: string | null; rule: 'exact' | 'up' | 'largest'; terms: Term[] }

type Operand = readonly [operator: Term['operator'], key: Term['key'], value: string | number | Decimal | null]

const text = (value: string | number | Decimal | null): string | null => (value === null ? null : new Decimal(value).toDecimalPlaces(12).toFixed())

const apply = (total: Decimal, operator: Term['operator'], value: Decimal): Decimal => {
  switch (operator) {
    case '': return value
    case '×': return total.times(value)
    case '÷': return total.div(value)
    case '+': return total.plus(value)
    case '−': return total.minus(value)
  }
}

const step = (key: StepKey, unit: StepUnit, rule: Step['rule'], value: Decimal | null, operands: readonly Operand[]): Step => ({
  key,
  unit,
  rule,
  value: text(value),
  terms: operands.map(([operator, name, of]) => ({ operator, key: name, value: text(of) })),
})

const known = (operands: readonly Operand[]): (readonly [Term['operator'], Decimal])[] | null => {
  const values = operands.map(([operator, , value]) => (value === null ? null : ([operator, new Decimal(value)] as const)))
  return values.every((value) => value !== null) ? values : null
}

/** The operands taken from left to right; null when one of them is unknown. Kept to twelve decimals. */
export const calculation = (key: StepKey, unit: StepUnit, ...operands: readonly Operand[]): Step =>
  step(key, unit, 'exact', known(operands)?.reduce((total, [operator, value]) => apply(total, operator, value), new Decimal(0)) ?? null, operands)

/** The same, rounded up to whole things. */
export const wholeThings = (key: StepKey, unit: StepUnit, ...operands: readonly Operand[]): Step => {
  const value = known(operands)?.reduce((total, [operator, of]) => apply(total, operator, of), new Decimal(0)) ?? null
  return step(key, unit, 'up', value?.ceil() ?? null, operands)
}

/** The largest of the operands; null when one of them is unknown. */
export const largest = (key: StepKey, unit: StepUnit, ...operands: readonly Operand[]): Step => {
  const values = known(operands)?.map(([, value]) => value) ?? null
  return step(key, unit, 'largest', values === null ? null : Decimal.max(...values), operands)
}
