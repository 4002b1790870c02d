import { Decimal } from '#shared/decimal.ts'
import type { Load, Sizing } from '#shared/sizing/sizing.ts'
import { type Step, calculation } from '#shared/sizing/step.ts'

/** Σ factor^m over m = 0 … months − 1. */
export const seriesSum = (factor: Decimal, months: number): Decimal => {
  let [sum, power] = [new Decimal(0), new Decimal(1)]
  for (let month = 0; month < months; month += 1) {
    sum = sum.plus(power)
    power = power.times(factor)
  }
  return sum.toDecimalPlaces(12)
}

export const growthFactor = ({ monthlyGrowth }: Pick<Load, 'monthlyGrowth'>): Decimal => new Decimal(monthlyGrowth).plus(1)

/** The load of the first month, before growth: users, requests, million tokens in and out. */
export const loadSteps = ({ load }: Pick<Sizing, 'load'>): { activeUsers: Step; requestsPerMonth: Step; inputPerMonth: Step; outputPerMonth: Step } => {
  const activeUsers = calculation('activeUsers', 'people', ['', 'users', load.users], ['×', 'activeShare', load.activeShare])
  const requestsPerMonth = calculation('requestsPerMonth', 'requests', ['', 'activeUsers', activeUsers.value], ['×', 'requestsPerDay', load.requestsPerDay], ['×', 'workingDays', load.workingDays])
  const tokens = (key: 'inputPerMonth' | 'outputPerMonth', of: 'inputTokens' | 'outputTokens') =>
    calculation(key, 'million-tokens', ['', 'requestsPerMonth', requestsPerMonth.value], ['×', of, load[of]], ['÷', 'million', 1_000_000])
  return { activeUsers, requestsPerMonth, inputPerMonth: tokens('inputPerMonth', 'inputTokens'), outputPerMonth: tokens('outputPerMonth', 'outputTokens') }
}
