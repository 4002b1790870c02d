import { type ChartPalette, labelSize } from '#shared/charts/palette.ts'
import { linearScale, niceTicks } from '#shared/charts/scale.ts'
import type { Scene, SceneMark } from '#shared/documents/scene.ts'

/** Profit with one input low and high, the rest at their means; CNY. */
export type TornadoBar = { key: string; atLow: number; atHigh: number }
export type TornadoChart = { width: number; rowHeight: number; bars: readonly TornadoBar[]; base: number; format: (value: number) => string; unit: string }

export const tornadoAxisHeight = 22

/** One bar a driver, the widest first: where profit goes when it turns out low (pale) or high (full). Names stand beside, row by row. */
export const tornadoScene = ({ width, rowHeight, bars, base, format, unit }: TornadoChart, palette: ChartPalette): Scene => {
  const ends = bars.flatMap(({ atLow, atHigh }) => [atLow, atHigh])
  const [min, max] = [Math.min(base, ...ends), Math.max(base, ...ends)]
  const { at } = linearScale([min, max], [34, width - 34])
  const bottom = bars.length * rowHeight
  const height = bottom + tornadoAxisHeight
  const side = (value: number, top: number, fill: string): SceneMark => ({ kind: 'rect', x: Math.min(at(base), at(value)), y: top, width: Math.max(1, Math.abs(at(value) - at(base))), height: rowHeight - 10, fill })
  const upright = (value: number, colour: string, dash?: readonly number[]): SceneMark => ({ kind: 'line', from: [at(value), 0], to: [at(value), bottom], stroke: { colour, width: dash === undefined ? 1.5 : 1, ...(dash === undefined ? {} : { dash }) } })
  const label = (x: number, text: string, align: 'center' | 'right'): SceneMark => ({ kind: 'text', x, y: height - 6, text, size: labelSize, align, colour: palette.muted })
  return {
    width,
    height,
    marks: [
      ...bars.flatMap((bar, index) => [side(bar.atLow, index * rowHeight + 5, palette.soft), side(bar.atHigh, index * rowHeight + 5, palette.accent)]),
      upright(base, palette.muted, [2, 3]),
      ...(min < 0 && max > 0 ? [upright(0, palette.loss)] : []),
      { kind: 'line', from: [0, bottom + 0.5], to: [width, bottom + 0.5], stroke: { colour: palette.axis, width: 1 } },
      ...niceTicks(min, max, Math.max(2, Math.floor(width / 62))).map((tick) => label(Math.min(width - 60, at(tick)), format(tick), 'center')),
      label(width, unit, 'right'),
    ],
  }
}
