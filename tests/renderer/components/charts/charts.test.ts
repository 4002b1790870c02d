import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateTextWidth, placeLabels } from '#shared/charts/label-rows.ts'
import { areaPath, linePath, rightOf } from '#renderer/components/charts/paths.ts'
import { linearScale, niceTicks } from '#shared/charts/scale.ts'

describe('a linear scale', () => {
  it('maps the ends of the domain to the ends of the range and back', () => {
    const scale = linearScale([2_000_000, 5_000_000], [0, 600])
    expect([scale.at(2_000_000), scale.at(3_500_000), scale.at(5_000_000), scale.invert(300)]).toEqual([0, 300, 600, 3_500_000])
  })

  it('never gives back a value outside the domain', () => {
    const scale = linearScale([100, 200], [0, 50])
    expect([scale.invert(-10), scale.invert(900)]).toEqual([100, 200])
  })

  it('has round ticks', () => {
    expect(niceTicks(1_900_000, 5_050_000, 7)).toEqual([2_000_000, 2_500_000, 3_000_000, 3_500_000, 4_000_000, 4_500_000, 5_000_000])
    expect(niceTicks(0.1, 0.35, 3)).toEqual([0.1, 0.2, 0.3])
    expect(niceTicks(5, 5, 4)).toEqual([])
  })
})

describe('paths', () => {
  const points = [{ x: 0, y: 10 }, { x: 10, y: 20 }, { x: 20, y: 0.05 }]

  it('draw a line and close an area on the baseline', () => {
    expect(linePath(points)).toBe('M0 10L10 20L20 0.1')
    expect(areaPath(points, 50)).toBe('M0 50L0 10L10 20L20 0.1L20 50Z')
    expect(areaPath([], 50)).toBe('')
  })

  it('cut a line exactly at the cursor', () => {
    expect(rightOf(points, 5)).toEqual([{ x: 5, y: 15 }, ...points.slice(1)])
    expect(rightOf(points, 10)).toEqual(points.slice(1))
    expect(rightOf(points, -3)).toEqual(points)
    expect(rightOf(points, 21)).toEqual([])
  })
})

describe('labels over a chart', () => {
  it('move to the next row rather than over each other', () => {
    expect(placeLabels([{ x: 100, width: 80 }, { x: 120, width: 80 }, { x: 300, width: 80 }], 0, 400, 2)).toEqual([
      { row: 0, left: 60 }, { row: 1, left: 80 }, { row: 0, left: 260 },
    ])
  })

  it('never overlap within a row and never leave the chart', () => {
    const label = fc.record({ x: fc.integer({ min: 0, max: 800 }), width: fc.integer({ min: 10, max: 200 }) })
    fc.assert(fc.property(fc.array(label, { maxLength: 9 }), (labels) => {
      const sorted = [...labels].sort((a, b) => a.x - b.x)
      const placed = placeLabels(sorted, 0, 800, 3).map((place, index) => ({ ...place, right: place.left + (sorted[index]?.width ?? 0) }))
      for (const one of placed) {
        expect(one.left).toBeGreaterThanOrEqual(0)
        expect(one.right).toBeLessThanOrEqual(800)
        for (const other of placed) if (one !== other && one.row === other.row && one.row !== -1) expect(one.left >= other.right || other.left >= one.right).toBe(true)
      }
    }))
  })

  it('are estimated wider in Chinese than in Latin letters', () => {
    expect(estimateTextWidth('保本', 12)).toBe(24)
    expect(estimateTextWidth('ab', 12)).toBeLessThan(estimateTextWidth('保本', 12))
  })
})
