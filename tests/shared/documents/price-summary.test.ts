import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import type { BuyerOfferLine } from '#shared/documents/buyer-bid.ts'
import { priceSummary } from '#shared/documents/price-summary.ts'

const line = (quantity: string, unitPrice: string, vatRate: string): BuyerOfferLine => ({ id: `${quantity}-${unitPrice}`, name: '项', specification: null, quantity, unit: '项', unitPrice, vatRate, remark: null })

const anyLine = fc
  .record({ quantity: fc.integer({ min: 0, max: 10_000_000 }), price: fc.integer({ min: 0, max: 2_000_000_000 }), rate: fc.constantFrom('0', '0.01', '0.03', '0.06', '0.09', '0.13') })
  .map(({ quantity, price, rate }) => line(new Decimal(quantity).div(1000).toFixed(), new Decimal(price).div(1_000_000).toFixed(), rate))

describe('the figures of a bid', () => {
  it('rounds each line half-up to the fen and takes the tax out of the rounded amount', () => {
    const { lines, gross, net, vat } = priceSummary([line('12', '63166.666667', '0.13'), line('3', '0.335', '0.06')])
    expect(lines.map((priced) => [priced.no, priced.gross.toFixed(2), priced.net.toFixed(2), priced.vat.toFixed(2)])).toEqual([
      [1, '758000.00', '670796.46', '87203.54'],
      [2, '1.01', '0.95', '0.06'],
    ])
    expect([gross.toFixed(2), net.toFixed(2), vat.toFixed(2)]).toEqual(['758001.01', '670797.41', '87203.60'])
  })

  it('adds net and tax to the total on every line, for every rate and in sum', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (lines) => {
        const summary = priceSummary(lines)
        for (const priced of [...summary.lines, ...summary.byRate, summary]) expect(priced.net.plus(priced.vat).toFixed(2)).toBe(priced.gross.toFixed(2))
        const sum = (values: Decimal[]): string => values.reduce((total, value) => total.plus(value), new Decimal(0)).toFixed(2)
        expect(sum(summary.lines.map(({ gross }) => gross))).toBe(summary.gross.toFixed(2))
        expect(sum(summary.byRate.map(({ net }) => net))).toBe(summary.net.toFixed(2))
        expect(sum(summary.byRate.map(({ vat }) => vat))).toBe(summary.vat.toFixed(2))
      }),
    )
  })

  it('puts 0.06 and 0.060 under one rate', () => {
    expect(priceSummary([line('1', '106', '0.06'), line('1', '212', '0.060')]).byRate.map(({ vatRate, net }) => [vatRate, net.toFixed(2)])).toEqual([['0.06', '300.00']])
  })
})
