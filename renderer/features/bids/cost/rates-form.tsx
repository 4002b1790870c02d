import { useState, type KeyboardEvent } from 'react'
import { Link } from 'wouter'
import { useLocale } from '#renderer/app/i18n.tsx'
import { fieldText } from '#renderer/components/money-input/format-money.ts'
import { parsePercent, parsePercents } from '#renderer/features/bids/cost/cell-values.ts'
import { refusalWords } from '#renderer/features/bids/cost/cell-words.ts'
import { decimalPoint, number, percentText } from '#renderer/features/bids/cost/columns.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import type { AgencyFee, Estimate } from '#shared/estimate/estimate.ts'
import css from '#renderer/features/bids/cost/cost-tab.module.css'

type Edit = (change: (estimate: Estimate) => Estimate) => void

/** The rates of the estimate; the company's limits stand beside them and are changed in the settings. */
export function RatesForm({ estimate, edit }: { estimate: Estimate; edit: Edit }) {
  const rate = (key: 'overheadRate' | 'contingencyRate' | 'annualFinanceRate' | 'surchargeRate' | 'stampDutyRate' | 'riskCorrelation', label: string) => (
    <RateField label={label} value={estimate[key]} onCommit={(value) => edit((before) => ({ ...before, [key]: value }))} />
  )
  return (
    <div className={css.rates}>
      {rate('overheadRate', m.rate_overhead())}
      {rate('contingencyRate', m.rate_contingency())}
      {rate('annualFinanceRate', m.rate_finance())}
      {rate('surchargeRate', m.rate_surcharge())}
      {rate('stampDutyRate', m.rate_stamp())}
      {rate('riskCorrelation', m.rate_correlation())}
      <VolumeField shares={estimate.volumeShares} onCommit={(volumeShares) => edit((before) => ({ ...before, volumeShares }))} />
      <AgencyFields fee={estimate.agencyFee} onChange={(agencyFee) => edit((before) => ({ ...before, agencyFee }))} />
      <Limits estimate={estimate} />
    </div>
  )
}

/** The shares of the volume the profit is computed for besides, as '100%、70%'. */
function VolumeField({ shares, onCommit }: { shares: readonly string[]; onCommit: (shares: string[]) => void }) {
  const language = useLocale()
  const shown = shares.map((share) => percentText(share, language)).join(language === 'zh-CN' ? '、' : '; ')
  return <ValueField label={m.rate_volume_shares()} shown={shown} onCommit={(text) => {
    const parsed = parsePercents(text, language)
    if (!parsed.ok) return refusalWords(parsed.reason)
    if (parsed.value === null) return m.cell_needed()
    if (parsed.value.join() !== shares.join()) onCommit(parsed.value)
    return null
  }} />
}

function Limits({ estimate: { policy } }: { estimate: Estimate }) {
  const language = useLocale()
  const limits = [[m.rate_min_margin(), policy.minMargin], [m.rate_max_loss(), policy.maxLossProbability], [m.rate_parity_floor(), policy.parityFloor]] as const
  return (
    <>
      {limits.map(([label, value]) => (
        <div key={label} className={css.rate}>
          <span>{label}</span>
          <Link href="/settings/limits" className={css.limit} title={m.rate_limit_where()}>{percentText(value, language)}</Link>
        </div>
      ))}
    </>
  )
}

function AgencyFields({ fee, onChange }: { fee: AgencyFee; onChange: (fee: AgencyFee) => void }) {
  const language = useLocale()
  return (
    <>
      <label className={css.rate}>
        <span>{m.fee_payer()}</span>
        <select value={fee.payer} onChange={(event) => onChange({ ...fee, payer: event.target.value === 'winner' ? 'winner' : 'buyer' })}>
          <option value="winner">{m.fee_winner()}</option>
          <option value="buyer">{m.fee_buyer()}</option>
        </select>
      </label>
      {fee.payer === 'winner' && (
        <label className={css.rate}>
          <span>{m.fee_schedule()}</span>
          <select value={fee.schedule} onChange={(event) => onChange(withSchedule(fee, event.target.value))}>
            <option value="services">{m.fee_services()}</option>
            <option value="goods">{m.fee_goods()}</option>
            <option value="works">{m.fee_works()}</option>
            <option value="fixed">{m.fee_fixed()}</option>
          </select>
        </label>
      )}
      {fee.payer === 'winner' && fee.schedule === 'fixed' && (
        <ValueField label={m.fee_amount()} shown={fieldText(fee.amount ?? '0', language, 'yuan')} onCommit={(text) => {
          const parsed = number(text, language)
          if (!parsed.ok) return refusalWords(parsed.reason)
          if (parsed.value !== null && new Decimal(parsed.value).decimalPlaces() > 2) return refusalWords('too-precise')
          onChange({ ...fee, amount: parsed.value ?? '0' })
          return null
        }} />
      )}
      {fee.payer === 'winner' && fee.schedule !== 'fixed' && <RateField label={m.fee_discount()} value={fee.discount} onCommit={(discount) => onChange({ ...fee, discount })} />}
    </>
  )
}

function withSchedule(fee: AgencyFee, schedule: string): AgencyFee {
  switch (schedule) {
    case 'goods': return { ...fee, schedule: 'goods' }
    case 'works': return { ...fee, schedule: 'works' }
    case 'fixed': return { ...fee, schedule: 'fixed', amount: fee.amount ?? '0' }
    default: return { ...fee, schedule: 'services' }
  }
}

function RateField({ label, value, onCommit }: { label: string; value: string; onCommit: (fraction: string) => void }) {
  const language = useLocale()
  const commit = (text: string): string | null => {
    const parsed = parsePercent(decimalPoint(text, language))
    if (!parsed.ok) return refusalWords(parsed.reason)
    if (parsed.value === null) return m.cell_needed()
    if (!new Decimal(parsed.value).eq(value)) onCommit(parsed.value)
    return null
  }
  return <ValueField label={label} shown={percentText(value, language)} onCommit={commit} />
}

/** A labelled value; `onCommit` gives back why not, in words. */
function ValueField({ label, shown, onCommit }: { label: string; shown: string; onCommit: (text: string) => string | null }) {
  const [draft, setDraft] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const commit = () => {
    if (draft === null) return
    const reason = onCommit(draft)
    setRefused(reason === null ? null : m.terms_refused({ text: draft, reason }))
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape') setDraft(null)
  }
  return (
    <label className={css.rate}>
      <span>{label}</span>
      <input value={draft ?? shown} data-undo={draft === null ? 'bid' : undefined} aria-invalid={refused !== null} onFocus={(event) => event.target.select()} onChange={(event) => setDraft(event.target.value)} onKeyDown={onKeyDown} onBlur={commit} />
      {refused !== null && <em role="alert">{refused}</em>}
    </label>
  )
}
