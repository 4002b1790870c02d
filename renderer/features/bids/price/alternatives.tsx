import { memo, useMemo } from 'react'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { formatPercent, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { Needs } from '#renderer/features/bids/price/needs.tsx'
import type { Thresholds } from '#renderer/features/bids/price/thresholds.ts'
import type { BidModel } from '#renderer/features/bids/use-price-model.ts'
import { kpiAmount } from '#renderer/features/bids/verdict/amounts.ts'
import { percentPlaces } from '#renderer/features/bids/verdict/sentence.ts'
import { m } from '#renderer/paraglide/messages.js'
import { recommendPrice } from '#shared/contests/recommend-price.ts'
import type { WinCurveResult } from '#shared/contests/win-request.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { PriceModel, PricePoint } from '#shared/estimate/price-model.ts'
import type { Verdict } from '#shared/estimate/verdict.ts'
import css from '#renderer/features/bids/price/side.module.css'

type AlternativesProps = { bidModel: BidModel; model: PriceModel; point: PricePoint; estimate: Estimate; thresholds: Thresholds; onPrice: (amount: string) => void }
type Alternative = { id: string; name: string; price: string; verdict: Verdict }

/** Prices worth a look, each with its verdict; Alt and a digit takes one. */
export function Alternatives({ bidModel, model, point, estimate, thresholds, onPrice }: AlternativesProps) {
  const language = useLocale()
  const { win, simulated } = bidModel
  const advice = useMemo(() => (win === null || simulated === 'open' ? null : adviceOf(win, model, thresholds)), [win, simulated, model, thresholds])
  const prices = useMemo(() => alternativesOf(model, estimate, thresholds, advice, language), [model, estimate, thresholds, advice, language])
  useHotkeys(prices.map(({ price }, index) => ({ keys: `Alt+${index + 1}`, whileTyping: true, run: () => onPrice(price) })))
  return (
    <section className={css.card} aria-label={m.price_alternatives()}>
      <header className={css.head}><h2>{m.price_alternatives()}</h2><span>{m.price_alternatives_keys()}</span></header>
      <ul className={css.alternatives}>
        <li className={css.current} aria-current="true">
          <span className={css.digit} />
          <span>{m.alternative_current()}</span>
          <span className={css.amount}>{shortPrice(point.offerTotal, language, 'nearest')}</span>
          <FlagChip verdict={point.verdict} shapeOnly={language !== 'zh-CN'} />
        </li>
        <AlternativeRows prices={prices} onPrice={onPrice} />
      </ul>
      <Needs verdict={point.verdict} />
    </section>
  )
}

/** These change with the costs, not with the thumb. */
const AlternativeRows = memo(function AlternativeRows({ prices, onPrice }: { prices: readonly Alternative[]; onPrice: (amount: string) => void }) {
  const language = useLocale()
  return prices.map(({ id, name, price, verdict }, index) => (
    <li key={id}>
      <button type="button" onClick={() => onPrice(price)} title={formatYuan(price, language)}>
        <kbd className={css.digit}>{index + 1}</kbd>
        <span>{name}</span>
        <span className={css.amount}>{shortPrice(price, language, id === 'ceiling' ? 'down' : 'up')}</span>
        <FlagChip verdict={verdict} shapeOnly={language !== 'zh-CN'} />
      </button>
    </li>
  ))
})

/** The price of the highest expected profit that needs nobody's signature for its margin and starts no review; null: there is none. */
function adviceOf(win: WinCurveResult, model: PriceModel, { targetMargin, abnormal, ceiling }: Thresholds): string | null {
  const numberOf = (price: string | null) => (price === null ? null : Number(price))
  const chances = win.points.map(({ price, winProbability }) => ({ price, winProbability, profit: Number(model.at(price).profit) }))
  const advice = recommendPrice(chances, { floor: numberOf(targetMargin), safe: numberOf(abnormal), ceiling: numberOf(ceiling) })
  return advice.ok ? advice.price.toFixed(2) : null
}

function alternativesOf(model: PriceModel, { policy }: Estimate, thresholds: Thresholds, advice: string | null, language: Language): Alternative[] {
  const cap = formatPercent(policy.maxLossProbability, language, percentPlaces(policy.maxLossProbability))
  const isOpen = model.unknowns.some(({ scope, reason }) => scope === 'cost' || reason === 'no-cost-lines')
  const named: Array<[string, string, string | null]> = [
    ['break-even', isOpen ? m.price_mark_known_cost() : m.alternative_break_even(), thresholds.breakEven],
    ['safe', m.alternative_safe({ cap }), thresholds.safe],
    ['parity', m.alternative_parity(), thresholds.parityFloor],
    ['floor', m.alternative_floor(), isOpen ? null : thresholds.targetMargin],
    ['ceiling', m.alternative_ceiling(), thresholds.ceiling],
    ['advice', m.alternative_advice(), advice],
  ]
  return named.flatMap(([id, name, price]) => (price === null ? [] : [{ id, name, price, verdict: model.at(price).verdict }]))
}

function shortPrice(price: string, language: Language, rounding: 'up' | 'down' | 'nearest'): string {
  return kpiAmount(price, language, rounding).replace(/ 万$/, '')
}
