import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { type JudgeInput, judge } from '#shared/estimate/judge.ts'
import { simulate } from '#shared/estimate/simulate.ts'
import { findUnknowns } from '#shared/estimate/unknowns.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import { anyEstimate } from './arbitrary-estimate.ts'
import { vectorInput } from './vectors.ts'

const today = '2026-11-22'
const order = Verdict.options

/** A bid without any flag, to be changed one figure at a time. */
const estimate = vectorInput('case-06.json')
const healthy: JudgeInput = {
  estimate,
  result: { ...evaluate(estimate), offerTotal: '1000.00', netRevenue: '900.00', vatRefund: '0.00', contingency: '0.00', incrementalCost: '500.00', fulfilmentCost: '600.00', expectedCost: '700.00', profit: '200.00', margin: 0.2, parity: 0.8, commercialValue: '1250.00', breakEvenPrice: '780.00', floorPrice: '930.00' },
  ceiling: '1200.00',
  abnormallyLow: [],
  lossProbability: 0.05,
  unknowns: [],
  winProbability: null,
  won: false,
}
const withResult = (changes: Partial<JudgeInput['result']>): JudgeInput => ({ ...healthy, result: { ...healthy.result, ...changes } })
const unknown = { scope: 'cost', lineId: 'c1', name: 'GPU', reason: 'unit-cost-missing' } as const

const raises: [Verdict, JudgeInput][] = [
  ['over-ceiling', { ...healthy, ceiling: '999.99' }],
  ['abnormally-low', { ...healthy, abnormallyLow: [{ rule: 'ceiling', threshold: '1080.00' }] }],
  ['below-incremental', withResult({ incrementalCost: '950.00', fulfilmentCost: '950.00', expectedCost: '950.00', profit: '-50.00', margin: -0.06 })],
  ['below-fulfilment', withResult({ fulfilmentCost: '950.00', expectedCost: '950.00', profit: '-50.00', margin: -0.06 })],
  ['below-full-cost', withResult({ expectedCost: '950.00', profit: '-50.00', margin: -0.06 })],
  ['likely-loss', { ...healthy, lossProbability: 0.11 }],
  ['cannot-judge', { ...healthy, unknowns: [unknown] }],
  ['underpriced', withResult({ parity: 0.59, commercialValue: '1694.92' })],
  ['thin', withResult({ margin: 0.1, profit: '90.00', floorPrice: '1060.00' })],
  ['healthy', healthy],
]

const merged = (first: JudgeInput, second: JudgeInput): JudgeInput => ({
  ...healthy,
  ceiling: first.ceiling === healthy.ceiling ? second.ceiling : first.ceiling,
  abnormallyLow: [...first.abnormallyLow, ...second.abnormallyLow],
  lossProbability: Math.max(first.lossProbability ?? 0, second.lossProbability ?? 0),
  unknowns: [...first.unknowns, ...second.unknowns],
  result: { ...second.result, ...Object.fromEntries(Object.entries(first.result).filter(([key, value]) => value !== Reflect.get(healthy.result, key))) },
})

describe('the verdict', () => {
  it.each(raises)('is %s when only that holds', (verdict, input) => {
    expect(judge(input).verdict).toBe(verdict)
  })

  it('says nothing of what is unknown beside what is certain, and all of what is certain', () => {
    expect(judge({ ...healthy, ceiling: '999.99', lossProbability: 0.11, unknowns: [unknown] }).flags.map(({ code }) => code)).toEqual(['over-ceiling', 'likely-loss'])
    expect(judge({ ...healthy, ceiling: '999.99', unknowns: [unknown] }).flags.map(({ code }) => code)).toEqual(['over-ceiling'])
  })

  it.each(raises.flatMap(([first, a], i) => raises.slice(i + 1).map(([second, b]) => ({ first, second, input: merged(a, b) }))))('is $first before $second', ({ first, input }) => {
    expect(judge(input).verdict).toBe(first)
  })

  it('lists every flag that holds, in order', () => {
    const everything = raises.map(([, input]) => input).reduceRight((all, input) => merged(input, all))
    expect(judge(everything).flags.map(({ code }) => code)).toEqual(['over-ceiling', 'abnormally-low', 'below-incremental', 'below-fulfilment', 'below-full-cost', 'likely-loss', 'underpriced', 'thin'])
  })

  it('does not fire on the line itself: a price at the ceiling, parity and margin at their floors, P(loss) at the limit', () => {
    const atTheLines = withResult({ parity: 0.6, commercialValue: '1666.66', margin: 0.15, floorPrice: '1000.00' })
    expect(judge({ ...atTheLines, ceiling: '1000', lossProbability: 0.1 }).verdict).toBe('healthy')
  })

  it('decides ratios that round to the line by the exact price', () => {
    expect(judge(withResult({ margin: 0.15, floorPrice: '1000.01' })).verdict).toBe('thin')
    expect(judge(withResult({ parity: 0.6, commercialValue: '1666.69' })).verdict).toBe('underpriced')
    expect(judge(withResult({ profit: '0.00', margin: 0, breakEvenPrice: '1000.01' })).verdict).toBe('below-full-cost')
  })

  it('carries the figures of the sentences', () => {
    expect(judge({ ...healthy, ceiling: '900' }).flags).toEqual([{ code: 'over-ceiling', figures: { offerTotal: '1000.00', ceiling: '900.00', excess: '100.00' } }])
    const low = [{ rule: 'second-lowest', threshold: '1010.00' }, { rule: 'ceiling', threshold: '1080.00' }]
    expect(judge({ ...healthy, abnormallyLow: low }).flags[0]).toEqual({
      code: 'abnormally-low',
      figures: { offerTotal: '1000.00', rule: 'ceiling', threshold: '1080.00', raise: '80.00', rules: ['second-lowest', 'ceiling'] },
    })
    expect(judge({ ...healthy, lossProbability: 0.2, lossCurve: { breakEvens: [1000, 1100, 1200] } }).flags[0]).toEqual({
      code: 'likely-loss',
      figures: { profit: '200.00', lossProbability: 0.2, lossesPer100: 20, maxLossProbability: 0.1, safePrice: '1200.00' },
    })
    expect(judge({ ...healthy, unknowns: [unknown] }).flags[0]).toEqual({
      code: 'cannot-judge',
      figures: { count: 1, names: ['GPU'], knownCost: '700.00', unknowns: [unknown], hasUnknownCost: true },
    })
    expect(judge(withResult({ margin: 0.1, floorPrice: '1060.00' })).flags[0]).toEqual({
      code: 'thin',
      figures: { profit: '200.00', margin: 0.1, minMargin: 0.15, floorPrice: '1060.00', raise: '60.00' },
    })
  })

  it('calls a loss-making or likely-loss bid a loss-making win when it is won or likely to be', () => {
    const loss = raises[4]![1]
    const likely = raises[5]![1]
    const asWin = (input: JudgeInput, winProbability: number | null, won: boolean) => judge({ ...input, winProbability, won }).lossMakingWin
    expect([asWin(loss, null, false), asWin(loss, 0.49, false), asWin(loss, 0.5, false), asWin(loss, null, true), asWin(likely, 0.9, false), asWin(healthy, 1, true)]).toEqual([false, false, true, true, true, false])
    expect([judge(loss).lossMaking, judge(likely).lossMaking]).toEqual([true, false])
  })
})

describe('unknown is never green', () => {
  const spoil: [string, (estimate: Estimate) => Estimate][] = [
    ['no cost lines', (e) => ({ ...e, costLines: [] })],
    ['no offer lines', (e) => ({ ...e, offerLines: [] })],
    ['a cost line without a unit cost', (e) => ({ ...e, costLines: e.costLines.map((line, i) => (i === 0 ? { ...line, unitCost: null } : line)) })],
    ['a unit cost of 0 nobody confirmed', (e) => ({ ...e, costLines: e.costLines.map((line, i) => (i === 0 ? { ...line, unitCost: { low: '0', likely: '0', high: '0.00' } } : line)) })],
    ['a unit cost past its validity', (e) => ({ ...e, costLines: e.costLines.map((line, i) => (i === 0 ? { ...line, price: { validUntil: '2026-11-21' } } : line)) })],
    ['a foreign unit cost without a rate', (e) => ({ ...e, costLines: e.costLines.map((line, i) => (i === 0 ? { ...line, currency: 'EUR', exchangeRate: null } : line)) })],
    ['an offer line without a commercial price', (e) => ({ ...e, offerLines: e.offerLines.map((line, i) => (i === 0 ? { ...line, commercialUnitPrice: null } : line)) })],
    ['a commercial price past its validity', (e) => ({ ...e, offerLines: e.offerLines.map((line, i) => (i === 0 ? { ...line, commercialPrice: { validUntil: '2026-01-01' } } : line)) })],
    ['commercial prices that come to nothing', (e) => ({ ...e, offerLines: e.offerLines.map((line) => ({ ...line, commercialUnitPrice: '0' })) })],
  ]

  it.each(spoil)('with %s the verdict is worse than underpriced', (_, change) => {
    const changed = change(estimate)
    const unknowns = findUnknowns(changed, today)
    const { verdict } = judge({ ...healthy, estimate: changed, result: evaluate(changed, today), ceiling: null, lossProbability: 0, unknowns })
    expect(unknowns).not.toEqual([])
    expect(order.indexOf(verdict)).toBeLessThanOrEqual(order.indexOf('cannot-judge'))
  })

  it('counts a confirmed 0, a rate of exchange and a price on its last day as known', () => {
    const zero = { low: '0', likely: '0', high: '0' }
    const known = estimate.costLines.map((line) => ({ ...line, price: { validUntil: today } }))
    const costLines = [{ ...known[0]!, unitCost: zero, zeroConfirmed: true }, { ...known[1]!, currency: 'USD', exchangeRate: '7.1' }, ...known.slice(2)]
    expect(findUnknowns({ ...estimate, costLines }, today)).toEqual([])
  })

  it('can not be healthy before the simulation has run', () => {
    const { verdict, flags } = judge({ ...healthy, lossProbability: null })
    expect(verdict).toBe('cannot-judge')
    expect(flags[0]).toMatchObject({ figures: { count: 0, unknowns: [{ reason: 'simulation-not-run' }] } })
  })

  it('needs no simulation when nothing is uncertain', () => {
    const certain = { low: '10', likely: '10', high: '10' }
    const fixed = { ...estimate, risks: [], costLines: estimate.costLines.map((line) => ({ ...line, quantity: certain, unitCost: certain })) }
    expect(judge({ ...healthy, estimate: fixed, lossProbability: null }).verdict).toBe('healthy')
  })

  it('a loss on the known costs stays a loss', () => {
    expect(judge({ ...raises[4]![1], unknowns: [unknown] }).verdict).toBe('below-full-cost')
  })
})

describe('laws of the verdict', () => {
  const judgedWith = (input: Estimate, lossProbability: number) =>
    judge({ estimate: input, result: evaluate(input), ceiling: null, abnormallyLow: [], lossProbability, unknowns: findUnknowns(input, null), winProbability: null, won: false })
  const chanceOfLoss = (input: Estimate) => simulate(input, { seed: 5, samples: 1024 }).lossProbability
  const judged = (input: Estimate) => judgedWith(input, chanceOfLoss(input))

  const dearer = (input: Estimate, index: number): Estimate => {
    const more = (value: string) => new Decimal(value).times('1.5').toFixed()
    const costLines = input.costLines.map((line, i) => {
      if (i !== index % input.costLines.length || line.unitCost === null) return line
      const { low, likely, high } = line.unitCost
      return { ...line, unitCost: { low: more(low), likely: more(likely), high: more(high) } }
    })
    return { ...input, costLines }
  }

  it('more cost never gives a better verdict, nor a smaller chance of loss beyond the noise of the samples', () => {
    fc.assert(
      fc.property(anyEstimate(), fc.integer({ min: 0, max: 5 }), (input, index) => {
        const more = dearer(input, index)
        expect(order.indexOf(judgedWith(more, 0).verdict)).toBeLessThanOrEqual(order.indexOf(judgedWith(input, 0).verdict))
        expect(chanceOfLoss(more)).toBeGreaterThanOrEqual(chanceOfLoss(input) - 0.03)
      }),
      { numRuns: 40 },
    )
  })

  it('an unsecured subsidy never changes a flag', () => {
    fc.assert(
      fc.property(anyEstimate(), (input) => {
        const unsecured = input.subsidies.map((subsidy) => ({ ...subsidy, secured: false }))
        expect(judged({ ...input, subsidies: unsecured })).toEqual(judged({ ...input, subsidies: [] }))
      }),
      { numRuns: 20 },
    )
  })
})
