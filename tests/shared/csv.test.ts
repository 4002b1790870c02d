import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvText } from '#shared/csv.ts'

test('a table starts with the mark Excel needs; negative amounts stay numbers, and what a spreadsheet would run stays text', () => {
  expect(csvText([['-17850.00', '-11.0%', '-1+2', '@x', '=1', 'a-b', '说"好",行', null]])).toBe('\uFEFF-17850.00,-11.0%,\'-1+2,\'@x,\'=1,a-b,"说""好"",行",\r\n')
})

test('any text comes back as it was', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(parse(csvText(rows), { bom: true, record_delimiter: '\r\n' })).toEqual(rows)
    }),
  )
})
