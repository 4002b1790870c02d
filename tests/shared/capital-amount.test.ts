import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { capitalAmount, chequeDate, readCapitalAmount } from '#shared/capital-amount.ts'
import { Decimal } from '#shared/decimal.ts'
import { prevailingPrice } from '#shared/price-precedence.ts'

const File = z.object({
  to_capital: z.array(z.object({ id: z.string(), amount: z.string(), canonical: z.string(), accepted: z.array(z.string()) })),
  invalid: z.array(z.object({ id: z.string(), input: z.string(), error: z.string(), report_mode: z.string().optional() })),
  parse: z.array(z.object({ id: z.string(), text: z.string(), amount: z.string() })),
  cheque_dates: z.array(z.object({ date: z.string(), capital: z.string() })),
})
const vectors = File.parse(JSON.parse(readFileSync(new URL('../fixtures/capital_amounts.json', import.meta.url), 'utf8')))

describe('capital amounts', () => {
  it.each(vectors.to_capital)('$id: $amount is written $canonical', ({ amount, canonical }) => {
    expect(capitalAmount(amount)).toEqual({ ok: true, text: canonical })
  })

  it.each(vectors.to_capital.flatMap(({ amount, accepted }) => accepted.map((text) => ({ amount, text }))))('$text reads as $amount', ({ amount, text }) => {
    expect(readCapitalAmount(text)).toEqual({ ok: true, amount: new Decimal(amount).toFixed() })
  })

  it.each(vectors.invalid)('$id: "$input" is refused as $error', ({ input, error }) => {
    expect(capitalAmount(input)).toEqual({ ok: false, error })
  })

  it('writes a negative amount only where a report allows it', () => {
    expect(capitalAmount('-500', { allowNegative: true })).toEqual({ ok: true, text: '负伍佰元整' })
  })

  it('asks about more than two decimals instead of rounding', () => {
    expect(capitalAmount('1.005')).toEqual({ ok: false, error: 'TOO_MANY_DECIMALS' })
    expect(capitalAmount('1.500')).toEqual({ ok: true, text: '壹元伍角' })
  })

  it('writes nothing as 零元整', () => {
    expect(capitalAmount('0')).toEqual({ ok: true, text: '零元整' })
    expect(readCapitalAmount('零元整')).toEqual({ ok: true, amount: '0' })
  })

  it.each(vectors.parse)('$id: reads $text', ({ text, amount }) => {
    expect(readCapitalAmount(text)).toEqual({ ok: true, amount: new Decimal(amount).toFixed() })
  })

  it.each(['', '一百元整', '拾元整', '两佰元整', '伍毛', '整', '元整', '佰壹元整', '壹元伍分整', '壹佰'])('refuses to read "%s"', (text) => {
    expect(readCapitalAmount(text).ok).toBe(false)
  })

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (fen) => {
        const amount = new Decimal(fen.toString()).div(100)
        const written = capitalAmount(amount.toFixed(2))
        expect(written.ok && readCapitalAmount(written.text)).toEqual({ ok: true, amount: amount.toFixed() })
      }),
    )
  })

  it.each(vectors.cheque_dates)('writes $date as $capital', ({ date, capital }) => {
    expect(chequeDate(date)).toBe(capital)
  })
})

describe('inconsistent prices', () => {
  it('takes capitals over figures', () => {
    expect(prevailingPrice({ capital: '人民币叁佰陆拾伍万捌仟元整', figure: '3,685,000.00' })).toEqual({ prevailing: '3658000.00', rule: 'capitals', correctedUnitPrice: null })
  })

  it('takes unit prices over their total', () => {
    expect(prevailingPrice({ unitPrice: '1200.00', quantity: '10', lineTotal: '11000.00' })).toEqual({ prevailing: '12000.00', rule: 'unit-price', correctedUnitPrice: null })
  })

  it('puts a misplaced decimal point right and keeps the opening table', () => {
    expect(prevailingPrice({ unitPrice: '120000.00', quantity: '10', openingTable: '12000.00' })).toEqual({ prevailing: '12000.00', rule: 'decimal-point', correctedUnitPrice: '1200.00' })
  })

  it('takes the opening table over the rest of the bid', () => {
    expect(prevailingPrice({ openingTable: '980000.00', detail: '990000.00' })).toEqual({ prevailing: '980000.00', rule: 'opening-table', correctedUnitPrice: null })
  })
})
