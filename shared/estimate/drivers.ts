import { normalQuantile } from '#shared/estimate/normal.ts'
import { quantileAt } from '#shared/estimate/pert.ts'
import type { SamplePlan } from '#shared/estimate/sample-plan.ts'
import type { Driver } from '#shared/estimate/simulation.ts'

/** Something the tornado has a bar for: its place in the values, the risk it belongs to (−1: none), its low and high end. */
type Candidate = { driver: Driver; value: number; risk: number; low: number; high: number }

/** Profit in the expected case with some values replaced. */
export type ExpectedProfit = (change: (values: Float64Array, happens: Float64Array) => void) => number

/** Collects, sample by sample, how each uncertain input moves with profit. */
export type DriverTally = { add(values: Float64Array, happens: Float64Array, profit: number): void; drivers(): Driver[] }

const z90 = normalQuantile(0.9)

const inputCandidates = (plan: SamplePlan, expectedProfit: ExpectedProfit): Candidate[] =>
  plan.inputs.flatMap(({ kind, id, name, value, table }) => {
    if (kind === 'impact') return []
    const low = quantileAt(table, -z90)
    const high = quantileAt(table, z90)
    const profitWith = (amount: number): number => expectedProfit((values) => values.fill(amount, value, value + 1))
    const driver: Driver = { kind, id, name, varianceShare: 0, profitAtLow: profitWith(low), profitAtHigh: profitWith(high) }
    return [{ driver, value, risk: -1, low, high }]
  })

const riskCandidates = (plan: SamplePlan, expectedProfit: ExpectedProfit): Candidate[] =>
  plan.risks.flatMap(({ id, name, impactValue, meanImpact, spread }, index) => {
    if (spread === 0 && !plan.inputs.some(({ value }) => value === impactValue)) return []
    const profitWith = (happening: number): number => expectedProfit((_values, happens) => happens.fill(happening, index, index + 1))
    const driver: Driver = { kind: 'risk', id, name, varianceShare: 0, profitAtLow: profitWith(0), profitAtHigh: profitWith(1) }
    return [{ driver, value: impactValue, risk: index, low: 0, high: meanImpact }]
  })

/**
 * Splits the variance of profit over its inputs: each gets its slope in the expected case × its covariance with profit,
 * so that correlated inputs share what they cause together. Exact for a linear profit; shares are scaled to sum to 1.
 */
export const driverTally = (plan: SamplePlan, expectedProfit: ExpectedProfit): DriverTally => {
  const candidates = [...inputCandidates(plan, expectedProfit), ...riskCandidates(plan, expectedProfit)]
  const places = Int32Array.from(candidates, ({ value }) => value)
  const risks = Int32Array.from(candidates, ({ risk }) => risk)
  const sums = new Float64Array(candidates.length)
  const products = new Float64Array(candidates.length)
  let count = 0
  let profits = 0
  const reference = expectedProfit(() => undefined)
  return {
    add(values, happens, profit) {
      const centred = profit - reference
      for (let i = 0; i < places.length; i += 1) {
        const risk = risks[i]!
        const amount = risk < 0 ? values[places[i]!]! : values[places[i]!]! * happens[risk]!
        sums[i] = sums[i]! + amount
        products[i] = products[i]! + amount * centred
      }
      count += 1
      profits += centred
    },
    drivers() {
      const parts = candidates.map(({ driver, low, high }, i) => {
        const slope = high === low ? 0 : (driver.profitAtHigh - driver.profitAtLow) / (high - low)
        return Math.max(0, slope * (products[i]! / count - (sums[i]! / count) * (profits / count)))
      })
      const total = parts.reduce((sum, part) => sum + part, 0)
      return candidates
        .map(({ driver }, i) => ({ ...driver, varianceShare: total === 0 ? 0 : parts[i]! / total }))
        .sort((a, b) => b.varianceShare - a.varianceShare || (a.id < b.id ? -1 : 1))
    },
  }
}
