import { type KeyboardEvent, memo, useId, useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { fieldText } from '#renderer/components/money-input/format-money.ts'
import { type MoneyRefusal, type MoneyUnit, parseMoney } from '#renderer/components/money-input/parse-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import css from '#renderer/components/money-input/money-input.module.css'

type MoneyInputProps = {
  /** Yuan as decimal text; null shows an empty field. */
  value: string | null
  unit: MoneyUnit
  label: string
  onCommit: (amount: string | null) => void
  /** 2 for amounts, up to 6 for unit prices. */
  maxDecimals?: number
  canBeEmpty?: boolean
  /** Nothing is left to scale from a price of 0. */
  isAboveZero?: boolean
  isLarge?: boolean
  isDisabled?: boolean
  /** What holds while the field is empty. */
  placeholder?: string
}

type Refused = { text: string; reason: MoneyRefusal | 'empty' | 'zero' }

/** A field for money. Typed text is left alone until Enter or blur; what cannot be read is refused in words and the old value stays. */
export const MoneyInput = memo(function MoneyInput(props: MoneyInputProps) {
  const { value, unit, label, isLarge = false, isDisabled = false } = props
  const language = useLocale()
  const [draft, setDraft] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const reasonId = useId()
  const shown = value === null ? '' : fieldText(value, language, unit)

  const commit = () => {
    if (draft === null) return
    setDraft(null)
    const parsed = parseMoney(draft, { unit, maxDecimals: props.maxDecimals ?? 2, isDecimalComma: language === 'fr' })
    if (!parsed.ok) return setRefused({ text: draft.trim(), reason: parsed.reason })
    if (parsed.amount === null && props.canBeEmpty !== true) return setRefused({ text: '', reason: 'empty' })
    if (props.isAboveZero === true && Number(parsed.amount) === 0) return setRefused({ text: draft.trim(), reason: 'zero' })
    setRefused(null)
    if (parsed.amount !== value) props.onCommit(parsed.amount)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation()
      setDraft(null)
      setRefused(null)
    }
  }

  return (
    <div className={css.field} data-large={isLarge || undefined} data-refused={refused !== null || undefined}>
      <div className={css.box}>
        {isLarge && language !== 'fr' && <span className={css.sign} aria-hidden>¥</span>}
        <input
          className={css.input}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          aria-invalid={refused !== null}
          aria-describedby={refused === null ? undefined : reasonId}
          disabled={isDisabled}
          placeholder={props.placeholder}
          data-undo={draft === null ? 'bid' : undefined}
          value={draft ?? shown}
          onFocus={(event) => event.target.select()}
          onChange={(event) => { setDraft(event.target.value); setRefused(null) }}
          onKeyDown={onKeyDown}
          onBlur={commit}
        />
        {isLarge && <span className={css.unit} aria-hidden>{unit === 'wan' ? m.money_unit_wan() : m.money_unit_yuan()}</span>}
      </div>
      {refused !== null && <p className={css.reason} id={reasonId} role="alert">{refusalText(refused)}</p>}
    </div>
  )
})

function refusalText({ text, reason }: Refused): string {
  switch (reason) {
    case 'not-a-number': return m.money_refused_not_a_number({ text })
    case 'exponent': return m.money_refused_exponent({ text })
    case 'grouping': return m.money_refused_grouping({ text })
    case 'negative': return m.money_refused_negative({ text })
    case 'too-precise': return m.money_refused_too_precise({ text })
    case 'too-large': return m.money_refused_too_large({ text })
    case 'zero': return m.money_refused_zero()
    case 'empty': return m.money_refused_empty()
  }
}
