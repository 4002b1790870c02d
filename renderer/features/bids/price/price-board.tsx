import { memo, useMemo, useRef } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { PriceAxis } from '#renderer/components/charts/price-axis.tsx'
import { type CurvePoint, PriceChartCurve, PriceChartCursor, PriceChartGround, PriceChartScore, PriceChartShade, type PriceMark } from '#renderer/components/charts/price-chart.tsx'
import { useSize } from '#renderer/components/charts/use-size.ts'
import { flagLook, flagName } from '#renderer/components/flag-chip/flag-chip.tsx'
import { FlagShape } from '#renderer/components/flag-chip/flag-shape.tsx'
import { formatDecimal, formatPercent, formatProbability, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { PriceSlider, type SliderZone } from '#renderer/components/price-slider/price-slider.tsx'
import { priceInWords } from '#renderer/features/bids/price/spoken-verdict.tsx'
import { scoreLine, scoreShareOf } from '#renderer/features/bids/price/score-line.ts'
import { useEntryMode } from '#renderer/features/bids/price/price-entry.tsx'
import { axisRange, discountSteps, stepsFor, type Thresholds } from '#renderer/features/bids/price/thresholds.ts'
import type { BidModel } from '#renderer/features/bids/use-price-model.ts'
import { axisAmount, markAmount, sentenceAmount } from '#renderer/features/bids/verdict/amounts.ts'
import { percentPlaces } from '#renderer/features/bids/verdict/sentence.ts'
import { m } from '#renderer/paraglide/messages.js'
import { fullScore } from '#shared/contests/contest-model.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { type LossCurve, lossProbabilityAt } from '#shared/estimate/loss-curve.ts'
import type { PriceModel, PricePoint } from '#shared/estimate/price-model.ts'
import css from '#renderer/features/bids/price/price-board.module.css'

type PriceBoardProps = {
  estimate: Estimate
  model: PriceModel
  point: PricePoint
  price: string
  bidModel: BidModel
  thresholds: Thresholds
  onPreview: (value: number) => void
  onCommit: () => void
  onCancel: () => void
}

const percentRoom = 44
const curvePoints = 161

/** Chart, colour strip and thumb on one price axis. */
export function PriceBoard({ estimate, model, point, price, bidModel, thresholds, onPreview, onCommit, onCancel }: PriceBoardProps) {
  const language = useLocale()
  const area = useRef<HTMLDivElement>(null)
  const size = useSize(area, { width: 900, height: 300 })
  const width = Math.max(240, size.width - percentRoom)
  const height = Math.max(120, size.height)
  const lossCurve = isCostOpen(model) ? null : (bidModel.simulation?.lossCurve ?? null)
  const { min, max } = useMemo(() => axisRange(thresholds, lossCurve, model.offerTotal), [thresholds, lossCurve, model.offerTotal])
  const frame = useMemo(() => ({ width, height, min, max }), [width, height, min, max])
  const isUncertain = lossCurve !== null && hasSpread(lossCurve)
  const curve = useMemo(() => (lossCurve === null || !isUncertain ? null : curveOf(lossCurve, min, max)), [lossCurve, isUncertain, min, max])
  const marks = useMemo(() => marksOf(thresholds, estimate, isCostOpen(model), language), [thresholds, estimate, model, language])
  const { contest } = bidModel
  const shareAt = useMemo(() => scoreShareOf(contest), [contest])
  const score = useMemo(() => (shareAt === null ? null : scoreLine(shareAt, min, max)), [shareAt, min, max])
  const zones = useMemo(() => zonesOf(model, min, max), [model, min, max])
  const stops = useMemo(() => [...new Set([...Object.values(thresholds), ...zones.map(({ from }) => from.toFixed(2))])].filter((stop) => stop !== null).map(Number), [thresholds, zones])
  const [mode] = useEntryMode()
  const { commercialValue } = thresholds
  const range = useMemo(() => ({ min, max, stops, ...(mode === 'discount' && commercialValue !== null ? discountSteps(commercialValue) : stepsFor(model.offerTotal)) }), [min, max, stops, mode, commercialValue, model.offerTotal])
  const emptyText = emptyWords(bidModel, isCostOpen(model), lossCurve !== null && !isUncertain)
  const texts = useMemo(() => ({
    loss: m.price_chart_loss({}, { locale: language }),
    cost: m.price_chart_cost({}, { locale: language }),
    percent: [formatPercent(0, language, 0), formatPercent(0.5, language, 0), formatPercent(1, language, 0)] as const,
    empty: emptyText,
  }), [language, emptyText])
  const scoreName = m.price_chart_score({ full: formatDecimal(String(fullScore(contest.formula) ?? 100), language, 0) })
  const probability = curve === null ? null : point.lossProbability
  return (
    <div className={css.board}>
      <div className={css.area} ref={area}>
        <svg className={css.chart} width={width + percentRoom} height={height} role="img" aria-label={m.price_chart()}>
          <PriceChartGround frame={frame} curve={curve} marks={marks} texts={texts} />
          {curve !== null && <PriceChartShade frame={frame} curve={curve} price={Number(price)} name={texts.cost} />}
          {score !== null && <PriceChartScore frame={frame} score={score} name={scoreName} />}
          {curve !== null && <PriceChartCurve frame={frame} curve={curve} name={texts.loss} />}
          <PriceChartCursor frame={frame} price={Number(price)} probability={probability} scoreShare={shareAt?.(Number(price)) ?? null} text={probability === null ? null : m.price_chart_here({ probability: formatProbability(probability, language) })} />
        </svg>
      </div>
      <PriceSlider
        value={Number(price)} range={range} zones={zones} width={width} label={m.price_slider()} isPreviewing={Number(price) !== Number(model.offerTotal)} valueText={priceInWords(point, sentenceAmount(price, language))}
        onPreview={onPreview} onCommit={onCommit} onCancel={onCancel}
      />
      <PriceAxis width={width} min={min} max={max} format={language === 'zh-CN' ? chineseAxis : language === 'fr' ? frenchAxis : englishAxis} unit={m.price_axis_unit()} />
      <BoardFoot step={range.step} bigStep={range.bigStep} isShare={mode === 'discount' && commercialValue !== null} samples={bidModel.simulation?.samples ?? null} seed={bidModel.simulation?.seed ?? null} />
    </div>
  )
}

const chineseAxis = (price: number) => axisAmount(price, 'zh-CN')
const englishAxis = (price: number) => axisAmount(price, 'en')
const frenchAxis = (price: number) => axisAmount(price, 'fr')

const isCostOpen = (model: PriceModel): boolean => model.unknowns.some(({ scope, reason }) => scope === 'cost' || reason === 'no-cost-lines')

function hasSpread({ breakEvens }: LossCurve): boolean {
  return breakEvens.length > 1 && (breakEvens.at(-1) ?? 0) - (breakEvens[0] ?? 0) > 1
}

function curveOf(lossCurve: LossCurve, min: number, max: number): CurvePoint[] {
  return Array.from({ length: curvePoints }, (_, index) => {
    const price = min + ((max - min) * index) / (curvePoints - 1)
    return { price, probability: lossProbabilityAt(lossCurve, price) }
  })
}

/** The strip by looks: the three kinds of loss are one stretch. */
function zonesOf(model: PriceModel, min: number, max: number): SliderZone[] {
  const zones: SliderZone[] = []
  for (const { from, to, verdict } of model.zones(min, max)) {
    const tone = flagLook(verdict)
    const last = zones.at(-1)
    if (last?.tone === tone) zones[zones.length - 1] = { ...last, to: Number(to) }
    else zones.push({ from: Number(from), to: Number(to), tone, label: flagName(tone), icon: <FlagShape look={tone} size={13} /> })
  }
  // The strip has no gaps: a zone reaches to where the next begins.
  return zones.map((zone, index) => ({ ...zone, to: zones[index + 1]?.from ?? zone.to }))
}

function marksOf(thresholds: Thresholds, { policy }: Estimate, isOpen: boolean, language: Language): PriceMark[] {
  const limit = (fraction: string) => formatPercent(fraction, language, percentPlaces(fraction))
  const marks: Array<[string | null, string, 'up' | 'down']> = [
    [thresholds.breakEven, isOpen ? m.price_mark_known_cost() : m.price_mark_break_even(), 'up'],
    [isOpen ? null : thresholds.safe, m.price_mark_loss({ cap: limit(policy.maxLossProbability) }), 'up'],
    [thresholds.parityFloor, m.price_mark_parity({ floor: limit(policy.parityFloor) }), 'up'],
    [isOpen ? null : thresholds.targetMargin, m.price_mark_margin({ margin: limit(policy.minMargin) }), 'up'],
    [thresholds.abnormal, m.contest_mark_safe(), 'up'],
    [thresholds.ceiling, m.price_mark_ceiling(), 'down'],
    [thresholds.commercialValue, m.price_mark_commercial(), 'up'],
  ]
  return marks.flatMap(([price, name, rounding]) => (price === null ? [] : [{ price: Number(price), name, figure: markAmount(price, language, rounding) }]))
}

function emptyWords(bidModel: BidModel, isOpen: boolean, isCertain: boolean): string {
  if (isOpen) return m.price_chart_open()
  if (isCertain) return m.price_chart_certain()
  return bidModel.simulated === 'failed' ? m.price_chart_failed() : m.price_chart_waiting()
}

type BoardFootProps = { step: number; bigStep: number; /** Steps are shares of the commercial value. */ isShare: boolean; samples: number | null; seed: number | null }

const BoardFoot = memo(function BoardFoot({ step, bigStep, isShare, samples, seed }: BoardFootProps) {
  const language = useLocale()
  return (
    <div className={css.foot}>
      <span><kbd>←</kbd> <kbd>→</kbd> {isShare ? formatPercent(0.001, language) : stepText(step, language)} · <kbd>Shift</kbd> {isShare ? formatPercent(0.01, language, 0) : stepText(bigStep, language)} · <kbd>Ctrl</kbd> {m.price_hint_next()}</span>
      {samples !== null && seed !== null && <span>{m.price_simulation_note({ samples: formatDecimal(String(samples), language, 0), seed })}</span>}
    </div>
  )
})

function stepText(step: number, language: Language): string {
  if (language !== 'zh-CN') return formatYuan(String(step), language, 0)
  return step >= 10_000 ? `${step / 10_000} 万` : step >= 1000 ? `${step / 1000} 千` : `${step} 元`
}
