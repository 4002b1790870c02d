import { useLocale } from '#renderer/app/i18n.tsx'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { fieldsOf, presetIds, presetName, presetOf, startOf, withField } from '#renderer/features/contests/formula-fields.ts'
import { NumberField } from '#renderer/components/number-field/number-field.tsx'
import { FoundWords } from '#renderer/features/contests/found-words.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { BidContest } from '#shared/contests/bid-contest.ts'
import type { ContestModel } from '#shared/contests/contest-model.ts'
import { formulaWarnings } from '#shared/pricing/rule-pack.ts'
import css from '#renderer/features/contests/contests.module.css'

type FormulaPanelProps = { model: ContestModel; own: string; change: (change: (contest: BidContest) => BidContest) => void }

/** How the price is scored: as the document says where it does, else as usual for its law, and open to change. */
export function FormulaPanel({ model, own, change }: FormulaPanelProps) {
  useLocale()
  const { formula, assumed, proposed, reading, rules: { pack } } = model
  const set = (next: BidContest['formula']) => change((contest) => ({ ...contest, formula: next }))
  const origin = assumed.formula !== null ? m.contest_formula_own() : originText(proposed?.from ?? null)
  const chosen = presetIds.find((id) => formula !== null && presetOf(formula) === id)
  return (
    <Panel title={m.contest_formula()} hint={origin}>
      <div className={css.row}>
        <label>
          <span>{m.contest_formula_kind()}</span>
          <select
            className={css.select} value={chosen ?? ''}
            onChange={({ target: { value } }) => { const id = presetIds.find((known) => known === value); if (id !== undefined) set(startOf(id, formula, own)) }}
          >
            {chosen === undefined && <option value="">—</option>}
            {presetIds.map((id) => <option key={id} value={id}>{presetName(id)}</option>)}
          </select>
        </label>
        {assumed.formula !== null && proposed !== null && <button type="button" className={css.link} onClick={() => set(null)}>{m.contest_formula_reset()}</button>}
      </div>
      {formula !== null && (
        <div className={css.row}>
          {fieldsOf(formula).map(({ key, value, label, isPercent, min, max }) => (
            <label key={`${formula.kind}${key}`}>
              <span>{label}</span>
              <NumberField value={value} label={label} isPercent={isPercent} min={min} max={max} onCommit={(next) => { if (next !== null) set(withField(formula, key, next)) }} />
              {isPercent && <span className={css.unit}>%</span>}
            </label>
          ))}
        </div>
      )}
      <FoundWords label={m.contest_formula_found()} source={model.formulaSource} words={reading.found.map(({ text, start, end }) => ({ text, start, end, title: text }))} />
      {formula?.kind === 'lowest-evaluated' && <p className={css.note}>{m.contest_lowest_wins()}</p>}
      {pack !== null && formula !== null && formulaWarnings(pack, formula, assumed.category).map((warning) => (
        <p key={warning} className={css.warning} role="status">
          {warning === 'formula-not-allowed' ? m.contest_warn_formula({ article: pack.price.article }) : m.contest_warn_weight({ points: pack.price.leastPoints?.[assumed.category] ?? '', article: pack.price.article })}
        </p>
      ))}
    </Panel>
  )
}

function originText(from: 'document' | 'partly' | 'pack' | null): string {
  switch (from) {
    case 'document': return m.contest_formula_document()
    case 'partly': return m.contest_formula_partly()
    case 'pack': return m.contest_formula_pack()
    case null: return m.contest_formula_unknown()
  }
}
