import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMoney } from '#renderer/components/money-input/parse-money.ts'

const yuan = { unit: 'yuan', maxDecimals: 2 } as const
const wan = { unit: 'wan', maxDecimals: 2 } as const

describe('reading an amount', () => {
  it.each([
    ['398万', '3980000'],
    ['398万元', '3980000'],
    ['３９８００００', '3980000'],
    ['￥4，120，000', '4120000'],
    ['¥ 3,980,000.00', '3980000'],
    ['1.2亿', '120000000'],
    ['398,0000', '3980000'],
    ['人民币 3980000 元整', '3980000'],
    ['3 980 000', '3980000'],
    ['３９８．５万', '3985000'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['0', '0'],
    ['3980000.01', '3980000.01'],
    ['叁佰玖拾捌万元整', '3980000'],
    ['人民币壹万贰仟元伍角', '12000.5'],
  ])('reads %s as %s yuan', (text, amount) => {
    expect(parseMoney(text, yuan)).toEqual({ ok: true, amount })
  })

  it.each([
    ['398', '3980000'],
    ['398万', '3980000'],
    ['3980000元', '3980000'],
    ['398.123456', '3981234.56'],
    ['0.04亿', '4000000'],
  ])('reads %s as %s yuan while the field is in 万元', (text, amount) => {
    expect(parseMoney(text, wan)).toEqual({ ok: true, amount })
  })

  it.each(['', '   ', '　', '¥'])('takes "%s" as nothing, not as zero', (text) => {
    expect(parseMoney(text, yuan)).toEqual({ ok: true, amount: null })
  })

  it.each([
    ['abc', 'not-a-number'],
    ['398千', 'not-a-number'],
    ['三百九十八万', 'not-a-number'],
    ['负伍元整', 'negative'],
    ['万', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['-', 'not-a-number'],
    ['4.9e6', 'exponent'],
    ['1E5', 'exponent'],
    ['12,5', 'grouping'],
    ['3,98,0000', 'grouping'],
    ['-5', 'negative'],
    ['−5', 'negative'],
    ['0.001', 'too-precise'],
    ['398.1234567万', 'too-precise'],
    ['1000000000000000', 'too-large'],
    ['99999999亿', 'too-large'],
  ])('refuses %s: %s', (text, reason) => {
    expect(parseMoney(text, yuan)).toEqual({ ok: false, reason })
  })

  it('takes a negative amount where one makes sense', () => {
    expect(parseMoney('-1,234.5', { ...yuan, allowNegative: true })).toEqual({ ok: true, amount: '-1234.5' })
  })

  it.each([
    ['3 980 000,50', '3980000.5'],
    ['3\u202f980\u202f000,00 ¥', '3980000'],
    ['3,98', '3.98'],
    ['3.98', '3.98'],
    ['3,980,000.00', '3980000'],
  ])('reads the French %s as %s', (text, amount) => {
    expect(parseMoney(text, { ...yuan, isDecimalComma: true })).toEqual({ ok: true, amount })
  })

  it('gives back every amount it is shown, whatever the grouping', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (fen) => {
      const whole = String(fen / 100n)
      const cents = String(fen % 100n).padStart(2, '0')
      const plain = parseMoney(`${whole}.${cents}`, yuan)
      expect(parseMoney(`￥${whole.replaceAll(/\B(?=(\d{3})+$)/g, '，')}.${cents}元`, yuan)).toEqual(plain)
      expect(parseMoney(`${whole.replaceAll(/\B(?=(\d{4})+$)/g, ',')}.${cents}`, yuan)).toEqual(plain)
    }))
  })
})
