import { Checkbox } from '@mantine/core'
import { useId, useState } from 'react'
import { MoneyInput } from '#renderer/components/money-input/money-input.tsx'
import type { BoundField } from '#renderer/features/library/fields.ts'
import { m } from '#renderer/paraglide/messages.js'
import { typedDay } from '#shared/calendar/typed-day.ts'
import type { LibraryData } from '#shared/library/item.ts'
import styles from './library.module.css'

type FieldInputProps = { field: BoundField; error: string | null; onChange: (data: LibraryData) => void }

/** One field with its name, its hint and what is wrong with it. */
export function FieldInput({ field, error, onChange }: FieldInputProps) {
  const id = useId()
  if (field.kind === 'check') return <Checkbox className={styles.check} label={field.label()} checked={field.value} onChange={(event) => onChange(field.put(event.currentTarget.checked))} />
  return (
    <div className={styles.field} data-wide={field.isWide || undefined} data-invalid={error !== null || undefined}>
      <label htmlFor={id}>{field.label()}</label>
      <Control id={id} field={field} onChange={onChange} />
      {error !== null && <em role="alert">{error}</em>}
      {field.hint !== undefined && <small>{field.hint()}</small>}
    </div>
  )
}

type ControlProps = { id: string; field: Exclude<BoundField, { kind: 'check' }>; onChange: (data: LibraryData) => void }

function Control({ id, field, onChange }: ControlProps) {
  if (field.kind === 'choice') {
    return (
      <select id={id} value={field.value ?? ''} onChange={(event) => onChange(field.put(event.target.value === '' ? null : event.target.value))}>
        {field.hasNone && <option value="">{m.lib_none_chosen()}</option>}
        {field.options().map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
    )
  }
  const put = (text: string) => onChange(field.put(text.trim() === '' ? null : text))
  if (field.kind === 'money') return <MoneyInput value={field.value} unit="yuan" label={field.label()} canBeEmpty onCommit={(amount) => onChange(field.put(amount))} />
  if (field.kind === 'area' || field.kind === 'body') return <textarea id={id} value={field.value ?? ''} rows={field.kind === 'body' ? 16 : 4} spellCheck={false} onChange={(event) => put(event.target.value)} />
  if (field.kind === 'text') return <input id={id} value={field.value ?? ''} maxLength={300} onChange={(event) => put(event.target.value)} />
  return <ReadInput id={id} kind={field.kind} value={field.value} onTake={(value) => onChange(field.put(value))} />
}

const placeholders = { day: '2026-12-31', month: '2026-11', whole: '' } as const

/** `undefined`: what was typed can't be read as that. */
function read(kind: 'day' | 'month' | 'whole', text: string): string | null | undefined {
  const bare = text.normalize('NFKC').trim()
  if (bare === '') return null
  if (kind === 'day') return typedDay(bare) ?? undefined
  if (kind === 'month') {
    const match = /^(\d{4})[-/.年]?(0?[1-9]|1[0-2])月?$/.exec(bare)
    return match === null ? undefined : `${match[1]}-${match[2]?.padStart(2, '0')}`
  }
  return /^\d{1,2}$/.test(bare) ? String(Number(bare)) : undefined
}

/** Taken when it loses the keyboard; what can't be read stays to be corrected and is said. */
function ReadInput({ id, kind, value, onTake }: { id: string; kind: 'day' | 'month' | 'whole'; value: string | null; onTake: (value: string | null) => void }) {
  const [draft, setDraft] = useState<string | null>(null)
  const isWrong = draft !== null && read(kind, draft) === undefined
  const commit = () => {
    if (draft === null) return
    const next = read(kind, draft)
    if (next === undefined) return
    setDraft(null)
    if (next !== value) onTake(next)
  }
  return (
    <>
      <input
        id={id}
        value={draft ?? value ?? ''}
        placeholder={placeholders[kind]}
        aria-invalid={isWrong}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setDraft(null)
        }}
      />
      {isWrong && <em role="alert">{kind === 'day' ? m.lib_not_a_day() : kind === 'month' ? m.lib_not_a_month() : m.lib_not_whole()}</em>}
    </>
  )
}
