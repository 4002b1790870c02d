import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { estimateTextWidth, placeLabels } from '#shared/charts/label-rows.ts'
import { areaPath, linePath } from '#renderer/components/charts/paths.ts'
import { linearScale, niceTicks } from '#shared/charts/scale.ts'
import css from '#renderer/components/charts/win-chart.module.css'

/** One own price: its points, its chance to win, and chance × profit; null where it is not known. Ascending by price. */
export type WinChartPoint = { price: number; score: number | null; chance: number; expected: number | null }
export type WinChartMark = { price: number; name: string; figure: string }
type WinChartProps = {
  width: number
  points: readonly WinChartPoint[]
  fullScore: number
  own: number
  marks: readonly WinChartMark[]
  texts: { label: string; score: string; chance: string; expected: string; unit: string; price: (price: number) => string; percent: (share: number) => string; value: (point: WinChartPoint) => string; amount: (amount: number) => string }
  /** The point under the pointer or the arrow keys; null: none, our own price counts. */
  onRead: (point: WinChartPoint | null) => void
}

const room = 46
const labels = 46
const chanceHeight = 138
const gap = 20
const profitHeight = 74
const axisHeight = 20

/** Score and chance above, expected profit below, on one price axis. */
export function WinChart({ width, points, fullScore, own, marks, texts, onRead }: WinChartProps) {
  const [at, setAt] = useState<number | null>(null)
  const plotWidth = Math.max(120, width - room)
  const min = points[0]?.price ?? 0
  const max = points.at(-1)?.price ?? 1
  const x = linearScale([min, max], [0, plotWidth])
  const top = labels
  const bottom = top + chanceHeight
  const share = linearScale([0, 1], [bottom, top])
  const expected = points.flatMap(({ price, expected: value }) => (value === null ? [] : [{ price, value }]))
  const height = bottom + (expected.length > 0 ? gap + profitHeight : 0) + axisHeight
  const read = (index: number | null) => {
    setAt(index)
    onRead(index === null ? null : (points[index] ?? null))
  }
  const onMove = (event: PointerEvent<SVGSVGElement>) => {
    const price = x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left)
    read(nearest(points, price))
  }
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    if (event.key === 'Escape') return read(null)
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    read(Math.min(points.length - 1, Math.max(0, (at ?? nearest(points, own)) + step)))
  }
  const reading = at === null ? undefined : points[at]
  const spoken = reading ?? points[nearest(points, own)]
  const scoreLine = points.flatMap(({ price, score }) => (score === null ? [] : [{ x: x.at(price), y: share.at(Math.max(0, Math.min(1, score / fullScore))) }]))
  const chanceLine = points.map(({ price, chance }) => ({ x: x.at(price), y: share.at(chance) }))
  return (
    <svg
      className={css.svg} width={plotWidth + room} height={height} role="slider" tabIndex={0}
      aria-label={texts.label} aria-valuemin={min} aria-valuemax={max} aria-valuenow={spoken?.price ?? own} aria-valuetext={spoken === undefined ? undefined : texts.value(spoken)}
      onPointerMove={onMove} onPointerLeave={() => read(null)} onKeyDown={onKeyDown} onBlur={() => read(null)}
    >
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line className={css.grid} x1={0} x2={plotWidth} y1={share.at(part)} y2={share.at(part)} />
          <text className={css.tick} x={plotWidth + 6} y={share.at(part) + 4}>{texts.percent(part)}</text>
        </g>
      ))}
      <Marks marks={marks} width={plotWidth + room} at={x.at} min={min} max={max} bottom={height - axisHeight} />
      <path className={css.score} d={linePath(scoreLine)} />
      <path className={css.chance} d={linePath(chanceLine)} />
      <LineName line={scoreLine} text={texts.score} className={css.scoreName} width={plotWidth} place={0.9} />
      <LineName line={chanceLine} text={texts.chance} className={css.chanceName} width={plotWidth} place={0.34} />
      {expected.length > 0 && <Profit points={expected} x={x.at} width={plotWidth} top={bottom + gap} text={texts.expected} amount={texts.amount} />}
      {own >= min && own <= max && <line className={css.own} x1={x.at(own)} x2={x.at(own)} y1={top - 6} y2={height - axisHeight} />}
      {reading !== undefined && (
        <g>
          <line className={css.reading} x1={x.at(reading.price)} x2={x.at(reading.price)} y1={top - 6} y2={height - axisHeight} />
          <circle className={css.dot} data-of="chance" cx={x.at(reading.price)} cy={share.at(reading.chance)} r={4.5} />
          {reading.score !== null && <circle className={css.dot} data-of="score" cx={x.at(reading.price)} cy={share.at(Math.max(0, Math.min(1, reading.score / fullScore)))} r={4.5} />}
        </g>
      )}
      <text className={css.tick} x={plotWidth + 6} y={height - 5}>{texts.unit}</text>
      {niceTicks(min, max, Math.max(2, Math.floor(plotWidth / 100))).map((price) => (
        <text key={price} className={css.tick} x={Math.max(14, Math.min(plotWidth - 14, x.at(price)))} y={height - 5} textAnchor="middle">{texts.price(price)}</text>
      ))}
    </svg>
  )
}

function nearest(points: readonly WinChartPoint[], price: number): number {
  let best = 0
  for (const [index, point] of points.entries()) if (Math.abs(point.price - price) < Math.abs((points[best]?.price ?? Infinity) - price)) best = index
  return best
}

function LineName({ line, text, className, width, place }: { line: readonly { x: number; y: number }[]; text: string; className: string | undefined; width: number; place: number }) {
  const point = line[Math.round((line.length - 1) * place)]
  if (point === undefined) return null
  const isRight = point.x > width * 0.6
  return <text className={className} x={point.x + (isRight ? -6 : 8)} y={point.y - 6} textAnchor={isRight ? 'end' : 'start'}>{text}</text>
}

type ProfitProps = { points: readonly { price: number; value: number }[]; x: (price: number) => number; width: number; top: number; text: string; amount: (amount: number) => string }

/** Expected profit around its zero line: above it the bid pays on average. */
function Profit({ points, x, width, top, text, amount }: ProfitProps) {
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  const scale = linearScale([low, high === low ? low + 1 : high], [top + profitHeight, top])
  const zero = scale.at(0)
  const line = points.map(({ price, value }) => ({ x: x(price), y: scale.at(value) }))
  return (
    <g>
      <path className={css.gain} d={areaPath(line.map((point) => ({ x: point.x, y: Math.min(point.y, zero) })), zero)} />
      <path className={css.loss} d={areaPath(line.map((point) => ({ x: point.x, y: Math.max(point.y, zero) })), zero)} />
      <line className={css.zero} x1={0} x2={width} y1={zero} y2={zero} />
      <path className={css.profit} d={linePath(line)} />
      <text className={css.profitName} x={0} y={top - 6}>{text}</text>
      {high > 0 && <text className={css.tick} x={width + 6} y={top + 4}>{amount(high)}</text>}
      {low < 0 && <text className={css.tick} x={width + 6} y={top + profitHeight}>{amount(low)}</text>}
      <text className={css.tick} x={width + 6} y={zero + 4}>{high > 0 && zero - top < 14 ? '' : low < 0 && top + profitHeight - zero < 14 ? '' : '0'}</text>
    </g>
  )
}

type MarksProps = { marks: readonly WinChartMark[]; width: number; at: (price: number) => number; min: number; max: number; bottom: number }

function Marks({ marks, width, at, min, max, bottom }: MarksProps) {
  const shown = marks.filter(({ price }) => price >= min && price <= max).toSorted((a, b) => a.price - b.price)
  const places = placeLabels(shown.map(({ price, name, figure }) => ({ x: at(price), width: estimateTextWidth(`${name} ${figure}`, 11) + 4 })), 0, width, 3)
  return shown.map((mark, index) => {
    const { row, left } = places[index] ?? { row: -1, left: 0 }
    return (
      <g key={mark.name}>
        <line className={css.mark} x1={at(mark.price)} x2={at(mark.price)} y1={row < 0 ? labels : row * 13 + 14} y2={bottom} />
        {row >= 0 && <text className={css.markName} x={left} y={row * 13 + 10}>{mark.name} <tspan className={css.markFigure}>{mark.figure}</tspan></text>}
      </g>
    )
  })
}
