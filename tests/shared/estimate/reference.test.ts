import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { anyEstimate } from './arbitrary-estimate.ts'
import { reference } from './reference.ts'
import { vectors } from './vectors.ts'

const withoutSearched = (estimate: Estimate) => {
  const { breakEvenPrice: _, floorPrice: __, ...rest } = evaluate(estimate)
  return rest
}

const agrees = (estimate: Estimate): void => {
  expect(withoutSearched(estimate)).toEqual(reference(estimate))
}

const shares = fc.array(fc.integer({ min: 0, max: 1200 }).map((permille) => String(permille / 1000)), { minLength: 1, maxLength: 3 })

/** What ordinary estimates are not: nothing quoted, nothing paid, everything owned, no payment, no month, a sum past a billion. */
const oddEstimate: fc.Arbitrary<Estimate> = fc
  .record({ estimate: anyEstimate(), volumeShares: shares, turn: fc.constantFrom('free', 'costless', 'owned', 'unpaid', 'paidNothing', 'huge', 'refund', 'unpriced') })
  .map(({ estimate, volumeShares, turn }): Estimate => {
    const base = { ...estimate, volumeShares }
    switch (turn) {
      case 'free': return { ...base, offerLines: base.offerLines.map((line) => ({ ...line, unitPrice: '0' })) }
      case 'costless': return { ...base, costLines: [], risks: [] }
      case 'owned': return { ...base, costLines: base.costLines.map((line) => ({ ...line, nature: 'allocated' as const })) }
      case 'unpaid': return { ...base, payment: [] }
      case 'paidNothing': return { ...base, payment: [{ name: '', share: '0', dueMonth: 48, delayDays: 30 }] }
      case 'huge': return { ...base, offerLines: base.offerLines.map((line) => ({ ...line, unitPrice: `${line.unitPrice.split('.')[0]}00000.005` })) }
      case 'refund': return { ...base, offerLines: base.offerLines.map((line) => ({ ...line, vatRate: '0.13', softwareVatRefund: true })) }
      case 'unpriced': return { ...base, offerLines: [] }
    }
  })

describe('evaluate beside a reference in whole-number fractions', () => {
  it.each(vectors)('both give $name', ({ input, expected }) => {
    const { simulation: _, breakEvenPrice: __, floorPrice: ___, ...figures } = expected
    expect(reference(input)).toEqual(figures)
  })

  it('agrees to the cent on any estimate', () => {
    fc.assert(fc.property(fc.tuple(anyEstimate(), shares), ([estimate, volumeShares]) => agrees({ ...estimate, volumeShares })), { numRuns: 60 })
  })

  it('agrees on odd ones', () => {
    fc.assert(fc.property(oddEstimate, agrees), { numRuns: 80 })
  })
})
