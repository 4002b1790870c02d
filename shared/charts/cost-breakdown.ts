import { estimateTextWidth } from '#shared/charts/label-rows.ts'
import { type ChartPalette, type ChartTone, labelSize, nameSize } from '#shared/charts/palette.ts'
import { linearScale } from '#shared/charts/scale.ts'
import type { Scene, SceneMark } from '#shared/documents/scene.ts'

/** One bar in parts; the tone tells what each part is. */
export type BreakdownTone = 'incremental' | 'allocated' | 'overhead' | 'contingency'
export type BreakdownRow = { key: string; name: string; figure: string; parts: readonly { tone: BreakdownTone; amount: number }[] }
export type BreakdownChart = { width: number; rows: readonly BreakdownRow[]; line?: { value: number; name: string } | null }

const rowHeight = 25
const headHeight = 16

const tones: Record<BreakdownTone, ChartTone> = { incremental: 'accent', allocated: 'soft', overhead: 'grey', contingency: 'pale' }

/** Bars from one zero, so that their lengths compare; a line may show what they must stay under. */
export const costBreakdownScene = ({ width, rows, line = null }: BreakdownChart, palette: ChartPalette): Scene => {
  const start = Math.min(width * 0.34, Math.max(...rows.map(({ name }) => estimateTextWidth(name, nameSize)), 40) + 12)
  const figureWidth = Math.max(...rows.map(({ figure }) => estimateTextWidth(figure, nameSize)), 40) + 10
  const sums = rows.map(({ parts }) => parts.reduce((sum, { amount }) => sum + Math.max(0, amount), 0))
  const { at } = linearScale([0, Math.max(...sums, line?.value ?? 0, 1)], [start, width - figureWidth])
  const top = line === null ? 0 : headHeight
  const height = rows.length * rowHeight + top
  const bars = rows.flatMap((row, index): SceneMark[] => {
    const y = top + index * rowHeight
    let from = 0
    const parts = row.parts.flatMap(({ tone, amount }): SceneMark[] => {
      const left = at(from)
      from += Math.max(0, amount)
      return amount > 0 ? [{ kind: 'rect', x: left, y: y + 5, width: Math.max(1, at(from) - left), height: rowHeight - 10, fill: palette[tones[tone]] }] : []
    })
    return [
      { kind: 'text', x: 0, y: y + 17, text: row.name, size: nameSize, align: 'left', colour: palette.ink },
      ...parts,
      { kind: 'line', from: [start, y], to: [start, y + rowHeight], stroke: { colour: palette.axis, width: 1 } },
      { kind: 'text', x: width, y: y + 17, text: row.figure, size: nameSize, align: 'right', colour: palette.ink, isBold: true },
    ]
  })
  if (line === null) return { width, height, marks: bars }
  const x = at(line.value)
  const isLate = x > width * 0.6
  return {
    width,
    height,
    marks: [
      ...bars,
      { kind: 'line', from: [x, top - 2], to: [x, height], stroke: { colour: palette.loss, width: 1.5 } },
      { kind: 'text', x: x + (isLate ? 4 : -4), y: labelSize, text: line.name, size: labelSize, align: isLate ? 'right' : 'left', colour: palette.loss, isBold: true },
    ],
  }
}
