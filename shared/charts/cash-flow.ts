import type { ChartPalette } from '#shared/charts/palette.ts'
import { labelSize } from '#shared/charts/palette.ts'
import { linearScale, niceTicks } from '#shared/charts/scale.ts'
import type { Point, Scene, SceneMark } from '#shared/documents/scene.ts'

/** One month: money in and out (both ≥ 0) and the balance at its end, CNY. */
export type CashPoint = { month: number; received: number; out: number; balance: number }
export type CashFlowChart = { width: number; height: number; months: readonly CashPoint[]; peakMonth: number | null; peakName: string; format: (value: number) => string; unit: string }

const axisWidth = 54
const axisHeight = 20

/** Bars for what comes in and goes out each month, a line for the running balance, a mark at the deepest need. */
export const cashFlowScene = ({ width, height, months, peakMonth, peakName, format, unit }: CashFlowChart, palette: ChartPalette): Scene => {
  const values = months.flatMap(({ received, out, balance }) => [received, -out, balance])
  const y = linearScale([Math.min(0, ...values), Math.max(0, ...values)], [height - axisHeight - 14, 20])
  const step = (width - axisWidth) / Math.max(1, months.length)
  const middle = (index: number) => axisWidth + step * (index + 0.5)
  const barWidth = Math.max(1.5, Math.min(26, step * 0.62))
  const line = months.map(({ balance }, index): Point => [middle(index), y.at(balance)])
  const every = Math.max(1, Math.ceil(30 / step))
  const label = (x: number, at: number, text: string, align: 'left' | 'center' | 'right'): SceneMark => ({ kind: 'text', x, y: at, text, size: labelSize, align, colour: palette.muted })
  const ticks = niceTicks(y.domain[0], y.domain[1], Math.max(2, Math.floor(height / 30))).flatMap((tick): SceneMark[] => [
    { kind: 'line', from: [axisWidth, y.at(tick)], to: [width, y.at(tick)], stroke: { colour: tick === 0 ? palette.axis : palette.grid, width: 1 } },
    label(axisWidth - 7, y.at(tick) + 4, format(tick), 'right'),
  ])
  const bars = months.flatMap(({ month, received, out }, index): SceneMark[] => {
    const x = middle(index) - barWidth / 2
    return [
      ...(received > 0 ? [{ kind: 'rect' as const, x, y: y.at(received), width: barWidth, height: y.at(0) - y.at(received), fill: palette.accent }] : []),
      ...(out > 0 ? [{ kind: 'rect' as const, x, y: y.at(0), width: barWidth, height: y.at(-out) - y.at(0), fill: palette.grey }] : []),
      ...(index % every === 0 ? [label(middle(index), height - 5, String(month), 'center')] : []),
    ]
  })
  const peak = peakMonth === null ? undefined : line[peakMonth]
  const isLate = peak !== undefined && peak[0] > width * 0.6
  const mark: SceneMark[] =
    peak === undefined
      ? []
      : [
          { kind: 'circle', x: peak[0], y: peak[1], radius: 4.5, fill: palette.loss, stroke: { colour: palette.surface, width: 2 } },
          { kind: 'text', x: peak[0] + (isLate ? -9 : 9), y: Math.min(height - axisHeight - 2, peak[1] + 15), text: peakName, size: labelSize, align: isLate ? 'right' : 'left', colour: palette.loss, isBold: true },
        ]
  const balance: SceneMark[] = line.length === 0 ? [] : [{ kind: 'path', points: line, isClosed: false, stroke: { colour: palette.ink, width: 1.75 } }]
  return { width, height, marks: [...ticks, label(0, labelSize, unit, 'left'), ...bars, ...balance, ...mark] }
}
