import { describe, expect, it } from 'vitest'
import { Estimate } from '#shared/estimate/estimate.ts'
import { vectorInput } from './vectors.ts'

const estimate = vectorInput('case-08.json')
const offer = estimate.offerLines[0]!
const cost = estimate.costLines[0]!

describe('reading an estimate', () => {
  it.each([
    ['a negative quantity', { offerLines: [{ ...offer, quantity: '-1' }] }, 'offerLines.0.quantity'],
    ['a VAT rate in percent', { offerLines: [offer, { ...offer, vatRate: '6' }] }, 'offerLines.1.vatRate'],
    ['a range out of order', { costLines: [{ ...cost, quantity: { low: '5', likely: '4', high: '6' } }] }, 'costLines.0.quantity'],
    ['a negative unit cost', { costLines: [{ ...cost, unitCost: { low: '-5', likely: '4', high: '6' } }] }, 'costLines.0.unitCost.low'],
    ['a probability above 1', { risks: [{ id: 'r', name: 'r', probability: '1.2', impact: cost.quantity, month: 0 }] }, 'risks.0.probability'],
    ['an amount with three decimals', { subsidies: [{ ...estimate.subsidies[0], cap: '1.005' }] }, 'subsidies.0.cap'],
    ['text for a price', { offerLines: [{ ...offer, unitPrice: '1e3' }] }, 'offerLines.0.unitPrice'],
  ])('names the field of %s', (_, changes, path) => {
    const read = Estimate.safeParse({ ...estimate, ...changes })
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })

  it('keeps JSON numbers digit for digit and fills in the defaults of the model', () => {
    const read = Estimate.parse({ offerLines: [{ ...offer, unitPrice: 0.1 }], costLines: [] })
    expect(read.offerLines[0]?.unitPrice).toBe('0.1')
    expect({ policy: read.policy, volumeShares: read.volumeShares, riskCorrelation: read.riskCorrelation }).toEqual({
      policy: { minMargin: '0.15', maxLossProbability: '0.10', parityFloor: '0.60', likelyWin: '0.50' },
      volumeShares: ['1'],
      riskCorrelation: '0.3',
    })
  })

  it('reads what it wrote', () => {
    expect(Estimate.parse(JSON.parse(JSON.stringify(estimate)))).toEqual(estimate)
  })
})
