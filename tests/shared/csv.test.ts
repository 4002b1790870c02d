import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, csvStart } from '#shared/csv.ts'

test('negative amounts stay numbers, and what a spreadsheet would run stays text', () => {
  expect(csvLine(['-17850.00', '-11.0%', '-1+2', '@x', '=1', 'a-b', '说"好",行', null])).toBe('-17850.00,-11.0%,\'-1+2,\'@x,\'=1,a-b,"说""好"",行",\r\n')
})

test('any text comes back as it was', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r]/.test(text))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(parse(csvStart + rows.map(csvLine).join(''), { bom: true, record_delimiter: '\r\n' })).toEqual(rows)
    }),
  )
})
