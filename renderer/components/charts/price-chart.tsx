import { memo } from 'react'
import { estimateTextWidth, placeLabels } from '#shared/charts/label-rows.ts'
import { areaPath, linePath, type Point, rightOf } from '#renderer/components/charts/paths.ts'
import { linearScale } from '#shared/charts/scale.ts'
import css from '#renderer/components/charts/price-chart.module.css'

/** Probability of a loss at a price, ascending by price. */
export type CurvePoint = { price: number; probability: number }
/** Points of a price as a share of the full score; null where the price is invalid. */
export type ScorePoint = { price: number; share: number | null }
/** A price that matters, drawn as a dotted line with its name and figure; beyond the axis only its name stands at the edge. */
export type PriceMark = { price: number; name: string; figure: string }

export type ChartFrame = { width: number; height: number; min: number; max: number }

export const chartLabelHeight = 34
const labelSize = 11

type Plot = { top: number; bottom: number; x: (price: number) => number; y: (share: number) => number }

function plotOf({ width, height, min, max }: ChartFrame): Plot {
  const scale = linearScale([min, max], [0, width])
  const top = chartLabelHeight + 10
  return { top, bottom: height, x: (price) => scale.at(price), y: (share) => height - share * (height - top) }
}

/** How likely each break-even price is: the slope of the loss curve, scaled so that the hill fills most of the height. */
export function densityOf(curve: readonly CurvePoint[]): Array<{ price: number; share: number }> {
  const slopes = curve.map((point, index) => {
    const before = curve[Math.max(0, index - 1)] ?? point
    const after = curve[Math.min(curve.length - 1, index + 1)] ?? point
    return Math.max(0, before.probability - after.probability) / Math.max(1e-9, after.price - before.price)
  })
  const smooth = curve.map(({ price }, index) => ({ price, share: weighted(slopes, index) }))
  const peak = Math.max(...smooth.map(({ share }) => share), 1e-12)
  return smooth.map(({ price, share }) => ({ price, share: (share / peak) * 0.88 }))
}

const kernel = Array.from({ length: 15 }, (_, index) => Math.exp(-(((index - 7) / 4) ** 2)))

/** A bell-shaped mean around one place: samples leave ripples in a slope that mean nothing. */
function weighted(values: readonly number[], at: number): number {
  let sum = 0
  let weights = 0
  for (const [offset, weight] of kernel.entries()) {
    const value = values[at + offset - 7]
    if (value === undefined) continue
    sum += value * weight
    weights += weight
  }
  return sum / weights
}

export type ChartTexts = { loss: string; cost: string; percent: readonly [string, string, string]; empty: string }
type GroundProps = { frame: ChartFrame; curve: readonly CurvePoint[] | null; marks: readonly PriceMark[]; texts: ChartTexts }

/** What lies below the cursor's shade and does not move: grid, hill and marks. */
export const PriceChartGround = memo(function PriceChartGround({ frame, curve, marks, texts }: GroundProps) {
  const plot = plotOf(frame)
  const hill = curve === null ? [] : hillOf(curve, plot)
  return (
    <g>
      {[0, 0.5, 1].map((share, index) => (
        <g key={share}>
          <line className={css.grid} x1={0} x2={frame.width} y1={plot.y(share)} y2={plot.y(share)} />
          {curve !== null && <text className={css.tick} x={frame.width + 6} y={Math.min(plot.bottom - 1, plot.y(share) + 4)}>{texts.percent[index]}</text>}
        </g>
      ))}
      {curve !== null && <path className={css.density} d={areaPath(hill, plot.bottom)} />}
      <Marks marks={marks} frame={frame} plot={plot} />
      {curve === null && <text className={css.empty} x={frame.width / 2} y={plot.y(0.25) + 4} textAnchor="middle">{texts.empty}</text>}
    </g>
  )
})

/** The loss curve and its name, above the shade. */
export const PriceChartCurve = memo(function PriceChartCurve({ frame, curve, name }: { frame: ChartFrame; curve: readonly CurvePoint[]; name: string }) {
  const plot = plotOf(frame)
  const line = curve.map((point) => ({ x: plot.x(point.price), y: plot.y(point.probability) }))
  const shoulder = line.find((point) => point.y > plot.y(0.86))
  return (
    <g>
      <path className={css.loss} d={linePath(line)} />
      {shoulder !== undefined && <text className={css.lossName} x={Math.max(60, shoulder.x - 8)} y={shoulder.y + 14} textAnchor="end">{name}</text>}
    </g>
  )
})

/** The part of the hill that would lose money at the cursor's price; the hill's name steps aside for the cursor. */
export const PriceChartShade = memo(function PriceChartShade({ frame, curve, price, name }: { frame: ChartFrame; curve: readonly CurvePoint[]; price: number; name: string }) {
  const plot = plotOf(frame)
  const hill = hillOf(curve, plot)
  const cursor = plot.x(price)
  const top = hill.reduce<Point | null>((best, point) => (best === null || point.y < best.y ? point : best), null)
  const half = estimateTextWidth(name, 12) / 2
  const wanted = Math.min(frame.width - half, Math.max(half, (top?.x ?? 0) - half))
  const isCovered = wanted > cursor - half - 8 && wanted < cursor + half + 90
  const left = cursor - half - 10
  return (
    <g>
      <path className={css.densityLoss} d={areaPath(rightOf(hill, cursor), plot.bottom)} />
      {(!isCovered || left > half) && <text className={css.note} x={isCovered ? left : wanted} y={plot.bottom - 9} textAnchor="middle">{name}</text>}
    </g>
  )
})

/** The price score along the axis, dashed, above the shade. */
export const PriceChartScore = memo(function PriceChartScore({ frame, score, name }: { frame: ChartFrame; score: readonly ScorePoint[]; name: string }) {
  const plot = plotOf(frame)
  const line = score.flatMap(({ price, share }) => (share === null ? [] : [{ x: plot.x(price), y: plot.y(Math.min(1, share)) }]))
  const last = line.at(-1)
  if (last === undefined) return null
  const x = Math.min(last.x, frame.width) - 6
  const near = line.find((point) => point.x >= x - 60) ?? last
  return (
    <g>
      <path className={css.score} d={linePath(line)} />
      <text className={css.scoreName} x={x} y={near.y > plot.y(0.9) ? near.y - 8 : near.y + 18} textAnchor="end">{name}</text>
    </g>
  )
})

function Marks({ marks, frame, plot }: { marks: readonly PriceMark[]; frame: ChartFrame; plot: Plot }) {
  const sorted = marks.map((mark) => ({ ...mark, edge: mark.price < frame.min ? 'left' : mark.price > frame.max ? 'right' : null })).sort((a, b) => a.price - b.price)
  const boxes = sorted.map((mark) => ({ x: plot.x(mark.price), width: estimateTextWidth(`${mark.name} ${mark.figure}${mark.edge === null ? '' : ' ▸'}`, labelSize) + 4 }))
  const places = placeLabels(boxes, 0, frame.width + 40, 3)
  return sorted.map((mark, index) => {
    const place = places[index] ?? { row: -1, left: 0 }
    const x = plot.x(mark.price)
    return (
      <g key={`${mark.name}${mark.price}`}>
        {mark.edge === null && <line className={css.mark} x1={x} x2={x} y1={place.row < 0 ? plot.top : place.row * 14 + 15} y2={plot.bottom} />}
        {place.row >= 0 && (
          <text className={css.markName} x={place.left} y={place.row * 14 + 11}>{mark.edge === 'left' && '◂ '}{mark.name} <tspan className={css.markFigure}>{mark.figure}</tspan>{mark.edge === 'right' && ' ▸'}</text>
        )}
      </g>
    )
  })
}

type CursorProps = { frame: ChartFrame; price: number; probability: number | null; scoreShare: number | null; text: string | null }

/** The line under the thumb and the point on the curve. */
export const PriceChartCursor = memo(function PriceChartCursor({ frame, price, probability, scoreShare, text }: CursorProps) {
  const plot = plotOf(frame)
  const x = plot.x(price)
  const isRight = x > frame.width - 90
  return (
    <g>
      <line className={css.cursor} x1={x} x2={x} y1={plot.top - 12} y2={plot.bottom} />
      {scoreShare !== null && <circle className={css.scoreDot} cx={x} cy={plot.y(Math.min(1, scoreShare))} r={4} />}
      {probability !== null && <circle className={css.dot} cx={x} cy={plot.y(probability)} r={4.5} />}
      {probability !== null && text !== null && (
        <text className={css.lossName} x={x + (isRight ? -8 : 8)} y={plot.bottom - 9} textAnchor={isRight ? 'end' : 'start'}>{text}</text>
      )}
    </g>
  )
})

const hills = new WeakMap<readonly CurvePoint[], ReturnType<typeof densityOf>>()

/** The hill in pixels; its shape is kept per curve because the cursor needs it on every move. */
function hillOf(curve: readonly CurvePoint[], plot: Plot): Point[] {
  const shape = hills.get(curve) ?? densityOf(curve)
  hills.set(curve, shape)
  return shape.map(({ price, share }) => ({ x: plot.x(price), y: plot.y(share) }))
}
