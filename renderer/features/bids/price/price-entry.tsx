import { memo } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { useSessionState } from '#renderer/app/session.tsx'
import { formatPercent, formatYuan } from '#renderer/components/money-input/format-money.ts'
import { MoneyInput } from '#renderer/components/money-input/money-input.tsx'
import { PercentInput } from '#renderer/components/money-input/percent-input.tsx'
import { kpiAmount } from '#renderer/features/bids/verdict/amounts.ts'
import { percentPlaces } from '#renderer/features/bids/verdict/sentence.ts'
import { m } from '#renderer/paraglide/messages.js'
import { capitalAmount } from '#shared/capital-amount.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { PriceModel, PricePoint } from '#shared/estimate/price-model.ts'
import { moneyText } from '#shared/money.ts'
import css from '#renderer/features/bids/price/price-figures.module.css'

/** What is typed: the price itself, how far below the commercial value it is, or the margin it leaves. */
export const EntryModes = ['price', 'discount', 'margin'] as const
export type EntryMode = (typeof EntryModes)[number]

type PriceEntryProps = { estimate: Estimate; model: PriceModel; point: PricePoint; commercialValue: string | null; isCostOpen: boolean; onPrice: (amount: string) => void }

/** The price, typed as the trade thinks of it; beneath it always the amount in capitals and before VAT. */
export function PriceEntry({ estimate, model, point, commercialValue, isCostOpen, onPrice }: PriceEntryProps) {
  const language = useLocale()
  const { preferences } = usePreferences()
  const [mode, setMode] = useEntryMode()
  const unit = language === 'zh-CN' ? preferences.moneyUnit : 'yuan'
  const capital = capitalAmount(point.offerTotal)
  const rates = [...new Set(estimate.offerLines.map(({ vatRate }) => new Decimal(vatRate).toFixed()))]
  const net = formatYuan(point.netRevenue, language)
  const [rate] = rates
  const meaning = kpiAmount(point.offerTotal, language)
  return (
    <div className={css.price}>
      <div className={css.priceHead}>
        <ModeSwitch mode={mode} onMode={setMode} />
        {language === 'zh-CN' && mode === 'price' && <UnitSwitch />}
      </div>
      {mode === 'price' && <MoneyInput value={point.offerTotal} unit={unit} label={m.price_offer()} isLarge isAboveZero onCommit={(amount) => { if (amount !== null) onPrice(amount) }} />}
      {mode === 'discount' && (
        <PercentInput
          value={commercialValue === null || point.parity === null ? null : 1 - point.parity} label={m.price_entry_discount_label()} min={-900} max={99.99} meaning={commercialValue === null ? m.price_entry_no_commercial() : meaning}
          onCommit={(fraction) => { if (commercialValue !== null) onPrice(priceAtDiscount(commercialValue, fraction)) }}
        />
      )}
      {mode === 'margin' && (
        <PercentInput
          value={isCostOpen ? null : point.margin} label={m.price_entry_margin_label()} min={-900} max={99} meaning={isCostOpen ? m.price_cost_open() : meaning}
          onCommit={(fraction) => { const price = model.priceAtMargin(fraction); if (price !== null) onPrice(price) }}
        />
      )}
      <p className={css.capital} lang="zh-CN">{capital.ok ? capital.text : '—'}</p>
      <p className={css.net}>{rates.length === 1 && rate !== undefined ? m.price_net({ net, rate: formatPercent(rate, language, percentPlaces(rate)) }) : m.price_net_mixed({ net })}</p>
    </div>
  )
}

export function useEntryMode(): [EntryMode, (mode: EntryMode) => void] {
  return useSessionState('price.entry', (kept) => EntryModes.find((mode) => mode === kept) ?? 'price')
}

/** The price a discount on the commercial value leaves, CNY to the fen. */
function priceAtDiscount(commercialValue: string, discount: string): string {
  return moneyText(new Decimal(commercialValue).times(new Decimal(1).minus(discount)))
}

const ModeSwitch = memo(function ModeSwitch({ mode, onMode }: { mode: EntryMode; onMode: (mode: EntryMode) => void }) {
  useLocale()
  return (
    <div className={css.units} role="radiogroup" aria-label={m.price_entry()}>
      {EntryModes.map((option) => (
        <button key={option} type="button" role="radio" aria-checked={mode === option} onClick={() => onMode(option)}>{modeName(option)}</button>
      ))}
    </div>
  )
})

function modeName(mode: EntryMode): string {
  switch (mode) {
    case 'price': return m.price_offer()
    case 'discount': return m.price_entry_discount()
    case 'margin': return m.price_entry_margin()
  }
}

const UnitSwitch = memo(function UnitSwitch() {
  const { preferences, change } = usePreferences()
  return (
    <div className={css.units} role="radiogroup" aria-label={m.price_unit()}>
      {(['yuan', 'wan'] as const).map((unit) => (
        <button key={unit} type="button" role="radio" aria-checked={preferences.moneyUnit === unit} onClick={() => change({ moneyUnit: unit })}>
          {unit === 'wan' ? m.money_unit_wan() : m.money_unit_yuan()}
        </button>
      ))}
    </div>
  )
})
