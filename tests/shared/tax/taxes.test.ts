import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { bidProfit, type BidProfitInput } from '#shared/tax/bid-profit.ts'
import { afterResearchDeduction, corporateTax } from '#shared/tax/corporate-tax.ts'
import { stampDuty } from '#shared/tax/stamp-duty.ts'
import { grossUpVat, smallScaleVat, softwareRefund, splitAtHighestRate, splitLines, splitVat } from '#shared/tax/vat.ts'
import { voucher } from '#shared/tax/voucher.ts'

const d = (text: string | number) => new Decimal(text)
const amount = fc.integer({ min: 1, max: 1_000_000_000_00 }).map((fen) => d(fen).div(100))
const rate = fc.constantFrom('0.13', '0.09', '0.06', '0.03', '0.01').map(d)

describe('VAT', () => {
  test('net and VAT always sum to the amount, and grossing the net up returns it to within a fen', () => {
    fc.assert(
      fc.property(amount, rate, (inclusive, r) => {
        const { net, vat } = splitVat(inclusive, r)
        expect(net.plus(vat).toString()).toBe(inclusive.toString())
        expect(grossUpVat(net, r).inclusive.minus(inclusive).abs().lte('0.01')).toBe(true)
      }),
    )
  })

  test('lines accounted for together pay the highest rate on all', () => {
    const lines = [
      { inclusive: d('2260000'), rate: d('0.13') },
      { inclusive: d('1378000'), rate: d('0.06') },
    ]
    const apart = splitLines(lines)
    expect([apart.net, apart.vat, apart.inclusive].map(String)).toEqual(['3300000', '338000', '3638000'])
    expect(splitAtHighestRate(apart.inclusive, d('0.13'), apart.vat).extraVat?.toString()).toBe('80530.97')
    expect(splitAtHighestRate(apart.inclusive, d('0.13'), null).extraVat).toBeNull()
  })

  test('the software refund leaves at most the threshold as burden', () => {
    fc.assert(
      fc.property(amount, fc.double({ min: 0, max: 1, noNaN: true }), (sales, share) => {
        const input = sales.times('0.13').times(share.toFixed(6))
        const { refund, burden } = softwareRefund(sales, d('0.13'), input, d('0.03'))
        expect(refund.gte(0)).toBe(true)
        expect(burden?.times(sales).lte(sales.times('0.03').plus('0.02'))).toBe(true)
      }),
    )
  })

  test('a small taxpayer is exempt under 100 000 a month, pays 1 % until the end of 2027 and 3 % after', () => {
    expect(smallScaleVat(d('100999'), '2026-11-22')).toMatchObject({ isExempt: true })
    expect(String(smallScaleVat(d('101000'), '2026-11-22').vat)).toBe('1000')
    expect(String(smallScaleVat(d('103000'), '2028-01-01').vat)).toBe('3000')
  })
})

describe('other taxes', () => {
  test('the small-profit rate ends with a cliff', () => {
    expect([d(3_000_000), d('3000000.01')].map((income) => String(corporateTax(income, 'small_low_profit').tax))).toEqual(['150000', '750000'])
    expect(String(corporateTax(d(-5), 'general').tax)).toBe('0')
    expect(String(afterResearchDeduction(d(1000), d(400)))).toBe('600')
  })

  test('an unknown contract has no stamp duty rate to guess', () => {
    expect(stampDuty('借款合同', d(1), false)).toEqual({ ok: false, code: 'contract-type-unknown' })
    const lease = stampDuty('租赁合同', d('10000'), true)
    expect(lease.ok && lease.duty.toString()).toBe('5')
  })

  test('a voucher stops at its cap', () => {
    expect(Object.values(voucher(d('30000000'), d('0.5'), d('10000000'))).map(String)).toEqual(['10000000', '20000000'])
  })
})

describe('the quick profit', () => {
  const input: BidProfitInput = {
    priceInclusive: d(1_060_000), vatRate: d('0.06'), inputVat: d(18_000), surchargeRate: d('0.12'), stampRate: d('0.0003'), directCostNet: d(780_000), voucher: d(0), overheadNet: d(90_000),
    agencyFee: d(13_000), financeRate: d('0.045'), collectionDays: d(120), performanceBondRate: d('0.05'), bondCostRate: d('0.01'), bondDays: d(365), commercialPriceInclusive: null,
  }

  test('an unknown commercial price has no gap', () => {
    expect(bidProfit(input).commercialGapPercent).toBeNull()
  })

  test('a price of 0 is a loss without a margin', () => {
    expect(bidProfit({ ...input, priceInclusive: d(0) })).toMatchObject({ marginPercent: null, flag: 'LOSS' })
  })

  test('a higher price never earns less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 1, max: 100_000 }), (price, more) => {
        const at = (value: number) => bidProfit({ ...input, priceInclusive: d(value) }).profit
        expect(at(price + more).gte(at(price))).toBe(true)
      }),
    )
  })
})
