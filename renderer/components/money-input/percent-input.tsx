import { type KeyboardEvent, useId, useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatDecimal } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import css from '#renderer/components/money-input/money-input.module.css'

type PercentInputProps = {
  /** A fraction; null shows an empty field that takes nothing. */
  value: number | null
  label: string
  /** Limits in percent. */
  min: number
  max: number
  /** What the share comes to, in small beside it. */
  meaning: string
  onCommit: (fraction: string) => void
}

/** A large field for a share, typed and shown in percent. What cannot be read is refused in words and the old value stays. */
export function PercentInput({ value, label, min, max, meaning, onCommit }: PercentInputProps) {
  const language = useLocale()
  const [draft, setDraft] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const reasonId = useId()
  const shown = value === null ? '' : formatDecimal(new Decimal(value).times(100).toFixed(), language, 2)
  const commit = () => {
    if (draft === null) return
    setDraft(null)
    const percent = readPercent(draft)
    if (percent === null || percent.lt(min) || percent.gt(max)) return setRefused(draft.trim())
    setRefused(null)
    if (draft !== shown) onCommit(percent.div(100).toFixed())
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
    }
  }
  return (
    <div className={css.field} data-large data-refused={refused !== null || undefined}>
      <div className={css.box}>
        <span className={css.meaning}>{meaning}</span>
        <input
          className={css.input} type="text" inputMode="decimal" autoComplete="off" spellCheck={false} aria-label={label} aria-invalid={refused !== null} aria-describedby={refused === null ? undefined : reasonId}
          disabled={value === null} data-undo={draft === null ? 'bid' : undefined} value={draft ?? shown}
          onFocus={(event) => event.target.select()}
          onChange={(event) => { setDraft(event.target.value); setRefused(null) }}
          onKeyDown={onKeyDown} onBlur={commit}
        />
        <span className={css.unit} aria-hidden>%</span>
      </div>
      {refused !== null && <p className={css.reason} id={reasonId} role="alert">{m.percent_refused({ text: refused, min, max })}</p>}
    </div>
  )
}

/** '12.5', '１２.５％', '−3' and, where the comma is the point, '12,5' as percent; null for anything else. */
function readPercent(text: string): Decimal | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s%\u202f]/g, '').replace('\u2212', '-').replace(',', '.')
  return /^-?\d{1,4}(\.\d{1,6})?$/.test(plain) ? new Decimal(plain) : null
}
