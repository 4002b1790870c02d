import { describe, expect, it } from 'vitest'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { explain } from '#shared/estimate/explain.ts'
import { vectorInput, vectors } from './vectors.ts'

/** vatPayable is the larger of 0 and its parts; everything else is the sum of its parts. */
const clamped = new Set(['vatPayable'])

describe('explaining an estimate', () => {
  it.each(vectors)('names every amount of $name as evaluated, and its parts sum to it', ({ input }) => {
    const result = evaluate(input)
    for (const { subtotal, share, amount, parts } of explain(input)) {
      const evaluated = subtotal === 'byVolume' ? result.byVolume.find((one) => one.share === Number(share))?.profit : result[subtotal]
      expect({ subtotal, share, amount }).toEqual({ subtotal, share, amount: evaluated })
      const sum = parts.reduce((total, part) => total + Number(part.amount), 0)
      const expected = clamped.has(subtotal) ? Math.max(0, sum) : sum
      expect(Math.abs(expected - Number(amount))).toBeLessThanOrEqual(0.005 * (parts.length + 1) + 1e-6)
    }
  })

  it.each(vectors)('opens the profit of $name at each volume share but the whole, which is the profit itself', ({ input }) => {
    const shares = explain(input).flatMap(({ share }) => (share === undefined ? [] : [Number(share)]))
    expect(shares).toEqual(input.volumeShares.map(Number).filter((share) => share !== 1))
  })

  it('shows beside each term of a share what it is at the whole volume', () => {
    const estimate = { ...vectorInput('case-01.json'), volumeShares: ['1', '0.4'] }
    const { netRevenue, bondCost } = evaluate(estimate)
    const parts = explain(estimate).find(({ share }) => share === '0.4')?.parts ?? []
    expect(parts.find(({ subtotal }) => subtotal === 'netRevenue')?.figures['own']).toBe(netRevenue)
    expect(parts.find(({ subtotal }) => subtotal === 'bondCost')).toMatchObject({ amount: `-${bondCost}`, figures: { own: `-${bondCost}` } })
  })

  it('opens each subtotal once', () => {
    const keys = explain(vectorInput('case-09.json')).filter(({ share }) => share === undefined).map(({ subtotal }) => subtotal)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(expect.arrayContaining(['direct', 'financing', 'agencyFee', 'incrementalCost', 'fulfilmentCost', 'expectedCost', 'profit']))
  })

  it('shows a cost line with quantity, unit cost and amount', () => {
    const estimate = vectorInput('case-12.json')
    const [line] = estimate.costLines
    const certain = { ...line!, quantity: { low: '2', likely: '2', high: '2' }, unitCost: { low: '10.5', likely: '10.5', high: '10.5' } }
    expect(explain({ ...estimate, costLines: [certain] }).find(({ subtotal }) => subtotal === 'direct')).toEqual({
      subtotal: 'direct',
      amount: '21.00',
      parts: [
        {
          formula: 'mean-quantity-times-mean-cost',
          id: certain.id,
          name: certain.name,
          subtotal: null,
          amount: '21.00',
          figures: { quantity: '2', unitCost: '10.5', nature: certain.nature, category: certain.category },
        },
      ],
    })
  })

  it('lists an unknown cost with its reason instead of leaving it out', () => {
    const estimate = vectorInput('case-12.json')
    const [line] = estimate.costLines
    const direct = explain({ ...estimate, costLines: [{ ...line!, unitCost: null }] }).find(({ subtotal }) => subtotal === 'direct')
    expect(direct?.parts[0]).toMatchObject({ formula: 'unknown-counts-as-zero', amount: '0.00', figures: { reason: 'unit-cost-missing' } })
  })
})
