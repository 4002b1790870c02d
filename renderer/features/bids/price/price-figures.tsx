import { memo } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatDecimal, formatPercent, formatProbability, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { PriceEntry } from '#renderer/features/bids/price/price-entry.tsx'
import type { Thresholds } from '#renderer/features/bids/price/thresholds.ts'
import type { BidModel } from '#renderer/features/bids/use-price-model.ts'
import { kpiAmount } from '#renderer/features/bids/verdict/amounts.ts'
import { percentPlaces } from '#renderer/features/bids/verdict/sentence.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { PriceModel, PricePoint } from '#shared/estimate/price-model.ts'
import css from '#renderer/features/bids/price/price-figures.module.css'

type PriceFiguresProps = {
  estimate: Estimate
  model: PriceModel
  point: PricePoint
  saved: PricePoint
  bidModel: BidModel
  thresholds: Thresholds
  onPrice: (amount: string) => void
}

/** The price and its four key figures; what can't be known is a dash or named, never a zero. */
export function PriceFigures({ estimate, model, point, saved, bidModel, thresholds, onPrice }: PriceFiguresProps) {
  const openCosts = model.unknowns.filter(({ scope, reason }) => scope === 'cost' || reason === 'no-cost-lines').length
  return (
    <div className={css.figures}>
      <PriceEntry estimate={estimate} model={model} point={point} commercialValue={thresholds.commercialValue} isCostOpen={openCosts > 0} onPrice={onPrice} />
      <ProfitFigure estimate={estimate} point={point} saved={saved} openCosts={openCosts} />
      <ParityFigure estimate={estimate} model={model} point={point} commercialValue={thresholds.commercialValue} />
      <LossFigure estimate={estimate} point={point} bidModel={bidModel} openCosts={openCosts} />
      <BreakEvenFigure estimate={estimate} model={model} point={point} openCosts={openCosts} />
    </div>
  )
}

function ProfitFigure({ estimate, point, saved, openCosts }: { estimate: Estimate; point: PricePoint; saved: PricePoint; openCosts: number }) {
  const language = useLocale()
  const target = m.price_target({ target: limitText(estimate.policy.minMargin, language) })
  if (openCosts > 0) return <Figure name={m.price_profit()} value={m.test_open()} notes={[m.price_missing_costs({ count: openCosts }), m.price_no_conclusion()]} />
  const isLoss = point.profit.startsWith('-')
  const isMoved = point.offerTotal !== saved.offerTotal
  const notes = [point.margin === null ? '—' : m.price_margin({ margin: formatPercent(point.margin, language) }), isMoved ? m.price_since_saved({ change: changeText(point.profit, saved.profit, language) }) : target]
  return <Figure name={m.price_profit()} value={kpiAmount(point.profit, language)} isBad={isLoss} notes={notes} title={formatYuan(point.profit, language)} />
}

function ParityFigure({ estimate, model, point, commercialValue }: { estimate: Estimate; model: PriceModel; point: PricePoint; commercialValue: string | null }) {
  const language = useLocale()
  const floor = m.price_parity_floor({ floor: limitText(estimate.policy.parityFloor, language) })
  if (point.parity === null || commercialValue === null) {
    const missing = model.unknowns.filter(({ scope }) => scope === 'offer').length
    return <Figure name={m.price_parity()} value="—" notes={[m.price_commercial_missing({ count: missing }), floor]} />
  }
  const isBad = point.parity < Number(estimate.policy.parityFloor)
  return <Figure name={m.price_parity()} value={formatPercent(point.parity, language)} isBad={isBad} notes={[floor, m.price_commercial({ value: kpiAmount(commercialValue, language) })]} title={formatYuan(commercialValue, language)} />
}

function LossFigure({ estimate, point, bidModel, openCosts }: { estimate: Estimate; point: PricePoint; bidModel: BidModel; openCosts: number }) {
  const language = useLocale()
  const cap = m.price_loss_cap({ cap: limitText(estimate.policy.maxLossProbability, language) })
  if (openCosts > 0) return <Figure name={m.price_loss()} value="—" notes={[m.price_cost_open(), m.price_not_computed()]} />
  if (point.lossProbability === null || bidModel.simulation === null) {
    return <Figure name={m.price_loss()} value="—" notes={[bidModel.simulated === 'running' ? m.price_loss_computing() : m.price_loss_none(), cap]} />
  }
  const { p10, p90 } = bidModel.simulation
  const income = new Decimal(point.netRevenue).plus(point.vatRefund)
  const range = m.price_loss_range({ low: wholeAmount(income.minus(p90), language), high: wholeAmount(income.minus(p10), language), unit: language === 'zh-CN' ? '万' : 'k' })
  return <Figure name={m.price_loss()} value={formatProbability(point.lossProbability, language)} isBad={point.lossProbability > Number(estimate.policy.maxLossProbability)} notes={[cap, range]} />
}

function BreakEvenFigure({ estimate, model, point, openCosts }: { estimate: Estimate; model: PriceModel; point: PricePoint; openCosts: number }) {
  const language = useLocale()
  const margin = limitText(estimate.policy.minMargin, language)
  const floor = m.price_floor_price({ margin, price: openCosts > 0 || model.floorPrice === null ? '—' : kpiAmount(model.floorPrice, language, 'up') })
  if (openCosts > 0 || model.breakEvenPrice === null) return <Figure name={m.price_break_even()} value="—" notes={[openCosts > 0 ? m.price_cost_open() : m.verdict_break_even_none(), floor]} />
  const gap = new Decimal(point.offerTotal).minus(model.breakEvenPrice)
  const distance = gap.isNegative() ? m.price_short({ amount: kpiAmount(gap.abs().toFixed(2), language) }) : m.price_distance({ amount: kpiAmount(gap.toFixed(2), language) })
  return <Figure name={m.price_break_even()} value={kpiAmount(model.breakEvenPrice, language, 'up')} notes={[distance, floor]} title={formatYuan(model.breakEvenPrice, language)} />
}

type FigureProps = { name: string; value: string; notes: readonly string[]; isBad?: boolean; title?: string }

const Figure = memo(function Figure({ name, value, notes, isBad = false, title }: FigureProps) {
  return (
    <div className={css.figure}>
      <span className={css.label}>{name}</span>
      <strong className={css.value} data-bad={isBad || undefined} title={title}>{value}</strong>
      {notes.map((note, index) => <span key={index} className={css.note} title={note}>{note}</span>)}
    </div>
  )
}, (before, after) => before.name === after.name && before.value === after.value && before.isBad === after.isBad && before.title === after.title && before.notes.join('\n') === after.notes.join('\n'))

function limitText(fraction: string, language: Language): string {
  return formatPercent(fraction, language, percentPlaces(fraction))
}

function changeText(now: string, before: string, language: Language): string {
  const change = new Decimal(now).minus(before)
  return `${change.isNegative() ? '▼' : '▲'} ${kpiAmount(change.abs().toFixed(2), language)}`
}

/** A simulated amount: no more precise than it is. */
function wholeAmount(amount: Decimal, language: Language): string {
  return formatDecimal(amount.div(language === 'zh-CN' ? 10_000 : 1000).toFixed(), language, 0)
}
