import { Button } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { categoryName } from '#renderer/components/cost-category.ts'
import { MoneyInput } from '#renderer/components/money-input/money-input.tsx'
import { NumberField } from '#renderer/components/number-field/number-field.tsx'
import { confidenceName } from '#renderer/features/programmes/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { typedDay } from '#shared/calendar/typed-day.ts'
import { CostCategory } from '#shared/estimate/estimate.ts'
import { type Programme, ProgrammeDraft, isSecured } from '#shared/programmes/programme.ts'
import css from '#renderer/features/programmes/programmes.module.css'

type ProgrammeFormProps = { programme: Programme; today: string; onSave: (programme: Programme) => void; onRemove: () => void }

/** One programme as a form; every field is saved when it is left. */
export function ProgrammeForm({ programme, today, onSave, onRemove }: ProgrammeFormProps) {
  const put = (part: Partial<ProgrammeDraft>) => onSave({ ...programme, ...part })
  const text = (key: 'region' | 'evidence' | 'source' | 'note', label: string, isWide = false) => (
    <TextField label={label} isWide={isWide} value={programme[key] ?? ''} onCommit={(value) => { put({ [key]: value === '' && key !== 'region' ? null : value }); return null }} />
  )
  const day = (key: 'from' | 'until', label: string) => (
    <TextField
      label={label} placeholder="2026-12-31" value={programme[key] ?? ''}
      onCommit={(value) => {
        const typed = value === '' ? null : typedDay(value)
        if (value !== '' && typed === null) return m.cell_not_a_day()
        put({ [key]: typed })
        return null
      }}
    />
  )
  const money = (key: 'cap' | 'yearlyCap', label: string) => <Named label={label}><MoneyInput label={label} value={programme[key]} unit="yuan" canBeEmpty placeholder="?" onCommit={(value) => put({ [key]: value })} /></Named>
  const toggle = (category: CostCategory, isOn: boolean) => {
    const categories = CostCategory.options.filter((one) => (one === category ? isOn : programme.categories.includes(one)))
    if (categories.length > 0) put({ categories })
  }
  return (
    <section className={css.form} aria-label={programme.name}>
      <p className={css.state} data-secured={isSecured(programme, today) || undefined}>{isSecured(programme, today) ? m.programme_secured() : m.programme_not_secured()}</p>
      <div className={css.fields}>
        <TextField label={m.programme_name()} isWide value={programme.name} onCommit={(name) => { if (name !== '') put({ name }); return null }} />
        {text('region', m.programme_region())}
        <Named label={`${m.programme_share()} %`}><NumberField label={m.programme_share()} value={programme.share} min={0} max={100} isPercent canBeEmpty placeholder="?" onCommit={(share) => put({ share })} /></Named>
        {money('cap', m.programme_cap())}
        {money('yearlyCap', m.programme_yearly_cap())}
        {day('from', m.programme_from())}
        {day('until', m.programme_until())}
        <Named label={m.programme_delay()}><NumberField label={m.programme_delay()} value={programme.payoutDelayMonths === null ? null : String(programme.payoutDelayMonths)} min={0} max={240} canBeEmpty placeholder="?" onCommit={(value) => put({ payoutDelayMonths: value === null ? null : Math.round(Number(value)) })} /></Named>
        <Named label={m.programme_confidence()}>
          <select aria-label={m.programme_confidence()} value={programme.confidence} onChange={(event) => put({ confidence: ProgrammeDraft.shape.confidence.parse(event.target.value) })}>
            {ProgrammeDraft.shape.confidence.options.map((value) => <option key={value} value={value}>{confidenceName(value)}</option>)}
          </select>
        </Named>
        <fieldset className={css.categories}>
          <legend>{m.programme_categories()}</legend>
          {CostCategory.options.map((category) => (
            <label key={category}><input type="checkbox" checked={programme.categories.includes(category)} onChange={(event) => toggle(category, event.target.checked)} />{categoryName(category)}</label>
          ))}
        </fieldset>
        {text('evidence', m.programme_evidence(), true)}
        <label className={css.check}><input type="checkbox" checked={programme.isApproved} onChange={(event) => put({ isApproved: event.target.checked })} />{m.programme_approved()}</label>
        {text('source', m.programme_source(), true)}
        {text('note', m.programme_note(), true)}
      </div>
      <div className={css.foot}><Button size="xs" variant="subtle" color="red" onClick={onRemove}>{m.programme_remove()}</Button></div>
    </section>
  )
}

function Named({ label, isWide = false, children }: { label: string; isWide?: boolean; children: ReactNode }) {
  return <div className={css.field} data-wide={isWide || undefined}><span title={label}>{label}</span>{children}</div>
}

/** `onCommit` says why it does not take what was typed; null when it does. */
type TextFieldProps = { label: string; value: string; isWide?: boolean; placeholder?: string; onCommit: (value: string) => string | null }

function TextField({ label, value, isWide = false, placeholder, onCommit }: TextFieldProps) {
  const id = useId()
  const [refusal, setRefusal] = useState<string | null>(null)
  return (
    <div className={css.field} data-wide={isWide || undefined}>
      <label htmlFor={id} title={label}>{label}</label>
      <input id={id} key={value} placeholder={placeholder} defaultValue={value} maxLength={500} aria-invalid={refusal !== null || undefined} onBlur={({ target }) => setRefusal(target.value.trim() === value ? null : onCommit(target.value.trim()))} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur() }} />
      {refusal !== null && <p className={css.refusal} role="alert">{refusal}</p>}
    </div>
  )
}
