import { describe, expect, it } from 'vitest'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { lossProbabilityAt, priceAtLossProbability } from '#shared/estimate/loss-curve.ts'
import { meanOf, pertTable, quantileAt, varianceOf } from '#shared/estimate/pert.ts'
import { normalOfWord, normalQuantile } from '#shared/estimate/normal.ts'
import { randomWords } from '#shared/estimate/random.ts'
import { samplePlan } from '#shared/estimate/sample-plan.ts'
import { createSampler } from '#shared/estimate/sampler.ts'
import { simulate, simulateInSteps } from '#shared/estimate/simulate.ts'
import { sobolSequence } from '#shared/estimate/sobol.ts'
import { vectorInput, vectors } from './vectors.ts'

const count = 16_384

/** From an independent program in NumPy: 1,000,000 samples each (case-04 and case-09: 300,000). */
const longRuns: Record<string, number> = {
  'case-02.json': 0.770487,
  'case-03.json': 0.242537,
  'case-04.json': 0.371077,
  'case-07.json': 0.710306,
  'case-08.json': 0.092314,
  'case-09.json': 0.84269,
  'case-10.json': 0.005277,
  'case-12.json': 0.003904,
}

describe('the simulation', () => {
  it.each(vectors)('agrees with the reference of $name', ({ input, expected }) => {
    const found = simulate(input, { seed: 1 })
    for (const key of ['p10', 'p50', 'p80', 'p90'] as const) expect(Math.abs(found[key] / expected.simulation[key] - 1)).toBeLessThan(0.01)
    expect(Math.abs(found.lossProbability - expected.simulation.lossProbability)).toBeLessThan(0.01)
  })

  it.each(Object.entries(longRuns))('finds P(loss) of %s within 0.005 of a long run, whatever the seed', (name, truth) => {
    for (const seed of [1, 2, 3]) expect(Math.abs(simulate(vectorInput(name), { seed }).lossProbability - truth)).toBeLessThan(0.005)
  })

  it('gives the same figures for the same seed, and others for another', () => {
    const estimate = vectorInput('case-06.json')
    const first = simulate(estimate, { seed: 7, samples: 1024 })
    expect(simulate(estimate, { seed: 7, samples: 1024 })).toEqual(first)
    expect(simulate(estimate, { seed: 8, samples: 1024 }).p50).not.toBe(first.p50)
  })

  it('has a mean cost that converges to the expected cost without contingency', () => {
    // Independent inputs, no subsidy cap and no max() that bites: then K is a sum of independent products.
    const estimate = { ...vectorInput('case-12.json'), riskCorrelation: '0', surchargeRate: '0' }
    expect(simulate(estimate, { seed: 3, samples: 65_536 }).meanCost / Number(evaluate(estimate).expectedCost)).toBeCloseTo(1, 3)
  })

  it('has no spread when nothing is uncertain', () => {
    const estimate = vectorInput('case-10.json')
    const certain = { low: '10', likely: '10', high: '10' }
    const fixed = { ...estimate, risks: [], costLines: estimate.costLines.map((line) => ({ ...line, quantity: certain, unitCost: certain })) }
    const { p10, p90, lossProbability, drivers } = simulate(fixed, { seed: 1, samples: 64 })
    expect({ p10, p90, lossProbability, drivers }).toEqual({ p10: Number(evaluate(fixed).expectedCost), p90: Number(evaluate(fixed).expectedCost), lossProbability: 0, drivers: [] })
  })

  it('leaves contingency out of every sample', () => {
    const estimate = vectorInput('case-11.json')
    expect(simulate(estimate, { seed: 1 })).toEqual(simulate({ ...estimate, contingencyRate: '0' }, { seed: 1 }))
  })

  it('stops between chunks when it is not asked for more', () => {
    const steps = simulateInSteps(vectorInput('case-02.json'), { seed: 1, samples: 4096 })
    expect(steps.next()).toEqual({ done: false, value: 0.5 })
    expect(steps.next().done).toBe(true)
  })

  it('names the drivers of the spread, their shares summing to 1', () => {
    const { drivers } = simulate(vectorInput('case-04.json'), { seed: 1 })
    expect(drivers.reduce((sum, { varianceShare }) => sum + varianceShare, 0)).toBeCloseTo(1, 9)
    expect(drivers.every(({ profitAtLow, profitAtHigh }) => profitAtHigh <= profitAtLow)).toBe(true)
  })

  it('splits variance as the formula does when there are two independent inputs', () => {
    const estimate = vectorInput('case-12.json')
    const [line] = estimate.costLines
    const one = { low: '1', likely: '1', high: '1' }
    const wide = { low: '0', likely: '40000', high: '80000' }
    const narrow = { low: '0', likely: '20000', high: '40000' }
    const lines = [wide, narrow].map((unitCost, i) => ({ ...line!, id: `c${i}`, quantity: one, unitCost, inputVatRate: '0' }))
    const { drivers } = simulate({ ...estimate, costLines: lines, risks: [], riskCorrelation: '0' }, { seed: 1 })
    expect(drivers.map(({ id }) => id)).toEqual(['c0', 'c1'])
    expect(drivers[0]?.varianceShare).toBeCloseTo(0.8, 2)
  })
})

describe('the loss curve', () => {
  it('agrees with P(loss) at the price the simulation had', () => {
    for (const { input, expected } of vectors) {
      const { lossCurve, lossProbability } = simulate(input, { seed: 1 })
      expect(Math.abs(lossProbabilityAt(lossCurve, Number(expected.offerTotal)) - lossProbability)).toBeLessThan(0.002)
    }
  })

  it('agrees with a simulation of the scaled offer', () => {
    const estimate = vectorInput('case-08.json')
    const { lossCurve } = simulate(estimate, { seed: 1 })
    for (const factor of [0.8, 1.2]) {
      const scaled = { ...estimate, offerLines: estimate.offerLines.map((line) => ({ ...line, unitPrice: String(Number(line.unitPrice) * factor).slice(0, 14) })) }
      const total = Number(evaluate(scaled).offerTotal)
      expect(Math.abs(lossProbabilityAt(lossCurve, total) - simulate(scaled, { seed: 1 }).lossProbability)).toBeLessThan(0.003)
    }
  })

  it('falls with the price, and finds the price of a probability', () => {
    const { lossCurve } = simulate(vectorInput('case-02.json'), { seed: 1 })
    const chances = [50_000, 100_000, 130_000, 160_000, 200_000, 400_000].map((price) => lossProbabilityAt(lossCurve, price))
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(lossProbabilityAt(lossCurve, priceAtLossProbability(lossCurve, 0.1) ?? 0)).toBeCloseTo(0.1, 6)
  })
})

describe('the loss curve of samples that never break even', () => {
  it('has no price for a probability only they could bring down', () => {
    const curve = { breakEvens: [100, 200, 1e15, 1e15] }
    expect([priceAtLossProbability(curve, 0.1), priceAtLossProbability(curve, 0.875)]).toEqual([null, 100])
    expect(lossProbabilityAt(curve, 1_000_000)).toBeCloseTo(0.625, 3)
  })
})

describe('samplers', () => {
  it.each([
    { low: 0, likely: 0, high: 1 },
    { low: 0, likely: 1, high: 1 },
    { low: 2, likely: 3, high: 10 },
    { low: 100, likely: 150, high: 200 },
  ])('PERT of $low/$likely/$high has the mean and variance of its formulas', (span) => {
    const table = pertTable(span)
    const sample = Float64Array.from({ length: count }, (_, i) => quantileAt(table, normalQuantile((i + 0.5) / count)))
    const mean = sample.reduce((sum, value) => sum + value, 0) / count
    const variance = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count
    expect(mean / meanOf(span)).toBeCloseTo(1, 4)
    expect(variance / varianceOf(span)).toBeCloseTo(1, 2)
  })

  it('reads the normal quantile of a word as exactly as the formula', () => {
    const words = [0, 1, 1_000_000, 50_000_000, 2_147_483_648, 4_000_000_000, 4_294_967_295]
    for (const word of words) expect(normalOfWord(word)).toBeCloseTo(normalQuantile((word + 0.5) / 2 ** 32), 3)
    expect([normalQuantile(0.975), normalQuantile(0.001)].map((z) => z.toFixed(6))).toEqual(['1.959964', '-3.090232'])
  })

  it('fills every sixteenth of each Sobol dimension equally', () => {
    const next = sobolSequence(100, 5)
    const point = new Uint32Array(100)
    const filled = Array.from({ length: 100 }, () => Array.from({ length: 16 }, () => 0))
    for (let i = 0; i < 256; i += 1) {
      next(point)
      point.forEach((word, dimension) => (filled[dimension]![word >>> 28] = filled[dimension]![word >>> 28]! + 1))
    }
    expect(filled.flat().every((times) => times === 16)).toBe(true)
  })

  it('fills dimensions past the Sobol table from the seed', () => {
    const [first, second] = [sobolSequence(200, 5), sobolSequence(200, 5)]
    const [a, b] = [new Uint32Array(200), new Uint32Array(200)]
    first(a)
    second(b)
    expect(a).toEqual(b)
    expect(new Set(a.subarray(160)).size).toBe(40)
  })

  it('correlates inputs through one common factor', () => {
    const plan = samplePlan({ ...vectorInput('case-04.json'), riskCorrelation: '0.6' }, null)
    const sampler = createSampler(plan, 1)
    const [x, y] = [plan.inputs[0]!.value, plan.inputs[1]!.value]
    const sums = { x: 0, y: 0, xx: 0, yy: 0, xy: 0 }
    for (let i = 0; i < count; i += 1) {
      sampler.draw()
      const [a, b] = [sampler.values[x]!, sampler.values[y]!]
      sums.x += a / count
      sums.y += b / count
      sums.xx += (a * a) / count
      sums.yy += (b * b) / count
      sums.xy += (a * b) / count
    }
    const correlation = (sums.xy - sums.x * sums.y) / Math.sqrt((sums.xx - sums.x ** 2) * (sums.yy - sums.y ** 2))
    expect(Math.abs(correlation - 0.6)).toBeLessThan(0.03)
  })

  it('lets risks happen as often as they should, apart from everything else', () => {
    const plan = samplePlan(vectorInput('case-12.json'), null)
    const sampler = createSampler(plan, 1)
    const times = plan.risks.map(() => 0)
    for (let i = 0; i < count; i += 1) {
      sampler.draw()
      sampler.happens.forEach((happened, risk) => (times[risk] = times[risk]! + happened))
    }
    times.forEach((happened, risk) => expect(happened / count).toBeCloseTo(plan.risks[risk]!.probability, 2))
  })

  it('draws the same words from the same seed', () => {
    const [first, second] = [randomWords(42), randomWords(42)]
    expect([first(), first(), first()]).toEqual([second(), second(), second()])
  })
})
