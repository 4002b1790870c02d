import { describe, expect, it } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { formatDecimal, formatMoney, formatPercent, moneyText, ratioNumber, roundToFen, roundUpToFen } from '#shared/money.ts'

describe('rounding', () => {
  it.each([
    ['1.005', '1.01'],
    ['1.0049', '1.00'],
    ['-1.005', '-1.01'],
    ['-0.004', '0.00'],
    ['0', '0.00'],
    ['2.675', '2.68'],
  ])('writes %s as %s, half-up and never -0.00', (amount, text) => {
    expect(moneyText(amount)).toBe(text)
  })

  it.each([
    ['1.0001', '1.01'],
    ['1.01', '1.01'],
    ['-1.019', '-1.01'],
  ])('rounds %s up to %s', (amount, text) => {
    expect(roundUpToFen(amount).toFixed(2)).toBe(text)
  })

  it('takes half a fen that a division made as half a fen, and a whole one as whole', () => {
    expect(roundToFen(new Decimal('0.05').div(11).times('16.5')).toFixed(2)).toBe('0.08')
    expect(roundUpToFen(new Decimal('0.05').div(3).times(3)).toFixed(2)).toBe('0.05')
  })

  it('reports ratios with six decimals, half-up', () => {
    expect([ratioNumber(new Decimal('0.1234565')), ratioNumber(new Decimal('-0.0000001'))]).toEqual([0.123457, 0])
  })
})

describe('formatting', () => {
  it.each([
    ['3980000', '3,980,000.00'],
    ['-17850', '-17,850.00'],
    ['999.999', '1,000.00'],
    ['0', '0.00'],
  ])('prints %s as %s', (amount, text) => {
    expect(formatMoney(amount)).toBe(text)
  })

  it('keeps the decimals of quantities and unit prices', () => {
    expect([formatDecimal('1234.5'), formatDecimal('1234.5', 2), formatDecimal('0.000012', 2), formatDecimal('1200'), formatDecimal('-1200')]).toEqual([
      '1,234.5',
      '1,234.50',
      '0.000012',
      '1,200',
      '-1,200',
    ])
  })

  it('prints percentages with one decimal', () => {
    expect([formatPercent('0.7895'), formatPercent('0.06', 0)]).toEqual(['79.0', '6'])
  })
})
