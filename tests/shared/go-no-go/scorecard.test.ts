import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultScorecard, Scorecard, scoreOf, type Scores } from '#shared/go-no-go/scorecard.ts'

const ids = defaultScorecard.criteria.map(({ id }) => id)
const all = (points: number): Scores => Object.fromEntries(ids.map((id) => [id, points]))

describe('the go/no-go score', () => {
  test.each([
    [all(5), 100, true],
    [all(0), 0, false],
    [all(3), 60, true],
    [{ ...all(3), 'price-room': 2 }, 56, false],
  ])('is the weighted share of the most', (scores, score, isAbove) => {
    expect(scoreOf(defaultScorecard, scores)).toMatchObject({ score, isAbove, missing: [] })
  })

  test('a criterion nobody scored is unknown, not 0: the score is a span until it is', () => {
    const { 'price-room': _left, ...rest } = all(3)
    expect(scoreOf(defaultScorecard, rest)).toEqual({ score: null, least: 48, most: 68, missing: ['price-room'], isAbove: null })
    expect(scoreOf(defaultScorecard, { ...all(5), risk: 5, 'price-room': 0 })).toMatchObject({ score: 80 })
    expect(scoreOf({ ...defaultScorecard, threshold: 40 }, rest).isAbove).toBe(true)
  })

  test('more points never lower it, and what was missing only narrows the span', () => {
    const scores = fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 0, max: 5 }))
    fc.assert(
      fc.property(scores, fc.constantFrom(...ids), (given, id) => {
        const before = scoreOf(defaultScorecard, given)
        const after = scoreOf(defaultScorecard, { ...given, [id]: 5 })
        expect(before.least).toBeLessThanOrEqual(after.least)
        if (given[id] === undefined) expect(after.score ?? after.most).toBeLessThanOrEqual(before.most)
      }),
    )
  })

  test('a card without weight or with a criterion twice is refused', () => {
    expect(Scorecard.safeParse({ criteria: [{ id: 'a', name: 'A', weight: 0 }], threshold: 60 }).success).toBe(false)
    expect(Scorecard.safeParse({ criteria: [{ id: 'a', name: 'A', weight: 1 }, { id: 'a', name: 'B', weight: 1 }], threshold: 60 }).success).toBe(false)
  })
})
