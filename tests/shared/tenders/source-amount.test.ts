import { sourceAmount, sourceCurrency } from '#shared/tenders/source-amount.ts'
import { expect, it } from 'vitest'

it.each([
  ['12000.00', '12000'],
  ['1.2e6', '1200000'],
  ['1680000', '1680000'],
  ['007', '7'],
  ['999999999999999999', '999999999999999999'],
  [' 0.005 ', '0.01'],
  ['0.004', null],
  ['0', null],
  ['', null],
  ['999999999999999999.99', '999999999999999999.99'],
])('reads the amount %j as %j, zero being "not stated"', (text, amount) => {
  expect(sourceAmount(text)).toEqual({ ok: true, amount })
})

it.each(['-1', '1,000', '12 EUR', 'NaN', 'Infinity', '1e99', '1e18', '0x10'])('does not take %j for an amount', (text) => {
  expect(sourceAmount(text)).toEqual({ ok: false })
})

it('upper-cases a currency, takes blank for unknown and refuses what is no code', () => {
  expect([sourceCurrency(' mdl '), sourceCurrency(''), sourceCurrency(null), sourceCurrency('yuan')]).toEqual(['MDL', null, null, undefined])
})
