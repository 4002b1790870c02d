import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEstimate } from '../estimate/arbitrary-estimate.ts'
import { Decimal } from '#shared/decimal.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { costByCategory } from '#shared/risk/breakdown.ts'
import { cashSummary } from '#shared/risk/cash-summary.ts'

const certain = (value: string) => ({ low: value, likely: value, high: value })
const estimate = Estimate.parse({
  offerLines: [{ id: 'o1', name: '平台', quantity: '1', unit: '套', unitPrice: '120000', vatRate: '0' }],
  costLines: [
    { id: 'c1', name: '人力', category: 'people', quantity: certain('1'), unitCost: certain('60000'), inputVatRate: '0', nature: 'allocated', startMonth: 0, months: 3 },
    { id: 'c2', name: '算力', category: 'compute', quantity: certain('3'), unitCost: certain('10000'), inputVatRate: '0', startMonth: 0, months: 1 },
    { id: 'c3', name: '外协', category: 'people', quantity: certain('1'), unitCost: certain('5000'), inputVatRate: '0', startMonth: 2, months: 1 },
  ],
  payment: [{ name: '验收款', share: '1', dueMonth: 2, delayDays: 45 }],
  annualFinanceRate: '0.06',
  overheadRate: '0.1',
  contingencyRate: '0',
})

describe('cash flow in figures', () => {
  it('names the deepest need, its month, the month it is paid back and what it costs', () => {
    const { peakNeed, peakMonth, payBackMonth, financing } = cashSummary(estimate, null)
    // 33,000 + 3 × 22,000 + 5,500 are out by month 2; the payment comes 45 days late, in month 4.
    expect({ peakNeed, peakMonth, payBackMonth, financing }).toEqual({ peakNeed: '104500.00', peakMonth: 2, payBackMonth: 4, financing: '1705.00' })
  })

  it('says that nothing is paid back when the money never comes', () => {
    expect(cashSummary({ ...estimate, payment: [] }, null).payBackMonth).toBeNull()
  })

  it('needs nothing when everything is paid in advance', () => {
    const { peakNeed, peakMonth, payBackMonth } = cashSummary({ ...estimate, payment: [{ name: '预付', share: '1', dueMonth: 0, delayDays: 0 }] }, null)
    expect({ peakNeed, peakMonth, payBackMonth }).toEqual({ peakNeed: '0.00', peakMonth: null, payBackMonth: 0 })
  })

  it('agrees with the estimate on trough and finance for any estimate', () => {
    fc.assert(
      fc.property(anyEstimate(), (any) => {
        const { peakNeed, financing } = cashSummary(any, null)
        const result = evaluate(any)
        expect([peakNeed, financing]).toEqual([new Decimal(result.cashTrough).abs().toFixed(2), result.financing])
      }),
      { numRuns: 60 },
    )
  })
})

describe('cost in parts', () => {
  it('adds up by category, the dearest first, with own staff apart', () => {
    expect(costByCategory(estimate, null)).toEqual([
      { category: 'people', incremental: '5000.00', allocated: '60000.00', total: '65000.00' },
      { category: 'compute', incremental: '30000.00', allocated: '0.00', total: '30000.00' },
    ])
  })
})
