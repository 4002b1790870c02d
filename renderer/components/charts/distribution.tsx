import { type Bar, histogram } from '#renderer/components/charts/histogram.ts'
import { estimateTextWidth, placeLabels } from '#renderer/components/charts/label-rows.ts'
import { linearScale, niceTicks } from '#renderer/components/charts/scale.ts'
import css from '#renderer/components/charts/risk-charts.module.css'

export type DistributionMark = { value: number; name: string; kind: 'quantile' | 'limit' }
type DistributionProps = {
  width: number
  height: number
  /** Evenly spaced ascending quantiles of the cost, CNY. */
  costs: readonly number[]
  /** Costs above this lose money; null when unknown. */
  limit: number | null
  marks: readonly DistributionMark[]
  label: string
  format: (value: number) => string
  unit: string
}

const axisHeight = 20
const labelRow = 15

/** How often the cost lands where; the bars that lose money are coloured. */
export function Distribution({ width, height, costs, limit, marks, label, format, unit }: DistributionProps) {
  const bars = histogram(costs, Math.max(12, Math.min(48, Math.floor(width / 12))))
  const values = [...marks.map(({ value }) => value), costs[0] ?? 0, costs.at(-1) ?? 1]
  const margin = (Math.max(...values) - Math.min(...values)) * 0.03
  const scale = linearScale([Math.min(...values) - margin, Math.max(...values) + margin], [0, width])
  const bottom = height - axisHeight
  const sorted = [...marks].sort((a, b) => a.value - b.value)
  const places = placeLabels(sorted.map(({ value, name }) => ({ x: scale.at(value), width: estimateTextWidth(name, 11) + 4 })), 0, width, 2)
  const top = labelRow * 2 + 4
  const peak = Math.max(...bars.map(({ share }) => share), 1e-9)
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={css.chart}>
      <line className={css.axis} x1={0} x2={width} y1={bottom} y2={bottom} />
      {bars.map((bar) => <BarShape key={bar.from} bar={bar} limit={limit} x={scale.at} bottom={bottom} height={((bottom - top) * bar.share) / peak} />)}
      {sorted.map(({ value, name, kind }, index) => {
        const place = places[index] ?? { row: -1, left: 0 }
        return (
          <g key={name}>
            <line className={kind === 'limit' ? css.limit : css.mark} x1={scale.at(value)} x2={scale.at(value)} y1={Math.max(0, place.row) * labelRow + 14} y2={bottom} />
            {place.row >= 0 && <text className={kind === 'limit' ? css.limitName : css.name} x={place.left + 2} y={place.row * labelRow + 11}>{name}</text>}
          </g>
        )
      })}
      {niceTicks(scale.domain[0], scale.domain[1], Math.max(2, Math.floor(width / 80))).map((tick) => (
        <text key={tick} className={css.tick} x={Math.min(width - 60, Math.max(16, scale.at(tick)))} y={height - 5} textAnchor="middle">{format(tick)}</text>
      ))}
      <text className={css.tick} x={width} y={height - 5} textAnchor="end">{unit}</text>
    </svg>
  )
}

/** A bar the limit cuts in two is drawn in two colours. */
function BarShape({ bar, limit, x, bottom, height }: { bar: Bar; limit: number | null; x: (value: number) => number; bottom: number; height: number }) {
  const cut = limit === null ? bar.to : Math.min(bar.to, Math.max(bar.from, limit))
  const gap = 1
  const [left, middle, right] = [x(bar.from), x(cut), x(bar.to) - gap]
  return (
    <>
      {middle > left && <rect className={css.bar} x={left} y={bottom - height} width={Math.max(0, Math.min(middle, right) - left)} height={height} />}
      {right > middle && <rect className={css.barLoss} x={middle} y={bottom - height} width={right - middle} height={height} />}
    </>
  )
}
