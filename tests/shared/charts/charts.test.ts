import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cashFlowScene } from '#shared/charts/cash-flow.ts'
import { costBreakdownScene } from '#shared/charts/cost-breakdown.ts'
import { distributionScene } from '#shared/charts/distribution.ts'
import { withRowNames } from '#shared/charts/named-rows.ts'
import { paperPalette } from '#shared/charts/palette.ts'
import { tornadoScene } from '#shared/charts/tornado.ts'
import type { Scene } from '#shared/documents/scene.ts'

const amount = fc.integer({ min: -5_000_000, max: 5_000_000 })
const positive = fc.integer({ min: 0, max: 5_000_000 })
const format = (value: number) => value.toFixed(0)

/** Every mark but text lies inside the plane, and every number is one. */
const isInside = ({ width, height, marks }: Scene): void => {
  const near = (value: number, most: number) => expect(value >= -3 && value <= most + 3).toBe(true)
  for (const mark of marks) {
    if (mark.kind === 'rect') { near(mark.x, width); near(mark.x + mark.width, width); near(mark.y, height); near(mark.y + mark.height, height); expect(mark.width >= 0 && mark.height >= 0).toBe(true) }
    if (mark.kind === 'line') { near(mark.from[0], width); near(mark.to[1], height) }
    if (mark.kind === 'path') mark.points.forEach(([x, y]) => { near(x, width); near(y, height) })
    if (mark.kind === 'text') { near(mark.x, width); near(mark.y, height) }
  }
}

it('a cash flow stays in its frame, whatever flows', () => {
  fc.assert(fc.property(fc.array(fc.record({ received: positive, out: positive, balance: amount }), { maxLength: 60 }), (rows) => {
    const months = rows.map((row, month) => ({ month, ...row }))
    isInside(cashFlowScene({ width: 560, height: 190, months, peakMonth: rows.length > 0 ? 0 : null, peakName: 'x', format, unit: '' }, paperPalette))
  }), { numRuns: 60 })
})

it('a breakdown draws bars as long as their amounts, nothing for what is nothing', () => {
  const { marks } = costBreakdownScene({ width: 400, rows: [{ key: 'a', name: 'a', figure: '', parts: [{ tone: 'incremental', amount: 300 }, { tone: 'allocated', amount: 0 }, { tone: 'overhead', amount: 100 }] }] }, paperPalette)
  const lengths = marks.flatMap((mark) => (mark.kind === 'rect' ? [mark.width] : []))
  expect(lengths).toHaveLength(2)
  expect(lengths[0]! / lengths[1]!).toBeCloseTo(3, 6)
})

it('a tornado and its names stay in their frame', () => {
  fc.assert(fc.property(fc.array(fc.record({ atLow: amount, atHigh: amount }), { minLength: 1, maxLength: 8 }), amount, (swings, base) => {
    const bars = swings.map((swing, index) => ({ key: String(index), ...swing }))
    isInside(withRowNames(tornadoScene({ width: 370, rowHeight: 24, bars, base, format, unit: '' }, paperPalette), bars.map(({ key }) => key), 24, 190, paperPalette))
  }), { numRuns: 60 })
})

it('a distribution colours what loses money, and only that', () => {
  const costs = Array.from({ length: 101 }, (_, index) => index * 1000)
  const areaOf = (scene: Scene, fill: string) => scene.marks.reduce((sum, mark) => (mark.kind === 'rect' && mark.fill === fill ? sum + mark.width * mark.height : sum), 0)
  const at = (limit: number | null) => distributionScene({ width: 560, height: 190, costs, limit, marks: [], format, unit: '' }, paperPalette)
  isInside(at(75_000))
  const [loss, fine] = [areaOf(at(75_000), paperPalette.lossSoft), areaOf(at(75_000), paperPalette.soft)]
  expect(loss / (loss + fine)).toBeCloseTo(0.25, 1)
  expect(areaOf(at(null), paperPalette.lossSoft)).toBe(0)
  expect(areaOf(at(-1), paperPalette.soft)).toBe(0)
})
