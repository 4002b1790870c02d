import { useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { Decimal } from '#shared/decimal.ts'
import css from '#renderer/components/number-field/number-field.module.css'

type NumberFieldProps = {
  /** A decimal as text; null shows an empty field. */
  value: string | null
  label: string
  min: number
  max: number
  /** Shown and typed as percent, kept as a fraction. */
  isPercent?: boolean
  canBeEmpty?: boolean
  /** What holds while the field is empty. */
  placeholder?: string
  onCommit: (value: string | null) => void
}

const plain = /^-?\d{1,13}(\.\d{1,8})?$/

/** Commas at every third digit group a number; a comma elsewhere is refused, where the language has no decimal comma. */
const grouped = /^-?\d{1,3}(,\d{3})+(?![\d,])/

/** A small number field: what is typed stays until Enter or blur; what is no number in the range is marked and not taken. */
export function NumberField({ value, label, min, max, isPercent = false, canBeEmpty = false, placeholder, onCommit }: NumberFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [isRefused, setRefused] = useState(false)
  const isDecimalComma = useLocale() === 'fr'
  const plainText = value === null ? '' : new Decimal(value).times(isPercent ? 100 : 1).toFixed()
  const shown = isDecimalComma ? plainText.replace('.', ',') : plainText
  const commit = () => {
    if (draft === null) return
    const bare = draft.normalize('NFKC').replaceAll(/[\s%]/g, '').replace('\u2212', '-')
    const text = isDecimalComma ? bare.replace(',', '.') : bare.replace(grouped, (number) => number.replaceAll(',', ''))
    if (text === '' && canBeEmpty) return take(null)
    if (!plain.test(text) || Number(text) < min || Number(text) > max) return setRefused(true)
    take(new Decimal(text).div(isPercent ? 100 : 1).toFixed())
  }
  const take = (taken: string | null) => {
    setDraft(null)
    setRefused(false)
    if (taken !== value) onCommit(taken)
  }
  return (
    <input
      className={css.number} type="text" inputMode="decimal" autoComplete="off" aria-label={label} title={label} aria-invalid={isRefused} data-undo={draft === null ? 'bid' : undefined}
      value={draft ?? shown} placeholder={placeholder}
      onFocus={(event) => event.target.select()}
      onChange={(event) => { setDraft(event.target.value); setRefused(false) }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape' && draft !== null) { event.stopPropagation(); take(value) }
      }}
      onBlur={commit}
    />
  )
}
