import { useState } from 'react'
import { MoneyInput } from '#renderer/components/money-input/money-input.tsx'
import { parseDay, parseWhole } from '#renderer/features/bids/cost/cell-values.ts'
import { refusalWords } from '#renderer/features/bids/cost/cell-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { BidTerms } from '#shared/bids/bid.ts'
import css from '#renderer/features/bids/documents/documents.module.css'

type TermsFormProps = { terms: BidTerms; edit: (change: (terms: BidTerms) => BidTerms) => void }

/** What the forms state beside the price. A field is taken when it loses the keyboard; empty means not filled in. */
export function TermsForm({ terms, edit }: TermsFormProps) {
  const put = (change: Partial<BidTerms>) => edit((before) => ({ ...before, ...change }))
  const text = (value: string) => (value.trim() === '' ? null : value.trim())
  return (
    <section className={css.card} aria-label={m.doc_terms()}>
      <h2>{m.doc_terms()}</h2>
      <div className={css.terms}>
        <Field name="deliveryPeriod" label={m.terms_delivery()} value={terms.deliveryPeriod ?? ''} max={300} isWide onCommit={(value) => { put({ deliveryPeriod: text(value) }); return null }} />
        <Field name="warranty" label={m.terms_warranty()} value={terms.warranty ?? ''} max={300} isWide onCommit={(value) => { put({ warranty: text(value) }); return null }} />
        <Field
          name="validityDays" label={m.terms_validity()} value={terms.validityDays === null ? '' : String(terms.validityDays)} max={8}
          onCommit={(value) => {
            if (value.trim() === '') { put({ validityDays: null }); return null }
            const parsed = parseWhole(value, 1, 1000)
            if (!parsed.ok) return refusalWords(parsed.reason)
            put({ validityDays: parsed.value })
            return null
          }}
        />
        <Field
          name="signedOn" label={m.terms_signed()} value={terms.signedOn ?? ''} max={20} placeholder="2026-12-31"
          onCommit={(value) => {
            const parsed = parseDay(value)
            if (!parsed.ok) return refusalWords(parsed.reason)
            put({ signedOn: parsed.value })
            return null
          }}
        />
        <label className={css.term}>
          <span>{m.terms_bond_form()}</span>
          <select id="terms-bondForm" value={terms.bondForm ?? ''} onChange={(event) => put({ bondForm: event.target.value === '' ? null : BidTerms.shape.bondForm.parse(event.target.value) })}>
            <option value="">{m.terms_not_set()}</option>
            <option value="none">{m.bondform_none()}</option>
            <option value="transfer">{m.bondform_transfer()}</option>
            <option value="guarantee">{m.bondform_guarantee()}</option>
            <option value="cheque">{m.bondform_cheque()}</option>
          </select>
        </label>
        <div className={css.term} id="terms-bondAmount">
          <span aria-hidden>{m.terms_bond()}</span>
          <MoneyInput value={terms.bondAmount} unit="yuan" label={m.terms_bond()} canBeEmpty isDisabled={terms.bondForm === 'none'} onCommit={(bondAmount) => put({ bondAmount })} />
        </div>
        <Field name="remark" label={m.terms_remark()} value={terms.remark ?? ''} max={500} isWide onCommit={(value) => { put({ remark: text(value) }); return null }} />
      </div>
    </section>
  )
}

type FieldProps = { name: string; label: string; value: string; max: number; isWide?: boolean; placeholder?: string; onCommit: (text: string) => string | null }

/** `onCommit` gives back why the text was not taken, in words. */
function Field({ name, label, value, max, isWide = false, placeholder, onCommit }: FieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const commit = () => {
    if (draft === null) return
    setDraft(null)
    const reason = draft === value ? null : onCommit(draft)
    setRefused(reason === null ? null : m.terms_refused({ text: draft, reason }))
  }
  return (
    <label className={css.term} data-wide={isWide || undefined}>
      <span>{label}</span>
      <input
        id={`terms-${name}`}
        value={draft ?? value}
        maxLength={max}
        placeholder={placeholder ?? m.terms_not_set()}
        aria-invalid={refused !== null}
        data-undo={draft === null ? 'bid' : undefined}
        onChange={(event) => { setDraft(event.target.value); setRefused(null) }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setDraft(null)
        }}
      />
      {refused !== null && <em role="alert">{refused}</em>}
    </label>
  )
}
