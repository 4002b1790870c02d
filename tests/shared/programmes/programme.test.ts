import { describe, expect, it } from 'vitest'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { simulate } from '#shared/estimate/simulate.ts'
import { explain } from '#shared/estimate/explain.ts'
import { type Programme, isSecured, isUsable, statusOf, subsidiesOf } from '#shared/programmes/programme.ts'
import { starterProgrammes } from '#shared/programmes/starters.ts'
import { vectorInput } from '../estimate/vectors.ts'

const programme: Programme = { id: 'p', version: 1, updatedAt: '2026-11-01T00:00:00.000Z', name: '算力券', region: '上海', categories: ['compute', 'inference'], share: '0.3', cap: '500000', yearlyCap: '200000', from: '2026-01-01', until: '2026-12-31', payoutDelayMonths: 6, evidence: '沪经信〔2026〕1号', isApproved: true, source: null, confidence: 'official', note: null }

describe('a programme', () => {
  it.each([
    ['approved with a letter, within the window', {}, true],
    ['on the last day', { until: '2026-11-22' }, true],
    ['the day after', { until: '2026-11-21' }, false],
    ['before it opens', { from: '2026-11-23' }, false],
    ['not approved', { isApproved: false }, false],
    ['without a letter', { evidence: null }, false],
    ['with a letter of spaces', { evidence: '  ' }, false],
  ])('%s: secured is told', (_, change, expected) => {
    expect(isSecured({ ...programme, ...change }, '2026-11-22')).toBe(expected)
  })

  it('gives each category it covers a subsidy, the lower cap first', () => {
    const subsidies = subsidiesOf(programme, '2026-11-22', () => 'id')
    expect(subsidies.map(({ category, cap, secured, payoutDelayMonths }) => [category, cap, secured, payoutDelayMonths])).toEqual([['compute', '200000.00', true, 6], ['inference', '200000.00', true, 6]])
  })
})

describe('a subsidy past its window', () => {
  const base = vectorInput('case-12.json')
  const subsidy = { id: 's', programme: '算力券', category: base.costLines[0]!.category, share: '0.2', cap: '1000', payoutDelayMonths: 0, secured: true, from: null, until: '2026-06-05' }
  const estimate = { ...base, subsidies: [subsidy] }
  const without = { ...base, subsidies: [] }

  it('does not count, in figures, simulation and explanation, but would if all were secured', () => {
    expect({ ...evaluate(estimate, '2026-06-06'), profitWithAllSubsidies: null }).toEqual({ ...evaluate(without, '2026-06-06'), profitWithAllSubsidies: null })
    expect(Number(evaluate(estimate, '2026-06-06').profitWithAllSubsidies)).toBeGreaterThan(Number(evaluate(without, '2026-06-06').profit))
    expect(simulate(estimate, { seed: 1, today: '2026-06-06' }).lossProbability).toBe(simulate(without, { seed: 1, today: '2026-06-06' }).lossProbability)
    expect(explain(estimate, '2026-06-06').find((one) => one.subtotal === 'subsidy')?.parts[0]?.formula).toBe('subsidy-not-secured')
  })

  it('counts on its last day, and where no day is asked about', () => {
    expect(evaluate(estimate, '2026-06-05').subsidy).not.toBe('0.00')
    expect(evaluate(estimate).subsidy).not.toBe('0.00')
  })
})

describe('the programmes known from public sources', () => {
  it('hold nothing as approved, name where they are from, and mark closed windows', () => {
    expect(starterProgrammes.filter(({ isApproved, evidence }) => isApproved || evidence !== null)).toEqual([])
    expect(starterProgrammes.filter(({ source, confidence }) => source === null && confidence !== 'unknown')).toEqual([])
    const closed = starterProgrammes.filter((one) => statusOf(one, '2026-11-22') === 'closed').map(({ name }) => name)
    expect(closed).toEqual(['深圳训力券', '北京算力券'])
    expect(starterProgrammes.filter(isUsable).length).toBeGreaterThanOrEqual(4)
  })
})
