import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { breakEvenOf, priceAtMargin } from '#shared/estimate/break-even.ts'
import type { Estimate, ThreePoint } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { figuresAt, prepare } from '#shared/estimate/figures.ts'
import type { EstimateResult } from '#shared/estimate/result.ts'
import { anyEstimate } from './arbitrary-estimate.ts'
import { vectorInput, vectors } from './vectors.ts'

describe('evaluate', () => {
  it.each(vectors)('gives every figure of $name to the cent', ({ input, expected }) => {
    const { simulation: _, ...figures } = expected
    expect(evaluate(input)).toEqual(figures)
  })

  it('has no margin, parity, break-even or floor price without an offer', () => {
    const { margin, parity, commercialValue, breakEvenPrice, floorPrice } = evaluate({ ...vectorInput('case-01.json'), offerLines: [] })
    expect({ margin, parity, commercialValue, breakEvenPrice, floorPrice }).toEqual({ margin: null, parity: null, commercialValue: null, breakEvenPrice: null, floorPrice: null })
  })

  it('has no floor price when no price can reach the margin', () => {
    const estimate = vectorInput('case-01.json')
    expect(evaluate({ ...estimate, policy: { ...estimate.policy, minMargin: '1' } }).floorPrice).toBeNull()
  })

  it('rounds each line half-up before adding', () => {
    const line = { ...vectorInput('case-01.json').offerLines[0]!, quantity: '1', unitPrice: '0.005' }
    expect(evaluate({ ...vectorInput('case-01.json'), offerLines: [{ ...line, id: 'a' }, { ...line, id: 'b' }] }).offerTotal).toBe('0.02')
  })

  it('counts a cost that is unknown, unconfirmed, foreign without a rate or expired as 0', () => {
    const estimate = vectorInput('case-12.json')
    const [line] = estimate.costLines
    const zero = { low: '0', likely: '0', high: '0' }
    const unknown = [
      { ...line!, unitCost: null },
      { ...line!, unitCost: zero },
      { ...line!, currency: 'USD' },
      { ...line!, price: { validUntil: '2026-11-21' } },
    ]
    expect(unknown.map((costLine) => evaluate({ ...estimate, costLines: [costLine] }, '2026-11-22').direct)).toEqual(['0.00', '0.00', '0.00', '0.00'])
  })

  it('turns a foreign unit cost into CNY by its rate', () => {
    const estimate = vectorInput('case-12.json')
    const foreign = estimate.costLines.map((line) => ({ ...line, currency: 'USD', exchangeRate: '2' }))
    expect(new Decimal(evaluate({ ...estimate, costLines: foreign }).direct).toNumber()).toBeCloseTo(2 * Number(evaluate(estimate).direct), 1)
  })
})

describe('laws of the estimate', () => {
  it('profit at the break-even price is within a fen of 0, and a fen lower it is a loss', () => {
    fc.assert(
      fc.property(anyEstimate(), (estimate) => {
        const prepared = prepare(estimate)
        const price = breakEvenOf(prepared)
        if (price === null || price.isZero()) return
        const profit = figuresAt(prepared, price).profit
        expect(profit.greaterThanOrEqualTo(0) && profit.lessThanOrEqualTo('0.01')).toBe(true)
        expect(figuresAt(prepared, price.minus('0.01')).profit.isNegative()).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('the floor price is the lowest that has the margin', () => {
    fc.assert(
      fc.property(anyEstimate(), (estimate) => {
        const prepared = prepare(estimate)
        const price = priceAtMargin(prepared, '0.15')
        if (price === null || price.isZero()) return
        expect(figuresAt(prepared, price).margin?.greaterThanOrEqualTo('0.15')).toBe(true)
        expect(figuresAt(prepared, price.minus('0.01')).margin?.lessThan('0.15')).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('the whole volume is the estimate itself', () => {
    fc.assert(
      fc.property(anyEstimate(), (estimate) => {
        const { byVolume, profit, margin } = evaluate({ ...estimate, volumeShares: ['1'] })
        expect(byVolume).toEqual([{ share: 1, profit, margin }])
      }),
      { numRuns: 40 },
    )
  })

  it('an unsecured subsidy changes nothing but the profit with all subsidies', () => {
    fc.assert(
      fc.property(anyEstimate(), (estimate) => {
        const subsidies = estimate.subsidies.map((subsidy) => ({ ...subsidy, secured: false }))
        const { profitWithAllSubsidies: _, ...withThem } = evaluate({ ...estimate, subsidies })
        const { profitWithAllSubsidies: __, ...without } = evaluate({ ...estimate, subsidies: [] })
        expect(withThem).toEqual(without)
      }),
      { numRuns: 40 },
    )
  })

  it('each cost layer contains the one before', () => {
    fc.assert(
      fc.property(anyEstimate(), (estimate) => {
        const { incrementalCost, fulfilmentCost, expectedCost } = evaluate(estimate)
        expect(Number(incrementalCost) <= Number(fulfilmentCost) && Number(fulfilmentCost) <= Number(expectedCost)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('without tiers, every price, cap and amount times ten gives every result times ten', () => {
    fc.assert(
      fc.property(anyEstimate({ tieredFee: false }), (estimate) => {
        const [small, large] = [evaluate(estimate), evaluate(tenfold(estimate))]
        for (const key of amountKeys) expect(Math.abs(Number(large[key]) - 10 * Number(small[key]))).toBeLessThanOrEqual(0.0501)
        expect({ parity: large.parity, margin: large.margin }).toEqual({ parity: small.parity, margin: small.margin })
      }),
      { numRuns: 40 },
    )
  })
})

const amountKeys = ['offerTotal', 'netRevenue', 'direct', 'riskCost', 'subsidy', 'agencyFee', 'bondCost', 'financing', 'cashTrough', 'expectedCost', 'profit', 'profitWithAllSubsidies'] satisfies (keyof EstimateResult)[]

const ten = (amount: string): string => new Decimal(amount).times(10).toFixed()
const tenPoints = ({ low, likely, high }: ThreePoint): ThreePoint => ({ low: ten(low), likely: ten(likely), high: ten(high) })

const tenfold = (estimate: Estimate): Estimate => ({
  ...estimate,
  offerLines: estimate.offerLines.map((line) => ({ ...line, unitPrice: ten(line.unitPrice), commercialUnitPrice: ten(line.commercialUnitPrice ?? '0') })),
  costLines: estimate.costLines.map((line) => ({ ...line, unitCost: line.unitCost === null ? null : tenPoints(line.unitCost) })),
  subsidies: estimate.subsidies.map((subsidy) => ({ ...subsidy, cap: ten(subsidy.cap) })),
  risks: estimate.risks.map((risk) => ({ ...risk, impact: tenPoints(risk.impact) })),
  bonds: estimate.bonds.map((bond) => ({ ...bond, amount: ten(bond.amount) })),
  agencyFee: { ...estimate.agencyFee, amount: ten(estimate.agencyFee.amount ?? '0') },
})
