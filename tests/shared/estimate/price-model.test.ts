import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { type PriceContext, preparePriceModel } from '#shared/estimate/price-model.ts'
import { scaleOffer } from '#shared/estimate/scale-offer.ts'
import { simulate } from '#shared/estimate/simulate.ts'
import { anyEstimate } from './arbitrary-estimate.ts'
import { vectorInput, vectors } from './vectors.ts'

const context: PriceContext = { today: null, ceiling: null, lossCurve: null, winProbability: null, won: false }

const modelOf = (name: string, changes: Partial<PriceContext> = {}) => {
  const estimate = vectorInput(name)
  const { lossCurve } = simulate(estimate, { seed: 1 })
  const model = preparePriceModel(estimate, { ...context, lossCurve, ...changes })
  if (model === null) throw new Error('the vectors have prices')
  return { estimate, model, lossCurve }
}

describe('the price model', () => {
  it.each(vectors)('is the evaluation of $name at its own price', ({ input, expected }) => {
    const model = preparePriceModel(input, context)
    const { netRevenue, vatRefund, expectedCost, profit, margin, parity, offerTotal } = expected
    expect(model?.at(offerTotal)).toMatchObject({ offerTotal, netRevenue, vatRefund, expectedCost, profit, margin, parity })
    expect({ breakEvenPrice: model?.breakEvenPrice, floorPrice: model?.floorPrice }).toEqual({ breakEvenPrice: expected.breakEvenPrice, floorPrice: expected.floorPrice })
  })

  it('has nothing to slide without a price', () => {
    expect(preparePriceModel({ ...vectorInput('case-01.json'), offerLines: [] }, context)).toBeNull()
  })

  it('is within the rounding of unit prices of the scaled estimate', () => {
    const { estimate, model } = modelOf('case-06.json')
    for (const total of ['3000000.00', '4123456.78', '6000000.01']) {
      const scaled = scaleOffer(estimate, total)
      if (scaled.kind === 'nothing-to-scale') throw new Error('it has prices')
      const result = evaluate(scaled.estimate)
      expect(result.offerTotal).toBe(total)
      expect(Math.abs(Number(result.profit) - Number(model.at(total).profit))).toBeLessThan(1)
    }
  })

  it('has no known P(loss) before the simulation, so it can not be healthy', () => {
    const model = preparePriceModel(vectorInput('case-06.json'), context)
    expect(model?.at('9000000')).toMatchObject({ lossProbability: null, verdict: 'cannot-judge' })
  })

  it('hands the price to the rule pack', () => {
    const { model } = modelOf('case-06.json', { abnormallyLowAt: (total) => (total.lessThan('4000000') ? [{ rule: 'ceiling', threshold: '4000000.00' }] : []) })
    expect([model.at('3999999.99').verdict, model.at('4000000').verdict]).toEqual(['abnormally-low', 'healthy'])
  })
})

describe('the verdict strip', () => {
  it('changes exactly at break-even, floor price and ceiling, and covers the range without gaps', () => {
    const { model } = modelOf('case-10.json', { ceiling: '600000' })
    const zones = model.zones('200000', '700000')
    expect(zones[0]?.from).toBe('200000.00')
    expect(zones.at(-1)).toEqual({ from: '600000.01', to: '700000.00', verdict: 'over-ceiling' })
    zones.slice(1).forEach((zone, i) => expect(new Decimal(zone.from).minus(zones[i]!.to).toFixed(2)).toBe('0.01'))
    const afterLoss = zones.find(({ verdict }) => verdict === 'likely-loss')
    expect(afterLoss?.from).toBe(model.breakEvenPrice)
    for (const { from, to, verdict } of zones) expect([model.at(from).verdict, model.at(to).verdict]).toEqual([verdict, verdict])
  })

  it('is one zone when nothing changes, and none when the range is empty', () => {
    const { model } = modelOf('case-10.json')
    expect(model.zones('1', '2')).toEqual([{ from: '1.00', to: '2.00', verdict: 'below-incremental' }])
    expect(model.zones('2', '1')).toEqual([])
  })
})

describe('scaling the offer', () => {
  it('gives line totals that sum to the total exactly while one quantity is at most 10,000', () => {
    fc.assert(
      fc.property(anyEstimate(), fc.integer({ min: 1_000_000, max: 10 ** 10 }), (estimate, fen) => {
        const total = new Decimal(fen).div(100)
        const scaled = scaleOffer(estimate, total)
        if (scaled.kind === 'nothing-to-scale') throw new Error('every line has a price')
        expect({ kind: scaled.kind, total: evaluate(scaled.estimate).offerTotal }).toEqual({ kind: 'exact', total: total.toFixed(2) })
        expect(scaled.estimate.offerLines.every(({ unitPrice }) => new Decimal(unitPrice).decimalPlaces() <= 6)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps two decimals when a line of quantity 1 can take the remainder', () => {
    const [line] = vectorInput('case-01.json').offerLines
    const offerLines = [{ ...line!, id: 'a', quantity: '1', unitPrice: '1000.00' }, { ...line!, id: 'b', quantity: '365', unitPrice: '10.00' }]
    const scaled = scaleOffer({ ...vectorInput('case-01.json'), offerLines }, '4000.01')
    expect(scaled.kind === 'exact' && scaled.estimate.offerLines.map(({ unitPrice }) => unitPrice)).toEqual(['861.01', '8.60'])
  })

  it('says so when six decimals can not reach the total, and comes as near as they can', () => {
    const [line] = vectorInput('case-01.json').offerLines
    const estimate = { ...vectorInput('case-01.json'), offerLines: [{ ...line!, quantity: '1000000', unitPrice: '1.00' }] }
    expect(scaleOffer(estimate, '1000000.51')).toMatchObject({ kind: 'closest', offerTotal: '1000001.00' })
  })

  it('leaves free lines free and changes nothing but unit prices', () => {
    const estimate = vectorInput('case-01.json')
    const offerLines = [...estimate.offerLines, { ...estimate.offerLines[0]!, id: 'free', unitPrice: '0' }]
    const scaled = scaleOffer({ ...estimate, offerLines }, '300000')
    if (scaled.kind !== 'exact') throw new Error('reachable')
    expect(scaled.estimate.offerLines.at(-1)).toEqual(offerLines.at(-1))
    expect({ ...scaled.estimate, offerLines: [] }).toEqual({ ...estimate, offerLines: [] })
  })

  it('is the same offer at its own total', () => {
    const estimate = vectorInput('case-04.json')
    const scaled = scaleOffer(estimate, evaluate(estimate).offerTotal)
    expect(scaled.kind === 'exact' && scaled.estimate).toEqual(estimate)
  })
})
