import { estimateTextWidth } from '#renderer/components/charts/label-rows.ts'
import { linearScale } from '#renderer/components/charts/scale.ts'
import css from '#renderer/components/charts/risk-charts.module.css'

/** One bar in parts; the tone tells what each part is. */
export type BreakdownRow = { key: string; name: string; figure: string; parts: readonly { tone: BreakdownTone; amount: number }[] }
export type BreakdownTone = 'incremental' | 'allocated' | 'overhead' | 'contingency'
type CostBreakdownProps = { width: number; rows: readonly BreakdownRow[]; label: string; line?: { value: number; name: string } | null }

const rowHeight = 25
const headHeight = 16

/** Bars from one zero, so that their lengths compare; a line may show what they must stay under. */
export function CostBreakdown({ width, rows, label, line = null }: CostBreakdownProps) {
  const nameWidth = Math.min(width * 0.34, Math.max(...rows.map(({ name }) => estimateTextWidth(name, 12)), 40) + 12)
  const figureWidth = Math.max(...rows.map(({ figure }) => estimateTextWidth(figure, 12)), 40) + 10
  const sums = rows.map(({ parts }) => parts.reduce((sum, { amount }) => sum + Math.max(0, amount), 0))
  const scale = linearScale([0, Math.max(...sums, line?.value ?? 0, 1)], [nameWidth, width - figureWidth])
  const top = line === null ? 0 : headHeight
  const height = rows.length * rowHeight + top
  const isLate = line !== null && scale.at(line.value) > width * 0.6
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={css.chart}>
      {rows.map((row, index) => <Row key={row.key} row={row} top={top + index * rowHeight} x={scale.at} width={width} start={nameWidth} />)}
      {line !== null && (
        <>
          <line className={css.limit} x1={scale.at(line.value)} x2={scale.at(line.value)} y1={top - 2} y2={height} />
          <text className={css.limitName} x={scale.at(line.value) + (isLate ? 4 : -4)} y={11} textAnchor={isLate ? 'end' : 'start'}>{line.name}</text>
        </>
      )}
    </svg>
  )
}

function Row({ row, top, x, width, start }: { row: BreakdownRow; top: number; x: (value: number) => number; width: number; start: number }) {
  const spans = row.parts.map(({ tone, amount }, index) => {
    const from = row.parts.slice(0, index).reduce((sum, part) => sum + Math.max(0, part.amount), 0)
    return { tone, left: x(from), width: amount > 0 ? Math.max(1, x(from + amount) - x(from)) : 0 }
  })
  return (
    <g>
      <text className={css.rowName} x={0} y={top + 17}>{row.name}</text>
      {spans.map(({ tone, left, width: length }) => length > 0 && <rect key={tone} className={css[tone]} x={left} y={top + 5} width={length} height={rowHeight - 10} />)}
      <line className={css.axis} x1={start} x2={start} y1={top} y2={top + rowHeight} />
      <text className={css.rowFigure} x={width} y={top + 17} textAnchor="end">{row.figure}</text>
    </g>
  )
}
