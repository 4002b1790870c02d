import { useMemo, useRef, useState } from 'react'
import type { WinOutlook } from '#renderer/app/bid-contest.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { chartAmount } from '#renderer/components/charts/amounts.ts'
import { useSize } from '#renderer/components/charts/use-size.ts'
import { WinChart, type WinChartMark, type WinChartPoint } from '#renderer/components/charts/win-chart.tsx'
import { formatDecimal, formatPercent, formatProbability, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { pointsText, shortPrice } from '#renderer/features/contests/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { type ContestModel, fullScore as fullScoreOf } from '#shared/contests/contest-model.ts'
import { ownOutlook, type OwnOutlook } from '#shared/contests/own-outlook.ts'
import { chanceAt, recommendPrice, type Recommendation } from '#shared/contests/recommend-price.ts'
import { neededRivals } from '#shared/contests/win-request.ts'
import { type Contest, outlookAt, totalsAt } from '#shared/pricing/price-score/contest.ts'
import { fast, Float } from '#shared/pricing/price-score/numeric.ts'
import css from '#renderer/features/contests/contests.module.css'

export type ResultPanelProps = {
  model: ContestModel
  win: WinOutlook
  own: string
  floor: string | null
  breakEven: string | null
  safe: string | null
  /** Profit if won at a price, CNY; null: a cost is unknown. */
  profitAt: (price: number) => number | null
}

/** What our price brings: points, rank, chance and expected profit, and the price that pays best within our limits. */
export function ResultPanel(props: ResultPanelProps) {
  const { model, win } = props
  useLocale()
  const reason = whyHidden(model, win)
  if (reason !== null) return <Panel title={m.contest_result()}><p className={css.notDrawn} role="status">{reason}</p></Panel>
  return <Result {...props} />
}

function whyHidden({ problem, assumed }: ContestModel, { span, curve, isFailed }: WinOutlook): string | null {
  switch (problem) {
    case 'no-formula': return m.contest_hidden_formula()
    case 'too-few-rivals': return m.contest_hidden_rivals({ needed: neededRivals, count: assumed.rivals.length })
    case 'ceiling-missing': return m.contest_hidden_ceiling()
    case null: break
    default: return m.contest_hidden_input()
  }
  if (span === null) return m.contest_hidden_price()
  return curve === null ? (isFailed ? m.contest_hidden_failed() : m.contest_hidden_running()) : null
}

function Result({ model, win, own, floor, breakEven, safe, profitAt }: ResultPanelProps) {
  const language = useLocale()
  const { span, curve } = win
  const [read, setRead] = useState<WinChartPoint | null>(null)
  const outlook = useMemo(() => (model.contest === null || span === null ? null : ownOutlook(model.contest, own, span.range)), [model.contest, span, own])
  const points = useMemo(() => chartPoints(model, curve, profitAt), [model, curve, profitAt])
  const advice = useMemo(
    () => recommendPrice((curve?.points ?? []).map(({ price, winProbability }) => ({ price, winProbability, profit: profitAt(price) })), { floor: numberOf(floor), safe: numberOf(safe), ceiling: numberOf(model.rules.ceiling) }),
    [curve, profitAt, floor, safe, model.rules.ceiling],
  )
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box, { width: 560, height: 10 })
  const fullScore = fullScoreOf(model.formula)
  const marks = marksOf({ floor, breakEven, safe, ceiling: model.rules.ceiling, advice }, language)
  const first = curve?.points[0]
  const standardError = first === undefined ? 0 : Math.max(...(curve?.points ?? []).map(({ standardError }) => standardError))
  const amount = (value: number) => chartAmount(value, language, Math.max(1, ...points.map(({ expected }) => Math.abs(expected ?? 0))))
  return (
    <Panel title={m.contest_result()} hint={m.contest_result_hint()}>
      <Figures outlook={outlook} own={own} fullScore={fullScore} chance={chanceAt(curve?.points ?? [], Number(own))} profitAt={profitAt} contest={model.contest} read={read} />
      <p className={css.advice} role="status">{adviceText(advice, language)}</p>
      <div className={css.chart} ref={box}>
        <WinChart
          width={width} points={points} fullScore={fullScore ?? 100} own={Number(own)} marks={marks} onRead={setRead}
          texts={{
            label: m.contest_chart(), score: m.contest_chart_score(), chance: m.contest_chart_chance(), expected: m.contest_chart_expected(), unit: m.price_axis_unit(),
            price: (price) => chartAmount(price, language, 1_000_000), percent: (share) => formatPercent(share, language, 0), amount,
            value: ({ price, chance }) => m.contest_chart_value({ price: formatYuan(price.toFixed(2), language), chance: formatProbability(chance, language) }),
          }}
        />
      </div>
      <p className={css.note}>{m.contest_simulation_note({ samples: formatDecimal(String(curve?.samples ?? 0), language, 0), seed: curve?.seed ?? 0, error: formatPercent(standardError, language) })}</p>
    </Panel>
  )
}

const numberOf = (price: string | null): number | null => (price === null ? null : Number(price))

function chartPoints({ contest, formula }: ContestModel, curve: WinOutlook['curve'], profitAt: (price: number) => number | null): WinChartPoint[] {
  if (contest === null || curve === null) return []
  const totals = totalsAt(contest, fast)
  const scoreAt = fullScoreOf(formula) === null ? () => null : (price: number) => totals(new Float(price)).ownScore?.value ?? null
  return curve.points.map(({ price, winProbability }) => {
    const profit = profitAt(price)
    return { price, score: scoreAt(price), chance: winProbability, expected: profit === null ? null : profit * winProbability }
  })
}

type FiguresProps = { outlook: OwnOutlook | null; own: string; fullScore: number | null; chance: number | null; profitAt: (price: number) => number | null; contest: Contest | null; read: WinChartPoint | null }

/** The key figures at our price, or at the price being read off the chart. */
function Figures({ outlook, own, fullScore, chance, profitAt, contest, read }: FiguresProps) {
  const language = useLocale()
  const price = read === null ? own : read.price.toFixed(2)
  const shown = read === null || contest === null ? outlook : outlookAt(contest, price)
  const shownChance = read?.chance ?? chance
  const profit = profitAt(Number(price))
  const expected = profit === null || shownChance === null ? null : profit * shownChance
  return (
    <dl className={css.figures}>
      <Figure name={read === null ? m.contest_own_price() : m.contest_read_price()} value={shortPrice(price, language)} note={shown === null ? m.contest_above_ceiling() : ''} isBad={shown === null} />
      {fullScore === null
        ? <Figure name={m.contest_evaluated()} value={shown === null ? '—' : shortPrice(shown.score.neg(), language)} note={m.contest_evaluated_note()} />
        : <Figure name={m.contest_score()} value={shown === null ? '—' : `${pointsText(shown.score, language)} / ${pointsText(fullScore, language, 0)}`} note={read === null ? perPoint(outlook, fullScore, language) : ''} />}
      <Figure name={m.contest_rank()} value={shown === null ? '—' : `${shown.rank} / ${shown.bidders}`} note={leadText(shown, fullScore === null, language)} />
      <Figure name={m.contest_chance()} value={shownChance === null ? '—' : formatProbability(shownChance, language)} note={m.contest_chance_note()} />
      <Figure name={m.contest_profit()} value={profit === null ? '—' : shortPrice(profit, language)} note={profit === null ? m.contest_cost_open() : m.contest_profit_note()} isBad={profit !== null && profit < 0} />
      <Figure name={m.contest_expected()} value={expected === null ? '—' : shortPrice(expected, language)} note={m.contest_expected_note()} isBad={expected !== null && expected < 0} />
    </dl>
  )
}

function Figure({ name, value, note, isBad = false }: { name: string; value: string; note: string; isBad?: boolean }) {
  return (
    <div data-bad={isBad || undefined}>
      <dt title={name}>{name}</dt>
      <dd title={value}>{value}</dd>
      <dd className={css.small} title={note}>{note}</dd>
    </div>
  )
}

function perPoint(outlook: OwnOutlook | null, fullScore: number, language: Language): string {
  if (outlook === null) return ''
  if (outlook.score.gte(fullScore)) return m.contest_point_full()
  if (outlook.lowerPerPoint !== null) return m.contest_point_down({ amount: shortPrice(outlook.lowerPerPoint, language) })
  if (outlook.raisePerPoint !== null) return m.contest_point_up({ amount: shortPrice(outlook.raisePerPoint, language) })
  return m.contest_point_none()
}

/** Yuan where no points are given. */
function leadText(outlook: Pick<OwnOutlook, 'leadOverBest'> | null, isPrice: boolean, language: Language): string {
  if (outlook === null || outlook.leadOverBest === null) return ''
  if (isPrice) {
    const amount = shortPrice(outlook.leadOverBest.abs(), language)
    return outlook.leadOverBest.isNegative() ? m.contest_dearer({ amount }) : m.contest_cheaper({ amount })
  }
  const points = pointsText(outlook.leadOverBest.abs(), language)
  return outlook.leadOverBest.isNegative() ? m.contest_behind({ points }) : m.contest_ahead({ points })
}

function adviceText(advice: Recommendation, language: Language): string {
  if (!advice.ok) {
    switch (advice.code) {
      case 'cost-unknown': return m.contest_advice_cost()
      case 'floor-above-ceiling': return m.contest_advice_ceiling()
      case 'no-chance': return m.contest_advice_none()
    }
  }
  const price = formatYuan(advice.price.toFixed(2), language)
  const held = advice.heldBy === 'floor' ? m.contest_advice_floor() : advice.heldBy === 'safe' ? m.contest_advice_safe() : ''
  return `${m.contest_advice({ price, chance: formatProbability(advice.winProbability, language), profit: shortPrice(advice.expectedProfit, language) })}${held}`
}

function marksOf(prices: { floor: string | null; breakEven: string | null; safe: string | null; ceiling: string | null; advice: Recommendation }, language: Language): WinChartMark[] {
  const named: [string | number | null, string][] = [
    [prices.breakEven, m.contest_mark_break_even()],
    [prices.floor, m.contest_mark_floor()],
    [prices.safe, m.contest_mark_safe()],
    [prices.ceiling, m.contest_mark_ceiling()],
    [prices.advice.ok ? prices.advice.price : null, m.contest_mark_advice()],
  ]
  return named.flatMap(([price, name]) => (price === null ? [] : [{ price: Number(price), name, figure: chartAmount(price, language, 1_000_000) }]))
}
