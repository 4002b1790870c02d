import { measure, type Row } from './measure.ts'
import { numpySimulation } from './numpy.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { priceAtLossProbability } from '#shared/estimate/loss-curve.ts'
import { preparePriceModel } from '#shared/estimate/price-model.ts'
import { scaleOffer } from '#shared/estimate/scale-offer.ts'
import { simulate } from '#shared/estimate/simulate.ts'

/** 40 cost lines over 36 months, as the estimate issue measures. */
export function largeEstimate(): Estimate {
  const certain = (value: number) => ({ low: String(value), likely: String(value), high: String(value) })
  return Estimate.parse({
    offerLines: Array.from({ length: 10 }, (_, i) => ({ id: `o${i}`, name: `报价项${i + 1}`, quantity: String(1 + (i % 12)), unit: '项', unitPrice: String(60_000 + i * 7_000), vatRate: i % 2 === 0 ? '0.06' : '0.13', commercialUnitPrice: String(90_000 + i * 9_000) })),
    costLines: Array.from({ length: 40 }, (_, i) => ({
      id: `c${i}`,
      name: `成本项${i + 1}`,
      category: i % 2 === 0 ? 'people' : 'compute',
      quantity: i % 3 === 0 ? { low: '80', likely: '100', high: '150' } : certain(10 + i),
      unitCost: { low: String(380 + i), likely: String(420 + i * 2), high: String(560 + i * 3) },
      inputVatRate: i % 2 === 0 ? '0' : '0.06',
      nature: i % 4 === 0 ? 'allocated' : 'incremental',
      startMonth: i % 24,
      months: 12,
    })),
    risks: [{ id: 'r1', name: '返工', probability: '0.3', impact: { low: '20000', likely: '50000', high: '120000' }, month: 8 }],
    payment: [
      { name: '预付款', share: '0.3', dueMonth: 1, delayDays: 15 },
      { name: '验收款', share: '0.6', dueMonth: 18, delayDays: 45 },
      { name: '质保金', share: '0.1', dueMonth: 36, delayDays: 0 },
    ],
    overheadRate: '0.08',
    contingencyRate: '0.04',
    annualFinanceRate: '0.045',
    surchargeRate: '0.12',
    stampDutyRate: '0.0003',
  })
}

export async function benchEstimate(): Promise<Row[]> {
  const estimate = largeEstimate()
  const simulation = simulate(estimate, { seed: 1 })
  const model = preparePriceModel(estimate, { ceiling: null, today: null, lossCurve: simulation.lossCurve, winProbability: null, won: false })
  if (model === null) throw new Error('the estimate of the benchmark has no offer')
  let step = 0
  return [
    { what: 'estimate, 40 lines x 36 months', ours: await measure(() => evaluate(estimate), 15), baseline: null, goal: 'under 2 ms' },
    { what: `simulation, ${simulation.samples} samples`, ours: await measure(() => simulate(estimate, { seed: 1 })), baseline: { what: 'the same samples drawn with Math.random and summed only', measured: await measure(() => plainMonteCarlo(simulation.samples)) }, goal: 'under 150 ms' },
    ...(await besideNumpy(nearLoss(estimate), simulation.samples)),
    { what: 'slider, 100 prices', ours: await measure(() => { for (let i = 0; i < 100; i++) model.at(String(900_000 + ((step += 1000) % 600_000))) }, 15), baseline: null, goal: 'under 50 ms' },
  ]
}

/** The estimate at a price where about one outcome in ten loses money: where P(loss) matters, and is not trivially 0. */
function nearLoss(estimate: Estimate): Estimate {
  const price = priceAtLossProbability(simulate(estimate, { seed: 1 }).lossCurve, 0.1)
  const scaled = price === null ? null : scaleOffer(estimate, price)
  return scaled === null || scaled.kind === 'nothing-to-scale' ? estimate : scaled.estimate
}

/**
 * Our simulation beside vectorised NumPy: with as many samples, and with as many as plain random numbers need to know
 * P(loss) as well as ours does (the spread of ours over seeds, found in the same run).
 */
async function besideNumpy(estimate: Estimate, samples: number): Promise<Row[]> {
  const same = numpySimulation(estimate, samples)
  if (same === null) {
    process.stdout.write('simulation beside NumPy: skipped, python3 with NumPy is not present\n')
    return []
  }
  const ours = await measure(() => simulate(estimate, { seed: 1 }))
  const losses = Array.from({ length: 12 }, (_, seed) => simulate(estimate, { seed }).lossProbability)
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length
  const variance = losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / (losses.length - 1)
  const needed = variance === 0 ? samples : Math.min(1_000_000, Math.max(samples, Math.round((mean * (1 - mean)) / variance)))
  process.stdout.write(`P(loss): ours ${mean.toFixed(4)} ± ${Math.sqrt(variance).toFixed(5)} over 12 seeds, NumPy ${same.lossProbability.toFixed(4)}\n`)
  const equal = needed === samples ? same : numpySimulation(estimate, needed, 3)
  const row = (count: number, found: typeof same): Row => ({ what: `simulation beside NumPy, ${count} of its samples`, ours, baseline: { what: 'NumPy', measured: found.measured }, goal: count === samples ? 'less at the same number' : 'ratio 0.2 or less at equal accuracy' })
  return [row(samples, same), ...(equal === null || equal === same ? [] : [row(needed, equal)])]
}

/** What a textbook simulation does at least: two draws a line, triangular, no months, no taxes. */
function plainMonteCarlo(samples: number): number {
  let total = 0
  for (let sample = 0; sample < samples; sample++) {
    for (let line = 0; line < 40; line++) {
      const [u, v] = [Math.random(), Math.random()]
      total += (80 + 70 * Math.sqrt(u)) * (400 + 160 * Math.sqrt(v))
    }
  }
  return total
}
