import type { ReactNode } from 'react'
import { NumberField } from '#renderer/components/number-field/number-field.tsx'
import css from '#renderer/features/sizing/sizing.module.css'

/** A named field; the name stands above it. */
export function Field({ label, isWide = false, children }: { label: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={css.field} data-wide={isWide || undefined}>
      <span title={label}>{label}</span>
      {children}
    </div>
  )
}

type NumberInputProps = { label: string; value: string; min?: number; max?: number; isPercent?: boolean; onCommit: (value: string) => void }

/** A number that must be there. */
export function NumberInput({ label, value, min = 0, max = 1e12, isPercent = false, onCommit }: NumberInputProps) {
  return (
    <Field label={isPercent ? `${label} %` : label}>
      <NumberField label={label} value={value} min={min} max={max} isPercent={isPercent} onCommit={(next) => { if (next !== null) onCommit(next) }} />
    </Field>
  )
}

type OpenInputProps = { label: string; value: string | null; min?: number; placeholder?: string; onCommit: (value: string | null) => void }

/** A number that may not be known; empty is unknown, or what `placeholder` says. */
export function OpenInput({ label, value, min = 0, placeholder = '?', onCommit }: OpenInputProps) {
  return (
    <Field label={label}>
      <NumberField label={label} value={value} min={min} max={1e12} canBeEmpty placeholder={placeholder} onCommit={onCommit} />
    </Field>
  )
}

type ChoiceProps = { label: string; value: string; isWide?: boolean; options: readonly { value: string; label: string }[]; onChange: (value: string) => void }

export function Choice({ label, value, isWide = false, options, onChange }: ChoiceProps) {
  return (
    <Field label={label} isWide={isWide}>
      <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </Field>
  )
}

/** Free text, taken when it loses the keyboard. */
export function TextInput({ label, value, isWide = false, onCommit }: { label: string; value: string; isWide?: boolean; onCommit: (value: string) => void }) {
  return (
    <Field label={label} isWide={isWide}>
      <input key={value} aria-label={label} defaultValue={value} maxLength={200} onBlur={(event) => { if (event.target.value.trim() !== value) onCommit(event.target.value.trim()) }} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur() }} />
    </Field>
  )
}
