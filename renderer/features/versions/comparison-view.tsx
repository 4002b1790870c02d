import { useLocale } from '#renderer/app/i18n.tsx'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { changeName, differenceText, fieldName, totalName, totalText, valueText } from '#renderer/features/versions/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Comparison, FieldChange, LineChange } from '#shared/versions/compare.ts'
import css from '#renderer/features/versions/versions.module.css'

type ComparisonViewProps = { comparison: Comparison; before: string; after: string }

/** Two states of the bid side by side: totals first, then every line, rate and term that differs. */
export function ComparisonView({ comparison, before, after }: ComparisonViewProps) {
  const { lines, settings, terms } = comparison
  const offer = lines.filter(({ kind }) => kind === 'offer')
  const cost = lines.filter(({ kind }) => kind === 'cost')
  const isSame = lines.length + settings.length + terms.length === 0
  return (
    <>
      <Totals comparison={comparison} before={before} after={after} />
      {isSame && <p className={css.empty}>{m.version_same()}</p>}
      <Lines title={m.cost_offer_lines()} lines={offer} before={before} after={after} />
      <Lines title={m.cost_lines()} lines={cost} before={before} after={after} />
      <Fields title={m.cost_rates()} changes={settings} before={before} after={after} />
      <Fields title={m.version_terms()} changes={terms} before={before} after={after} />
    </>
  )
}

function Totals({ comparison: { totals }, before, after }: ComparisonViewProps) {
  const language = useLocale()
  return (
    <table className={css.table} aria-label={m.version_totals()}>
      <thead><tr><th scope="col">{m.version_totals()}</th><th scope="col">{before}</th><th scope="col">{after}</th><th scope="col">{m.version_difference()}</th></tr></thead>
      <tbody>
        {totals.map(({ total, before: old, after: now, difference }) => (
          <tr key={total}>
            <th scope="row">{totalName(total)}</th>
            <td>{totalText(total, old, language)}</td>
            <td>{totalText(total, now, language)}</td>
            <td className={css.difference}>{differenceText(total, difference, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Lines({ title, lines, before, after }: { title: string; lines: readonly LineChange[]; before: string; after: string }) {
  const language = useLocale()
  if (lines.length === 0) return null
  const amount = (text: string | null) => (text === null ? '—' : formatYuan(text, language))
  return (
    <table className={css.table} aria-label={title}>
      <thead><tr><th scope="col">{title}</th><th scope="col">{before}</th><th scope="col">{after}</th></tr></thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} data-change={line.change}>
            <th scope="row">
              <span className={css.change}>{changeName(line.change)}</span> {line.name === '' ? m.verdict_unnamed() : line.name}
              {line.fields.map((field) => <small key={field.field}><Change change={field} /></small>)}
            </th>
            <td>{amount(line.before)}</td>
            <td>{amount(line.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Fields({ title, changes, before, after }: { title: string; changes: readonly FieldChange[]; before: string; after: string }) {
  const language = useLocale()
  if (changes.length === 0) return null
  return (
    <table className={css.table} aria-label={title}>
      <thead><tr><th scope="col">{title}</th><th scope="col">{before}</th><th scope="col">{after}</th></tr></thead>
      <tbody>
        {changes.map(({ field, before: old, after: now }) => (
          <tr key={field}><th scope="row">{fieldName(field)}</th><td className={css.words}>{valueText(field, old, language)}</td><td className={css.words}>{valueText(field, now, language)}</td></tr>
        ))}
      </tbody>
    </table>
  )
}

function Change({ change: { field, before, after } }: { change: FieldChange }) {
  const language = useLocale()
  return <>{fieldName(field)} {valueText(field, before, language)} → {valueText(field, after, language)}</>
}
