import { linePath, type Point } from '#renderer/components/charts/paths.ts'
import { linearScale, niceTicks } from '#renderer/components/charts/scale.ts'
import css from '#renderer/components/charts/risk-charts.module.css'

/** One month: money in and out (both ≥ 0) and the balance at its end, CNY. */
export type CashPoint = { month: number; received: number; out: number; balance: number }
type CashFlowProps = {
  width: number
  height: number
  months: readonly CashPoint[]
  peakMonth: number | null
  peakName: string
  label: string
  format: (value: number) => string
  unit: string
  monthName: (month: number) => string
}

const axisWidth = 54
const axisHeight = 20

/** Bars for what comes in and goes out each month, a line for the running balance, a mark at the deepest need. */
export function CashFlow({ width, height, months, peakMonth, peakName, label, format, unit, monthName }: CashFlowProps) {
  const values = months.flatMap(({ received, out, balance }) => [received, -out, balance])
  const y = linearScale([Math.min(0, ...values), Math.max(0, ...values)], [height - axisHeight - 14, 20])
  const step = (width - axisWidth) / Math.max(1, months.length)
  const middle = (index: number) => axisWidth + step * (index + 0.5)
  const barWidth = Math.max(1.5, Math.min(26, step * 0.62))
  const line: Point[] = months.map(({ balance }, index) => ({ x: middle(index), y: y.at(balance) }))
  const peak = peakMonth === null ? undefined : line[peakMonth]
  const every = Math.max(1, Math.ceil(30 / step))
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={css.chart}>
      {niceTicks(y.domain[0], y.domain[1], Math.max(2, Math.floor(height / 30))).map((tick) => (
        <g key={tick}>
          <line className={tick === 0 ? css.axis : css.grid} x1={axisWidth} x2={width} y1={y.at(tick)} y2={y.at(tick)} />
          <text className={css.tick} x={axisWidth - 7} y={y.at(tick) + 4} textAnchor="end">{format(tick)}</text>
        </g>
      ))}
      <text className={css.tick} x={0} y={11}>{unit}</text>
      {months.map(({ month, received, out }, index) => (
        <g key={month}>
          {received > 0 && <rect className={css.received} x={middle(index) - barWidth / 2} y={y.at(received)} width={barWidth} height={y.at(0) - y.at(received)} />}
          {out > 0 && <rect className={css.paid} x={middle(index) - barWidth / 2} y={y.at(0)} width={barWidth} height={y.at(-out) - y.at(0)} />}
          {index % every === 0 && <text className={css.tick} x={middle(index)} y={height - 5} textAnchor="middle">{monthName(month)}</text>}
        </g>
      ))}
      <path className={css.balance} d={linePath(line)} />
      {peak !== undefined && (
        <>
          <circle className={css.peak} cx={peak.x} cy={peak.y} r={4.5} />
          <text className={css.limitName} x={peak.x + (peak.x > width * 0.6 ? -9 : 9)} y={Math.min(height - axisHeight - 2, peak.y + 15)} textAnchor={peak.x > width * 0.6 ? 'end' : 'start'}>{peakName}</text>
        </>
      )}
    </svg>
  )
}
