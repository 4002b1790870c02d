import type { Estimate } from '#shared/estimate/estimate.ts'
import { type DriverTally, type ExpectedProfit, driverTally } from '#shared/estimate/drivers.ts'
import { type CostSampler, costSampler } from '#shared/estimate/sample-costs.ts'
import { samplePlan } from '#shared/estimate/sample-plan.ts'
import { type ProfitFunction, profitFunction } from '#shared/estimate/sample-profit.ts'
import { type Sampler, createSampler } from '#shared/estimate/sampler.ts'
import type { Simulation } from '#shared/estimate/simulation.ts'

/** 16,384 Sobol' points keep P(loss) well within 0.005 of the truth (tests measure it); a power of two is best. */
export const defaultSamples = 16_384

export type SimulationSettings = {
  seed: number
  samples?: number
  /** Prices past their validity on this day count as unknown; null: validity is not looked at. */
  today?: string | null
}

const chunk = 2048
/** Enough to rank what drives the result. */
const driverSamples = 4096
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

type Run = {
  evaluate: ProfitFunction
  sampleCosts: CostSampler
  sampler: Sampler
  offerTotal: number
  samples: Samples
}

const prepareRun = (estimate: Estimate, { seed, samples: count, today }: Required<SimulationSettings>): Run => {
  const plan = samplePlan(estimate, today)
  const evaluate = profitFunction(plan.prepared)
  const sampleCosts = costSampler(plan, Number(estimate.annualFinanceRate) !== 0)
  const offerTotal = plan.prepared.offer.total.toNumber()
  const expectedProfit: ExpectedProfit = (change) => {
    const values = plan.values.slice()
    const happens = Float64Array.from(plan.risks, ({ probability }) => probability)
    change(values, happens)
    return evaluate.profitAt(sampleCosts(values, happens), offerTotal)
  }
  const tally = driverTally(plan, expectedProfit)
  const samples = { costs: new Float64Array(count), profits: new Float64Array(count), breakEvens: new Float64Array(count), tally }
  return { evaluate, sampleCosts, sampler: createSampler(plan, seed), offerTotal, samples }
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

/** Draws and evaluates samples `from` … `to` − 1. A plain function: engines optimise the hot loop better outside a generator. */
const runChunk = ({ evaluate, sampleCosts, samples, sampler, offerTotal }: Run, from: number, to: number): void => {
  const { costs: allCosts, profits, breakEvens, tally } = samples
  for (let i = from; i < to; i += 1) {
    sampler.draw()
    const costs = sampleCosts(sampler.values, sampler.happens)
    const profit = evaluate.profitAt(costs, offerTotal)
    allCosts[i] = evaluate.cost
    profits[i] = profit
    breakEvens[i] = evaluate.breakEvenFrom(costs, offerTotal, profit)
    if (i < driverSamples) tally.add(sampler.values, sampler.happens, profit)
  }
}

/** The simulation in pieces: yields the part done (0…1) after every 2,048 samples, so that a caller can stop between them. */
export function* simulateInSteps(estimate: Estimate, { seed, samples: count = defaultSamples, today = null }: SimulationSettings): Generator<number, Simulation> {
  const run = prepareRun(estimate, { seed, samples: count, today })
  for (let from = 0; from < count; from += chunk) {
    if (from > 0) yield from / count
    runChunk(run, from, Math.min(count, from + chunk))
  }
  return summarise(run.samples, seed)
}

/** Runs the simulation to its end. Same estimate, seed and samples: same figures. */
export const simulate = (estimate: Estimate, settings: SimulationSettings): Simulation => {
  const steps = simulateInSteps(estimate, settings)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
