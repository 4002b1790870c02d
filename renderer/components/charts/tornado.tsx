import { linearScale, niceTicks } from '#renderer/components/charts/scale.ts'
import css from '#renderer/components/charts/risk-charts.module.css'

/** Profit with one input low and high, the rest at their means; CNY. */
export type TornadoBar = { key: string; atLow: number; atHigh: number }
type TornadoProps = { width: number; rowHeight: number; bars: readonly TornadoBar[]; base: number; label: string; format: (value: number) => string; unit: string }

export const tornadoAxisHeight = 22

/** One bar a driver, the widest first: where profit goes when it turns out low (pale) or high (full). Names stand beside, row by row. */
export function Tornado({ width, rowHeight, bars, base, label, format, unit }: TornadoProps) {
  const ends = bars.flatMap(({ atLow, atHigh }) => [atLow, atHigh])
  const [min, max] = [Math.min(base, ...ends), Math.max(base, ...ends)]
  const scale = linearScale([min, max], [34, width - 34])
  const height = bars.length * rowHeight + tornadoAxisHeight
  const bottom = bars.length * rowHeight
  const hasLoss = min < 0 && max > 0
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={css.chart}>
      {bars.map((bar, index) => <Swing key={bar.key} bar={bar} base={base} top={index * rowHeight + 5} height={rowHeight - 10} x={scale.at} />)}
      <line className={css.mark} x1={scale.at(base)} x2={scale.at(base)} y1={0} y2={bottom} />
      {hasLoss && <line className={css.limit} x1={scale.at(0)} x2={scale.at(0)} y1={0} y2={bottom} />}
      <line className={css.axis} x1={0} x2={width} y1={bottom + 0.5} y2={bottom + 0.5} />
      {niceTicks(min, max, Math.max(2, Math.floor(width / 62))).map((tick) => (
        <text key={tick} className={css.tick} x={Math.min(width - 60, scale.at(tick))} y={height - 6} textAnchor="middle">{format(tick)}</text>
      ))}
      <text className={css.tick} x={width} y={height - 6} textAnchor="end">{unit}</text>
    </svg>
  )
}

function Swing({ bar, base, top, height, x }: { bar: TornadoBar; base: number; top: number; height: number; x: (value: number) => number }) {
  const side = (value: number) => ({ x: Math.min(x(base), x(value)), width: Math.max(1, Math.abs(x(value) - x(base))) })
  return (
    <>
      <rect className={css.swingLow} {...side(bar.atLow)} y={top} height={height} />
      <rect className={css.swingHigh} {...side(bar.atHigh)} y={top} height={height} />
    </>
  )
}
