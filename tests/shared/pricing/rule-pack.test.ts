import { describe, expect, test } from 'vitest'
import { formulaPresets } from '#shared/pricing/price-score/formula.ts'
import { formulaWarnings, selectRulePack } from '#shared/pricing/rule-pack.ts'
import { rulePacks } from '#shared/pricing/rule-packs.ts'
import { Track } from '#shared/pricing/track.ts'

function idOn(track: Track, day: string | null, zone: 'pilot_ftz' | 'other' = 'other') {
  const choice = selectRulePack(rulePacks, track, day, zone)
  return choice.ok ? choice.pack.id : choice.code
}

describe('rule packs', () => {
  test('every track has a pack today and no two packs of a track and zone overlap', () => {
    expect(Track.options.filter((track) => idOn(track, '2026-11-22') === 'no-rule-pack')).toEqual([])
    const overlaps = rulePacks.flatMap((a, index) => rulePacks.slice(index + 1).filter((b) => a.track === b.track && a.zone === b.zone && (a.effectiveFrom ?? '') <= (b.effectiveTo ?? '9') && (b.effectiveFrom ?? '') <= (a.effectiveTo ?? '9')))
    expect(overlaps).toEqual([])
  })

  test('the day the document was issued picks the pack', () => {
    expect(['2026-01-31', '2026-02-01', '2016-01-01', null].map((day) => idOn('government_procurement', day))).toEqual([
      'cn-government-procurement-2017',
      'cn-government-procurement-2026',
      'no-rule-pack',
      'project-date-unknown',
    ])
    expect(['2026-01-31', '2026-02-01'].map((day) => idOn('government_procurement', day, 'pilot_ftz'))).toEqual(['cn-government-procurement-pilot-2025', 'cn-government-procurement-2026'])
  })

  test('deductions exist only in government packs', () => {
    expect(new Set(rulePacks.filter(({ deductions }) => deductions.length > 0).map(({ track }) => track))).toEqual(new Set(['government_procurement']))
  })

  test('a mean benchmark or too few price points in a government tender is warned of', () => {
    const choice = selectRulePack(rulePacks, 'government_procurement', '2026-11-22', 'other')
    if (!choice.ok) throw new Error(choice.code)
    expect(formulaWarnings(choice.pack, formulaPresets['mean-deviation'], 'goods')).toEqual(['formula-not-allowed'])
    expect(formulaWarnings(choice.pack, { ...formulaPresets['lowest-price'], points: '29.9' }, 'goods')).toEqual(['weight-too-low'])
    expect(formulaWarnings(choice.pack, formulaPresets['lowest-price'], 'goods')).toEqual([])
  })
})
