import type { Estimate } from '#shared/estimate/estimate.ts'
import { type DriverTally, type ExpectedProfit, driverTally } from '#shared/estimate/drivers.ts'
import { type SampleCosts, costSampler } from '#shared/estimate/sample-costs.ts'
import { type SamplePlan, samplePlan } from '#shared/estimate/sample-plan.ts'
import { type ProfitFunction, profitFunction, sampleBreakEven } from '#shared/estimate/sample-profit.ts'
import { createSampler } from '#shared/estimate/sampler.ts'
import type { Simulation } from '#shared/estimate/simulation.ts'

/** 32,768 Sobol' points keep P(loss) within 0.003 of the truth in practice; a power of two is best. */
export const defaultSamples = 32_768

/** A break-even price that no sample reaches; JSON has no infinity. */
export const neverBreaksEven = 1e15

export type SimulationSettings = {
  seed: number
  samples?: number
  /** Prices past their validity on this day count as unknown; null: validity is not looked at. */
  today?: string | null
}

const chunk = 2048
const costQuantiles = 401
const curveQuantiles = 1001

const toFen = (amount: number): number => Math.round(amount * 100) / 100

/** The quantile of ascending values, straight between neighbours. */
export const quantileOf = (sorted: Float64Array, probability: number): number => {
  const position = Math.min(sorted.length - 1, Math.max(0, probability * (sorted.length - 1)))
  const index = Math.floor(position)
  const from = sorted[index] ?? 0
  return from + ((sorted[index + 1] ?? from) - from) * (position - index)
}

/** The middles of `count` equal slices of ascending values: a smaller stand-in for all of them. */
const thinned = (sorted: Float64Array, count: number): number[] =>
  Array.from({ length: count }, (_, i) => toFen(quantileOf(sorted, (i + 0.5) / count)))

type Samples = { costs: Float64Array; profits: Float64Array; breakEvens: Float64Array; tally: DriverTally }

type Run = { plan: SamplePlan; evaluate: ProfitFunction; sampleCosts: (values: Float64Array, happens: Float64Array) => SampleCosts; samples: Samples }

const prepareRun = (estimate: Estimate, today: string | null, count: number): Run => {
  const plan = samplePlan(estimate, today)
  const evaluate = profitFunction(plan)
  const sampleCosts = costSampler(plan, Number(estimate.annualFinanceRate) !== 0)
  const offerTotal = plan.prepared.offer.total.toNumber()
  const expectedProfit: ExpectedProfit = (change) => {
    const values = plan.values.slice()
    const happens = Float64Array.from(plan.risks, ({ probability }) => probability)
    change(values, happens)
    return evaluate.profitAt(sampleCosts(values, happens), offerTotal)
  }
  const tally = driverTally(plan, expectedProfit)
  return { plan, evaluate, sampleCosts, samples: { costs: new Float64Array(count), profits: new Float64Array(count), breakEvens: new Float64Array(count), tally } }
}

const summarise = ({ costs, profits, breakEvens, tally }: Samples, seed: number): Simulation => {
  const count = profits.length
  const losses = profits.reduce((total, profit) => total + (profit < 0 ? 1 : 0), 0)
  const mean = (values: Float64Array): number => toFen(values.reduce((total, value) => total + value, 0) / count)
  const meanCost = mean(costs)
  const meanProfit = mean(profits)
  costs.sort()
  profits.sort()
  breakEvens.sort()
  const worst = profits.subarray(0, Math.max(1, Math.round(count * 0.05)))
  return {
    p10: toFen(quantileOf(costs, 0.1)),
    p50: toFen(quantileOf(costs, 0.5)),
    p80: toFen(quantileOf(costs, 0.8)),
    p90: toFen(quantileOf(costs, 0.9)),
    lossProbability: losses / count,
    expectedShortfall5: toFen(worst.reduce((total, profit) => total + profit, 0) / worst.length),
    samples: count,
    seed,
    meanCost,
    meanProfit,
    costs: thinned(costs, costQuantiles),
    lossCurve: { breakEvens: thinned(breakEvens, curveQuantiles) },
    drivers: tally.drivers().map((driver) => ({ ...driver, profitAtLow: toFen(driver.profitAtLow), profitAtHigh: toFen(driver.profitAtHigh) })),
  }
}

/** The simulation in pieces: yields the part done (0…1) after every 2,048 samples, so that a caller can stop between them. */
export function* simulateInSteps(estimate: Estimate, { seed, samples: count = defaultSamples, today = null }: SimulationSettings): Generator<number, Simulation> {
  const { plan, evaluate, sampleCosts, samples } = prepareRun(estimate, today, count)
  const sampler = createSampler(plan, seed)
  const offerTotal = plan.prepared.offer.total.toNumber()
  const startSlope = offerTotal === 0 ? 0 : plan.prepared.offer.net.div(plan.prepared.offer.total).toNumber()
  for (let i = 0; i < count; i += 1) {
    if (i > 0 && i % chunk === 0) yield i / count
    sampler.draw()
    const costs = sampleCosts(sampler.values, sampler.happens)
    const profit = evaluate.profitAt(costs, offerTotal)
    samples.costs[i] = evaluate.cost
    samples.profits[i] = profit
    samples.breakEvens[i] = sampleBreakEven((price) => evaluate.profitAt(costs, price), { price: offerTotal, profit, slope: startSlope }, neverBreaksEven)
    samples.tally.add(sampler.values, sampler.happens, profit)
  }
  return summarise(samples, seed)
}

/** Runs the simulation to its end. Same estimate, seed and samples: same figures. */
export const simulate = (estimate: Estimate, settings: SimulationSettings): Simulation => {
  const steps = simulateInSteps(estimate, settings)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
