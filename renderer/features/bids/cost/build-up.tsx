import { useLocale } from '#renderer/app/i18n.tsx'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { EstimateResult } from '#shared/estimate/result.ts'
import css from '#renderer/features/bids/cost/cost-tab.module.css'

/** How the full cost comes together; each layer contains the one before. */
export function BuildUp({ result, missing, hasCosts }: { result: EstimateResult; missing: number; hasCosts: boolean }) {
  const language = useLocale()
  const atLeast = missing > 0 ? '≥ ' : ''
  const rows: Array<[string, string, 'part' | 'cost' | 'sum']> = [
    [m.layer_direct(), result.direct, 'cost'],
    [m.layer_risk(), result.riskCost, 'part'],
    [m.layer_subsidy(), minus(result.subsidy), 'part'],
    [m.layer_surcharges(), result.surcharges, 'part'],
    [m.layer_stamp(), result.stampDuty, 'part'],
    [m.layer_agency(), result.agencyFee, 'part'],
    [m.layer_bonds(), result.bondCost, 'part'],
    [m.layer_financing(), result.financing, 'part'],
    [m.cost_sum_fulfilment(), result.fulfilmentCost, 'sum'],
    [m.layer_overhead(), result.overhead, 'part'],
    [m.layer_contingency(), result.contingency, 'part'],
    [m.cost_sum_full(), result.expectedCost, 'sum'],
    [m.layer_trough(), result.cashTrough, 'part'],
  ]
  return (
    <dl className={css.build}>
      {rows.map(([name, amount, kind]) => (
        <div key={name} data-kind={kind}>
          <dt>{name}</dt>
          <dd>{kind !== 'part' && !hasCosts ? '—' : `${kind === 'part' ? '' : atLeast}${formatYuan(amount, language)}`}</dd>
        </div>
      ))}
    </dl>
  )
}

function minus(amount: string): string {
  return /[1-9]/.test(amount) ? `-${amount}` : amount
}
