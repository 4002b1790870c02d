import { expect, it } from 'vitest'
import { sampleBid } from '../../support/sample-bid.ts'
import { compareVersions, type VersionContent } from '#shared/versions/compare.ts'

const { estimate, terms } = sampleBid()
const before: VersionContent = { estimate, terms }
const [line] = estimate.costLines
if (line === undefined) throw new Error('the sample has a cost line')

it('finds nothing between a version and itself', () => {
  const { lines, settings, terms: changedTerms, totals } = compareVersions(before, before)
  expect({ lines, settings, changedTerms, differences: new Set(totals.map(({ difference }) => difference)) }).toEqual({ lines: [], settings: [], changedTerms: [], differences: new Set(['0']) })
})

it('lists every changed field of a line with its amount before and after', () => {
  const range = { low: '7000000', likely: '7777771.11', high: '9000000' }
  const { lines } = compareVersions(before, { ...before, estimate: { ...estimate, costLines: [{ ...line, unitCost: range, months: 6 }] } })
  expect(lines).toEqual([
    {
      kind: 'cost', id: 'c1', name: line.name, change: 'changed', before: '7777771.11', after: '7851847.41',
      fields: [{ field: 'unitCost', before: '7777771.11', after: '7000000 ~ 7777771.11 ~ 9000000' }, { field: 'months', before: '12', after: '6' }],
    },
  ])
})

it('tells added from removed lines, and an unknown cost from a cost of zero', () => {
  const offerLines = estimate.offerLines.slice(1)
  const unknown = { ...line, id: 'c2', name: '算力', unitCost: null }
  const { lines } = compareVersions(before, { ...before, estimate: { ...estimate, offerLines, costLines: [...estimate.costLines, unknown] } })
  expect(lines.map(({ kind, id, change, before: was, after }) => [kind, id, change, was, after])).toEqual([
    ['offer', '1', 'removed', '1680000.00', null],
    ['cost', 'c2', 'added', null, null],
  ])
})

it('shows rates, policy and terms that changed, and what it did to the totals', () => {
  const change = compareVersions(before, { estimate: { ...estimate, overheadRate: '0.08', policy: { ...estimate.policy, minMargin: '0.2' } }, terms: { ...terms, validityDays: 120, remark: '含税' } })
  expect(change.settings.map(({ field, before: was, after }) => [field, was, after])).toEqual([
    ['overheadRate', '0', '0.08'],
    ['policy', '0.3131313, 0.10, 0.60, 0.50', '0.2, 0.10, 0.60, 0.50'],
  ])
  expect(change.terms).toEqual([{ field: 'validityDays', before: '90', after: '120' }, { field: 'remark', before: null, after: '含税' }])
  expect(change.totals.find(({ total }) => total === 'expectedCost')).toEqual({ total: 'expectedCost', before: '7777771.11', after: '8399992.80', difference: '622221.69' })
})
