import { useLocale } from '#renderer/app/i18n.tsx'
import { formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { plainNumber } from '#renderer/features/bids/cost/columns.ts'
import { m } from '#renderer/paraglide/messages.js'
import { expectedLines } from '#shared/estimate/cost-base.ts'
import type { Estimate, ThreePoint } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import css from '#renderer/features/bids/templates/templates.module.css'

/** What taking the template would write, before it is taken. */
export function TemplatePreview({ estimate, today }: { estimate: Estimate; today: string }) {
  const language = useLocale()
  const lines = expectedLines(estimate, today)
  const open = lines.filter(({ unknownReason }) => unknownReason !== null).length
  const { offerTotal, direct } = evaluate(estimate, today)
  return (
    <div className={css.preview}>
      <p className={css.sum}>
        <span>{m.cost_sum_offer()} <strong>{formatYuan(offerTotal, language)}</strong></span>
        <span>{m.layer_direct()} <strong>{open > 0 ? '≥ ' : ''}{formatYuan(direct, language)}</strong></span>
        {open > 0 && <em>{m.template_open({ count: open })}</em>}
      </p>
      <table className={css.table} aria-label={m.cost_lines()}>
        <thead><tr><th scope="col">{m.cost_lines()}</th><th scope="col">{m.cost_quantity()}</th><th scope="col">{m.cost_unit_cost()}</th><th scope="col">{m.cost_total()}</th></tr></thead>
        <tbody>
          {lines.map(({ line, amount, unknownReason }) => (
            <tr key={line.id}>
              <th scope="row">{line.name}</th>
              <td>{rangeWords(line.quantity, language)} {line.unit}</td>
              <td>{line.unitCost === null ? '?' : formatYuan(line.unitCost.likely, language)}</td>
              <td>{unknownReason === null ? formatYuan(amount.toFixed(2), language) : '?'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={css.table} aria-label={m.cost_offer_lines()}>
        <thead><tr><th scope="col">{m.cost_offer_lines()}</th><th scope="col">{m.cost_quantity()}</th><th scope="col">{m.cost_unit_price()}</th></tr></thead>
        <tbody>
          {estimate.offerLines.map((line) => (
            <tr key={line.id}><th scope="row">{line.name}</th><td>{plainNumber(line.quantity, language)} {line.unit}</td><td>{formatYuan(line.unitPrice, language)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function rangeWords({ low, likely, high }: ThreePoint, language: Language): string {
  return low === high ? plainNumber(likely, language) : `${plainNumber(low, language)} ~ ${plainNumber(likely, language)} ~ ${plainNumber(high, language)}`
}
