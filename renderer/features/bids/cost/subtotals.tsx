import { useLocale } from '#renderer/app/i18n.tsx'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { EstimateResult } from '#shared/estimate/result.ts'
import css from '#renderer/features/bids/cost/cost-tab.module.css'

/** The cost layers and the offer, always in sight; "≥" where a price is missing and the sum is only a minimum. */
export function Subtotals({ result, missing, hasCosts, hasOffer }: { result: EstimateResult; missing: number; hasCosts: boolean; hasOffer: boolean }) {
  const language = useLocale()
  const amount = (value: string) => (hasCosts ? `${missing > 0 ? '≥ ' : ''}${formatYuan(value, language)}` : '—')
  return (
    <footer className={css.subtotals}>
      <span>{m.cost_sum_incremental()} <strong>{amount(result.incrementalCost)}</strong></span>
      <span>{m.cost_sum_fulfilment()} <strong>{amount(result.fulfilmentCost)}</strong></span>
      <span>{m.cost_sum_full()} <strong>{amount(result.expectedCost)}</strong></span>
      {missing > 0 && <em>{m.cost_sum_floor_note({ count: missing })}</em>}
      <span className={css.offerTotal}>{m.cost_sum_offer()} <strong>{hasOffer ? formatYuan(result.offerTotal, language) : '—'}</strong></span>
    </footer>
  )
}
