import { describe, expect, it } from 'vitest'
import { certain, parseDay, parseNumber, parsePercent, parsePercents, parseWhole, rangeDraft, rangeText, withLikely, withRange } from '#renderer/features/bids/cost/cell-values.ts'

const around = { low: '1935', likely: '2150', high: '2687.5' }

describe('values typed into the cost grid', () => {
  it.each([
    ['2,150', '2150'], ['１２０', '120'], ['0.000012', '0.000012'], ['1.5万', '15000'], ['', null],
  ])('reads the number %s', (text, value) => {
    expect(parseNumber(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['abc', 'not-a-number'], ['4.9e6', 'not-a-number'], ['-3', 'negative'], ['0.0000001', 'too-precise'], ['1e3', 'not-a-number'], ['12,5', 'not-a-number'], ['1,23,456', 'not-a-number'], ['9999999999999999', 'too-large'],
  ])('refuses %s: %s', (text, reason) => {
    expect(parseNumber(text)).toEqual({ ok: false, reason })
  })

  it.each([['6', '0.06'], ['6%', '0.06'], ['0.5％', '0.005'], ['100', '1'], ['', null]])('reads %s per cent', (text, value) => {
    expect(parsePercent(text)).toEqual({ ok: true, value })
  })

  it('refuses more than 100 per cent', () => {
    expect(parsePercent('101')).toEqual({ ok: false, reason: 'not-a-percent' })
  })

  it.each([
    ['100%、60%', 'zh-CN', ['1', '0.6']], ['100, 60，30', 'zh-CN', ['1', '0.6', '0.3']], ['100 % ; 12,5 %', 'fr', ['1', '0.125']], ['', 'en', null],
  ] as const)('reads the percentages %s in %s', (text, language, value) => {
    expect(parsePercents(text, language)).toEqual({ ok: true, value })
  })

  it('refuses a list with one percentage over 100', () => {
    expect(parsePercents('100; 120', 'en')).toEqual({ ok: false, reason: 'not-a-percent' })
  })

  it.each(['2026-12-31', '2026/12/31', '20261231', '2026年12月31日', '２０２６．１２．３１'])('reads the day %s', (text) => {
    expect(parseDay(text)).toEqual({ ok: true, value: '2026-12-31' })
  })

  it.each(['2026-02-30', '31.12.2026', 'soon'])('refuses the day %s', (text) => {
    expect(parseDay(text)).toEqual({ ok: false, reason: 'not-a-day' })
  })

  it('reads whole numbers within bounds', () => {
    expect([parseWhole('12', 1, 600), parseWhole('0', 1, 600), parseWhole('1.5', 0, 9), parseWhole('', 0, 9)]).toEqual([
      { ok: true, value: 12 }, { ok: false, reason: 'not-whole' }, { ok: false, reason: 'not-whole' }, { ok: false, reason: 'not-whole' },
    ])
  })
})

describe('low and high', () => {
  it.each([
    ['-10/+25%', around],
    ['−10%/+25%', around],
    ['1,935 ~ 2687.5', around],
    ['1935/2687.5', around],
    ['±10%', { low: '1935', likely: '2150', high: '2365' }],
    ['', certain('2150')],
  ])('%s', (text, points) => {
    expect(withRange(certain('2150'), text)).toEqual({ ok: true, value: points })
  })

  it('refuses bounds on the wrong side', () => {
    expect([withRange(certain('100'), '110 ~ 120'), withRange(certain('100'), '90 ~ 95'), withRange(certain('100'), 'wide')]).toEqual([
      { ok: false, reason: 'range-order' }, { ok: false, reason: 'range-order' }, { ok: false, reason: 'not-a-range' },
    ])
  })

  it('takes the French comma for a decimal sign and refuses it elsewhere', () => {
    expect(withRange(certain('100'), '-10,5/+25', 'fr')).toEqual({ ok: true, value: { low: '89.5', likely: '100', high: '125' } })
    expect(withRange(certain('100'), '-10,5/+25')).toEqual({ ok: false, reason: 'not-a-range' })
    expect(rangeText({ low: '89.5', likely: '100', high: '125' }, 'fr')).toBe('−10,5/+25%')
  })

  it('shows percentages and edits amounts', () => {
    expect([rangeText(around), rangeDraft(around), rangeText(certain('5')), rangeDraft(certain('5'))]).toEqual(['−10/+25%', '1935 ~ 2687.5', '—', ''])
  })

  it('keeps its percentages when the likely value changes', () => {
    expect(withLikely(around, '4300')).toEqual({ low: '3870', likely: '4300', high: '5375' })
    expect(withLikely(null, '5')).toEqual(certain('5'))
  })
})
