import { cellAmount, cellDayOrInstant, cellInstant, cellText, cellUnit, isNoName } from '#shared/tenders/table/cell-values.ts'
import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('cellAmount', () => {
  it.each([
    ['75.9590000 万元（人民币）', null, '759590'],
    ['91.7000000（万元）', null, '917000'],
    ['20万元。', null, '200000'],
    ['￥1,234,567.89', null, '1234567.89'],
    ['人民币 3 亿元', null, '300000000'],
    ['978435', '元', '978435'],
    ['97.8435', '万元', '978435'],
    ['65.000000', null, '650000'],
    ['65.00', null, '65'],
    ['50元', '万元', '50'],
    ['叁万伍仟元整', null, '35000'],
    ['0', '万元', null],
    ['0.0 万元', null, null],
    ['公告未明确列示', null, null],
    ['详见附件', null, null],
    ['/', null, null],
    ['', null, null],
    [undefined, null, null],
  ] as const)('reads %j in %j as %j yuan', (cell, unit, value) => {
    expect(cellAmount(cell, unit)).toEqual({ ok: true, value })
  })

  it.each(['是', '下浮率20.50%', '95%', '50万元、30万元', '拟面向中小企业预留', '2026年03月', '-5', '1,23'])('does not take %j for an amount', (cell) => {
    expect(cellAmount(cell, null)).toEqual({ ok: false })
  })

  it('means the same in 元 and in 万元', () => {
    assert(property(integer({ min: 1, max: 10 ** 9 }), (yuan) => {
      expect(cellAmount(`${yuan}`, '元')).toEqual(cellAmount(`${(yuan / 10_000).toFixed(6)}万元`, null))
    }))
  })
})

describe('moments in cells', () => {
  it.each([
    ['2026-05-21 09:30:00', '2026-05-21T01:30:00.000Z'],
    ['2026年5月21日 9时30分（北京时间）', '2026-05-21T01:30:00.000Z'],
    ['2026/5/21 9:30', '2026-05-21T01:30:00.000Z'],
    ['2026-05-21T01:30:00Z', '2026-05-21T01:30:00.000Z'],
    ['2026-05-21', '2026-05-20T16:00:00.000Z'],
    ['46163.395833333', '2026-05-21T01:30:00.000Z'],
    ['2026-05-01 09:00 至 2026-05-21 09:30', '2026-05-21T01:30:00.000Z'],
    ['待定', null],
  ])('reads %j as %j', (cell, value) => {
    expect(cellInstant(cell)).toEqual({ ok: true, value })
  })

  it('keeps a publication day a day', () => {
    expect([cellDayOrInstant('2026.05.21'), cellDayOrInstant('46163')]).toEqual([{ ok: true, value: '2026-05-21' }, { ok: true, value: '2026-05-21' }])
  })

  it.each(['2026年03月', '0001-01-01', 'soon', '2026-02-30', '12345'])('does not guess at %j', (cell) => {
    expect([cellInstant(cell), cellDayOrInstant(cell)]).toEqual([{ ok: false }, { ok: false }])
  })
})

it('knows a lone unit, and what can not be a name', () => {
  expect(['万元', ' （元）', '亿', '万科', ''].map(cellUnit)).toEqual(['万元', '元', '亿元', null, null])
  expect(['2026-01-01', '12', '是', 'https://example.org', '3万元', '国家电网', '3M中国有限公司'].map(isNoName)).toEqual([true, true, true, true, true, false, false])
  expect([cellText('  a \n b '), cellText('N/A'), cellText('—')]).toEqual(['a b', null, null])
})
