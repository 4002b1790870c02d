import { expect, test } from 'vitest'
import { rulePacks } from '#shared/pricing/rule-packs.ts'
import { readPack } from '#shared/rules/pack-file.ts'

const sample = () => structuredClone(rulePacks.find(({ id }) => id === 'cn-government-procurement-2026'))

function issuesOf(change: (pack: Record<string, unknown>) => void) {
  const pack: Record<string, unknown> = { ...sample() }
  change(pack)
  const reading = readPack(pack)
  return reading.ok ? [] : reading.issues
}

test('every shipped pack, written out and read again, is the same', () => {
  for (const pack of rulePacks) expect(readPack(JSON.parse(JSON.stringify(pack)))).toEqual({ ok: true, pack })
})

test.each([
  ['a missing article', (pack: Record<string, unknown>) => { pack['price'] = { ...sample()?.price, article: undefined } }, { field: 'price.article', code: 'missing', expected: 'text' }],
  ['a confidence nobody knows', (pack: Record<string, unknown>) => { pack['price'] = { ...sample()?.price, confidence: 'sure' } }, { field: 'price.confidence', code: 'wrong', given: '"sure"', options: ['law', 'secondary', 'notice', 'memory'] }],
  ['a day that does not exist', (pack: Record<string, unknown>) => { pack['effectiveFrom'] = '2026-02-30' }, { field: 'effectiveFrom', code: 'wrong', expected: 'date', given: '"2026-02-30"' }],
  ['days the wrong way round', (pack: Record<string, unknown>) => { pack['effectiveTo'] = '2020-01-01' }, { field: 'effectiveTo', code: 'ends-before-it-starts' }],
  ['a rate in percent', (pack: Record<string, unknown>) => { pack['abnormallyLow'] = { ...sample()?.abnormallyLow, rates: { avg: '50%', second: null, ceiling: null } } }, { field: 'abnormallyLow.rates.avg', code: 'wrong', expected: 'decimal', given: '"50%"' }],
  ['a line above the price it is taken of', (pack: Record<string, unknown>) => { pack['abnormallyLow'] = { ...sample()?.abnormallyLow, rates: { avg: '50', second: null, ceiling: null } } }, { field: 'abnormallyLow.rates.avg', code: 'wrong', expected: 'limit', options: ['> 0', '≤ 1'], given: '"50"' }],
  ['a formula of no kind', (pack: Record<string, unknown>) => { pack['price'] = { ...sample()?.price, defaultFormula: { kind: 'guess' } } }, { field: 'price.defaultFormula.kind', code: 'wrong', expected: 'option' }],
  ['a test the program cannot compute', (pack: Record<string, unknown>) => { pack['abnormallyLow'] = { ...sample()?.abnormallyLow, rule: 'MOON' } }, { field: 'abnormallyLow.rule', code: 'wrong', expected: 'option' }],
  ['a misspelt field', (pack: Record<string, unknown>) => { pack['effectiveFrm'] = '2026-01-01' }, { field: 'effectiveFrm', code: 'unknown-field', given: '"2026-01-01"' }],
  ['a name with a space', (pack: Record<string, unknown>) => { pack['id'] = 'Our Pack' }, { field: 'id', code: 'wrong', expected: 'identifier' }],
])('%s is named with what the field takes', (_, change, expected) => {
  expect(issuesOf(change)).toContainEqual(expect.objectContaining(expected))
})

test('days the wrong way round are named beside whatever else is wrong', () => {
  const issues = issuesOf((pack) => {
    pack['effectiveTo'] = '2020-01-01'
    pack['id'] = 'Our Pack'
  })
  expect(issues.map(({ field }) => field).toSorted()).toEqual(['effectiveTo', 'id'])
})

test('anything that is no pack at all is refused', () => {
  for (const json of [null, 7, [], 'pack', {}]) expect(readPack(json)).toMatchObject({ ok: false })
})
