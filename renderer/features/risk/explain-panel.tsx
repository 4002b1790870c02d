import { useMemo } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { yuan } from '#renderer/features/risk/amounts.ts'
import { explanationName, formulaText, partName } from '#renderer/features/risk/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { explain } from '#shared/estimate/explain.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { Explanation, ExplanationPart, SubtotalKey } from '#shared/estimate/explanation.ts'
import css from '#renderer/features/risk/risk.module.css'

/** Sums of sums, the last ones first in importance: shown in bold. */
const sums: ReadonlySet<SubtotalKey> = new Set<SubtotalKey>(['offerTotal', 'netRevenue', 'direct', 'incrementalCost', 'fulfilmentCost', 'expectedCost', 'profit'])

/** Every subtotal opens to the lines, rates and formulas it is made of. */
export function ExplainPanel({ estimate, today, isFloor }: { estimate: Estimate; today: string; isFloor: boolean }) {
  const explanations = useMemo(() => explain(estimate, today), [estimate, today])
  const half = Math.ceil(explanations.length / 2)
  return (
    <Panel title={m.exposure_explain()} hint={isFloor ? m.exposure_explain_floor() : m.exposure_explain_hint()} isWide>
      <div className={css.explain}>
        {[explanations.slice(0, half), explanations.slice(half)].map((column) => (
          <div key={column[0]?.subtotal}>{column.map((explanation) => <Subtotal key={`${explanation.subtotal}${explanation.share ?? ''}`} explanation={explanation} />)}</div>
        ))}
      </div>
    </Panel>
  )
}

function Subtotal({ explanation }: { explanation: Explanation }) {
  const language = useLocale()
  const { subtotal, amount, parts } = explanation
  const name = explanationName(explanation, language)
  return (
    <details className={css.subtotal} data-sum={sums.has(subtotal) || undefined} data-formula={subtotal === 'financing' || subtotal === 'cashTrough' ? 'month' : undefined}>
      <summary>
        <span>{name}</span>
        <strong>{yuan(amount, language)}</strong>
      </summary>
      {parts.length === 0 ? <p className={css.none}>{m.exposure_nothing()}</p> : (
        <table aria-label={name}>
          <tbody>
            {parts.map((part, index) => <Part key={`${part.id ?? part.subtotal ?? part.formula}${index}`} part={part} />)}
          </tbody>
        </table>
      )}
    </details>
  )
}

function Part({ part }: { part: ExplanationPart }) {
  const language = useLocale()
  return (
    <tr>
      <th scope="row">{partName(part)}</th>
      <td className={css.formula}>{formulaText(part, language)}</td>
      <td>{yuan(part.amount, language)}</td>
    </tr>
  )
}
