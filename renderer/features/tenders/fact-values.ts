import { editableInstant, formatDay, formatDeadline } from '#renderer/components/deadline/format-deadline.ts'
import { parseMoney } from '#renderer/components/money-input/parse-money.ts'
import { amountText, type AmountStyle } from '#renderer/features/tenders/amount.ts'
import { m } from '#renderer/paraglide/messages.js'
import { dayNumber } from '#shared/calendar/day.ts'
import { momentsIn } from '#shared/tenders/notice/moments.ts'
import type { TenderField } from '#shared/tenders/tender.ts'

type Kind = 'text' | 'money' | 'instant' | 'day'

export function kindOf(field: TenderField): Kind {
  if (field === 'budget' || field === 'ceiling') return 'money'
  if (field === 'bidDeadline' || field === 'openingTime') return 'instant'
  return field === 'publishedAt' ? 'day' : 'text'
}

/** A fact as it is read. */
export function shownFact(field: TenderField, value: string, currency: string | null, style: AmountStyle): string {
  switch (kindOf(field)) {
    case 'money':
      return amountText(value, currency, { ...style, unit: 'yuan' })
    case 'instant':
      return formatDeadline(value, style.locale)
    case 'day':
      return value.length === 10 ? formatDay(value, style.locale) : formatDeadline(value, style.locale)
    case 'text':
      return value
  }
}

/** A fact as it is typed. */
export function editableFact(field: TenderField, value: string | null): string {
  if (value === null) return ''
  const isInstant = kindOf(field) === 'instant' || (kindOf(field) === 'day' && value.length > 10)
  return isInstant ? editableInstant(value) : value
}

export type TypedFact = { ok: true; value: string | null } | { ok: false; problem: string }

/** Reads what a person typed: amounts with 万 and full-width digits, moments as Beijing time. Empty means unknown. */
export function typedFact(field: TenderField, typed: string, isDecimalComma: boolean): TypedFact {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return field === 'title' ? { ok: false, problem: m.fact_title_needed() } : { ok: true, value: null }
  switch (kindOf(field)) {
    case 'money': {
      const parsed = parseMoney(typed, { unit: 'yuan', maxDecimals: 2, isDecimalComma })
      return parsed.ok ? { ok: true, value: parsed.amount } : { ok: false, problem: m.fact_amount_unreadable() }
    }
    case 'instant':
      return typedInstant(text)
    case 'day':
      return dayNumber(text) === null ? typedInstant(text) : { ok: true, value: text }
    case 'text':
      return { ok: true, value: typed.trim() }
  }
}

/** A moment as people type it or copy it from a notice: "2026-12-03 09:30", "2026年12月3日上午9时30分（北京时间）". */
export function typedInstant(typed: string): TypedFact {
  const text = typed.normalize('NFKC').replace(/\s*(\(?北京时间\)?)?\s*前?$/, '').trim()
  const [moment] = momentsIn({ plain: text }, { start: 0, end: text.length })
  if (moment === undefined || moment.span.end - moment.span.start !== text.length) return { ok: false, problem: m.fact_moment_unreadable() }
  return moment.hasTime ? { ok: true, value: new Date(moment.at).toISOString() } : { ok: false, problem: m.fact_time_needed() }
}
