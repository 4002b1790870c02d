import { typedInstant } from '#renderer/features/tenders/fact-values.ts'
import { editableInstant } from '#renderer/components/deadline/format-deadline.ts'
import { parseMoney } from '#renderer/components/money-input/parse-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import { dayNumber } from '#shared/calendar/day.ts'
import { Decimal } from '#shared/decimal.ts'
import { KnownDates } from '#shared/schedule/known-dates.ts'

export type DateField = Exclude<keyof KnownDates, 'buyerKind' | 'isPayWhenPaid'>
type Kind = 'day' | 'moment' | 'days' | 'money' | 'rate'

/** The fields of the form, in the order things happen. */
export const dateGroups = {
  documents: ['docSaleFrom', 'docSaleTo', 'docReceived', 'questionsUntil', 'bondArrivesBy', 'bondValidUntil', 'validityDays'],
  result: ['reportReceived', 'candidatesPublished', 'candidatesPublicityEnd', 'resultPublished', 'awardNotice', 'contractSigned'],
  payment: ['delivered', 'acceptanceAgreedBy', 'accepted', 'invoiceDue', 'paymentDays', 'contractAmount', 'lateRate', 'oneYearLpr', 'paid'],
} as const satisfies Record<string, readonly DateField[]>

export function dateFieldName(field: DateField): string {
  switch (field) {
    case 'docSaleFrom': return m.date_doc_sale_from()
    case 'docSaleTo': return m.date_doc_sale_to()
    case 'docReceived': return m.date_doc_received()
    case 'questionsUntil': return m.date_questions_until()
    case 'bondArrivesBy': return m.date_bond_arrives_by()
    case 'bondValidUntil': return m.date_bond_valid_until()
    case 'validityDays': return m.date_validity_days()
    case 'reportReceived': return m.date_report_received()
    case 'candidatesPublished': return m.date_candidates_published()
    case 'candidatesPublicityEnd': return m.date_candidates_publicity_end()
    case 'resultPublished': return m.date_result_published()
    case 'awardNotice': return m.date_award_notice()
    case 'contractSigned': return m.date_contract_signed()
    case 'delivered': return m.date_delivered()
    case 'acceptanceAgreedBy': return m.date_acceptance_agreed_by()
    case 'accepted': return m.date_accepted()
    case 'invoiceDue': return m.date_invoice_due()
    case 'paymentDays': return m.date_payment_days()
    case 'contractAmount': return m.date_contract_amount()
    case 'lateRate': return m.date_late_rate()
    case 'oneYearLpr': return m.date_lpr()
    case 'paid': return m.date_paid()
  }
}

function kindOf(field: DateField): Kind {
  if (field === 'docSaleTo' || field === 'questionsUntil' || field === 'bondArrivesBy') return 'moment'
  if (field === 'validityDays' || field === 'paymentDays') return 'days'
  if (field === 'contractAmount') return 'money'
  return field === 'lateRate' || field === 'oneYearLpr' ? 'rate' : 'day'
}

/** A field as it is typed. */
export function shownDate(field: DateField, known: KnownDates): string {
  const value = known[field]
  if (value === null) return ''
  const kind = kindOf(field)
  if (kind === 'moment') return editableInstant(String(value))
  return kind === 'rate' ? new Decimal(value).times(100).toString() : String(value)
}

type Read = { ok: true; value: string | number | null } | { ok: false; problem: string }

function readField(field: DateField, typed: string, isDecimalComma: boolean): Read {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return { ok: true, value: null }
  switch (kindOf(field)) {
    case 'moment':
      return typedInstant(text)
    case 'money': {
      const parsed = parseMoney(typed, { unit: 'yuan', maxDecimals: 2, isDecimalComma })
      return parsed.ok ? { ok: true, value: parsed.amount } : { ok: false, problem: m.fact_amount_unreadable() }
    }
    case 'days':
      return /^\d{1,4}$/.test(text) ? { ok: true, value: Number(text) } : { ok: false, problem: m.dates_number_unreadable() }
    case 'rate': {
      const percent = text.replace(/%$/, '').replace(',', '.')
      return /^\d{1,2}(\.\d{1,6})?$/.test(percent) ? { ok: true, value: new Decimal(percent).div(100).toString() } : { ok: false, problem: m.dates_rate_unreadable() }
    }
    case 'day': {
      const day = text.replaceAll(/[/.年月]/g, '-').replace(/日$/, '').replaceAll(/-(\d)(?=-|$)/g, '-0$1')
      return dayNumber(day) === null ? { ok: false, problem: m.dates_day_unreadable() } : { ok: true, value: day }
    }
  }
}

export type TypedDates = Record<DateField, string>
export type ReadDates = { known: KnownDates | null; problems: Partial<Record<DateField, string>> }

/** Everything typed, read at once; `known` is null while a field cannot be read. */
export function readDates(typed: TypedDates, rest: Pick<KnownDates, 'buyerKind' | 'isPayWhenPaid'>, isDecimalComma: boolean): ReadDates {
  const problems: ReadDates['problems'] = {}
  const values: Record<string, unknown> = { ...rest }
  for (const field of Object.values(dateGroups).flat()) {
    const read = readField(field, typed[field], isDecimalComma)
    if (read.ok) values[field] = read.value
    else problems[field] = read.problem
  }
  return { known: Object.keys(problems).length > 0 ? null : KnownDates.parse(values), problems }
}
