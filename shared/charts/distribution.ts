import { type Bar, histogram } from '#shared/charts/histogram.ts'
import { estimateTextWidth, placeLabels } from '#shared/charts/label-rows.ts'
import { type ChartPalette, labelSize } from '#shared/charts/palette.ts'
import { linearScale, niceTicks } from '#shared/charts/scale.ts'
import type { Scene, SceneMark } from '#shared/documents/scene.ts'

export type DistributionMark = { value: number; name: string; kind: 'quantile' | 'limit' }
export type DistributionChart = {
  width: number
  height: number
  /** Evenly spaced ascending quantiles of the cost, CNY. */
  costs: readonly number[]
  /** Costs above this lose money; null when unknown. */
  limit: number | null
  marks: readonly DistributionMark[]
  format: (value: number) => string
  unit: string
}

const axisHeight = 20
const labelRow = 15

type Plane = { at: (value: number) => number; bottom: number; limit: number | null; palette: ChartPalette }

/** A bar the limit cuts in two is drawn in two colours. */
const barMarks = (bar: Bar, height: number, { at, bottom, limit, palette }: Plane): SceneMark[] => {
  const cut = limit === null ? bar.to : Math.min(bar.to, Math.max(bar.from, limit))
  const [left, middle, right] = [at(bar.from), at(cut), at(bar.to) - 1]
  const rect = (from: number, to: number, fill: string): SceneMark[] => (to > from ? [{ kind: 'rect', x: from, y: bottom - height, width: to - from, height, fill }] : [])
  return [...rect(left, Math.min(middle, right), palette.soft), ...rect(middle, right, palette.lossSoft)]
}

/** How often the cost lands where; the bars that lose money are coloured. */
export const distributionScene = ({ width, height, costs, limit, marks, format, unit }: DistributionChart, palette: ChartPalette): Scene => {
  const bars = histogram(costs, Math.max(12, Math.min(48, Math.floor(width / 12))))
  const values = [...marks.map(({ value }) => value), costs[0] ?? 0, costs.at(-1) ?? 1]
  const margin = (Math.max(...values) - Math.min(...values)) * 0.03
  const scale = linearScale([Math.min(...values) - margin, Math.max(...values) + margin], [0, width])
  const bottom = height - axisHeight
  const top = labelRow * 2 + 4
  const peak = Math.max(...bars.map(({ share }) => share), 1e-9)
  const sorted = [...marks].sort((a, b) => a.value - b.value)
  const places = placeLabels(sorted.map(({ value, name }) => ({ x: scale.at(value), width: estimateTextWidth(name, labelSize) + 4 })), 0, width, 2)
  const named = sorted.flatMap(({ value, name, kind }, index): SceneMark[] => {
    const place = places[index] ?? { row: -1, left: 0 }
    const isLimit = kind === 'limit'
    const stroke = isLimit ? { colour: palette.loss, width: 1.5 } : { colour: palette.muted, width: 1, dash: [2, 3] }
    return [
      { kind: 'line', from: [scale.at(value), Math.max(0, place.row) * labelRow + 14], to: [scale.at(value), bottom], stroke },
      ...(place.row >= 0 ? [{ kind: 'text' as const, x: place.left + 2, y: place.row * labelRow + labelSize, text: name, size: labelSize, align: 'left' as const, colour: isLimit ? palette.loss : palette.muted, isBold: isLimit }] : []),
    ]
  })
  const label = (x: number, text: string, align: 'center' | 'right'): SceneMark => ({ kind: 'text', x, y: height - 5, text, size: labelSize, align, colour: palette.muted })
  return {
    width,
    height,
    marks: [
      { kind: 'line', from: [0, bottom], to: [width, bottom], stroke: { colour: palette.axis, width: 1 } },
      ...bars.flatMap((bar) => barMarks(bar, ((bottom - top) * bar.share) / peak, { at: scale.at, bottom, limit, palette })),
      ...named,
      ...niceTicks(scale.domain[0], scale.domain[1], Math.max(2, Math.floor(width / 80))).map((tick) => label(Math.min(width - 60, Math.max(16, scale.at(tick))), format(tick), 'center')),
      label(width, unit, 'right'),
    ],
  }
}
