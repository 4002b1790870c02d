import { formatDecimal, type Language } from '#renderer/components/money-input/format-money.ts'
import { parseNumber, parsePercent, parseWhole, type Parsed } from '#renderer/features/bids/cost/cell-values.ts'
import { refusalWords, takeNeeded } from '#renderer/features/bids/cost/cell-words.ts'
import type { Applied, Choice, ChoiceColumn, TextColumn } from '#renderer/features/bids/grid/column.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'

type Head = { id: string; title: string; track: string }

/** Free text up to `max` characters; spaces around it are not part of it. */
export function textColumn<Row>(head: Head, get: (row: Row) => string | null | undefined, put: (row: Row, text: string) => Row, max = 300): TextColumn<Row> {
  return {
    ...head,
    kind: 'text',
    text: (row) => get(row) ?? '',
    draft: (row) => get(row) ?? '',
    apply: (row, text) => ({ ok: true, row: put(row, text.replaceAll(/\s+/g, ' ').trim().slice(0, max)) }),
  }
}

/** A number that must be there. */
export function numberColumn<Row>(head: Head, language: Language, get: (row: Row) => string, put: (row: Row, value: string) => Row): TextColumn<Row> {
  return {
    ...head,
    kind: 'text',
    align: 'right',
    text: (row) => plainNumber(get(row), language),
    draft: (row) => plain(get(row), language),
    apply: (row, text) => takeNeeded(number(text, language), (value) => put(row, value)),
  }
}

/** An amount of CNY that must be there, two decimals shown. */
export function amountColumn<Row>(head: Head, language: Language, get: (row: Row) => string, put: (row: Row, value: string) => Row): TextColumn<Row> {
  return {
    ...numberColumn(head, language, get, put),
    text: (row) => amountText(get(row), language),
    apply: (row, text) => {
      const parsed = number(text, language)
      if (parsed.ok && parsed.value !== null && new Decimal(parsed.value).decimalPlaces() > 2) return { ok: false, reason: refusalWords('too-precise') }
      return takeNeeded(parsed, (value) => put(row, value))
    },
  }
}

export function percentColumn<Row>(head: Head, language: Language, get: (row: Row) => string, put: (row: Row, fraction: string) => Row): TextColumn<Row> {
  return {
    ...head,
    kind: 'text',
    align: 'right',
    text: (row) => percentText(get(row), language),
    draft: (row) => percentText(get(row), language),
    apply: (row, text) => takeNeeded(parsePercent(decimalPoint(text, language)), (value) => put(row, value)),
  }
}

export function wholeColumn<Row>(head: Head, bounds: { min: number; max: number }, get: (row: Row) => number, put: (row: Row, value: number) => Row): TextColumn<Row> {
  return {
    ...head,
    kind: 'text',
    align: 'right',
    text: (row) => String(get(row)),
    draft: (row) => String(get(row)),
    apply: (row, text): Applied<Row> => takeNeeded<number, Row>(parseWhole(text, bounds.min, bounds.max), (value) => put(row, value)),
  }
}

export function choiceColumn<Row>(head: Head, choices: (row: Row) => readonly Choice[], get: (row: Row) => string, put: (row: Row, value: string) => Row): ChoiceColumn<Row> {
  return {
    ...head,
    kind: 'choice',
    choices,
    value: get,
    text: (row) => choices(row).find(({ value }) => value === get(row))?.label ?? get(row),
    apply: (row, value) => ({ ok: true, row: put(row, value) }),
  }
}

export function yesNoColumn<Row>(head: Head, get: (row: Row) => boolean, put: (row: Row, value: boolean) => Row): ChoiceColumn<Row> {
  const choices = () => [{ value: 'yes', label: m.cost_yes() }, { value: 'no', label: m.cost_no() }]
  return choiceColumn(head, choices, (row) => (get(row) ? 'yes' : 'no'), (row, value) => put(row, value === 'yes'))
}

const vatRates = ['0', '0.01', '0.03', '0.05', '0.06', '0.09', '0.13']

/** The rates in force, and the line's own where it is another. */
export function vatColumn<Row>(head: Head, language: Language, get: (row: Row) => string, put: (row: Row, rate: string) => Row): ChoiceColumn<Row> {
  const known = (row: Row) => vatRates.find((rate) => new Decimal(rate).eq(get(row)))
  const choices = (row: Row) => (known(row) === undefined ? [...vatRates, get(row)] : vatRates).map((rate) => ({ value: rate, label: percentText(rate, language) }))
  return { ...choiceColumn(head, choices, (row) => known(row) ?? get(row), put), align: 'right' }
}

/** Two decimals at least, up to the six a unit price may have. */
export function amountText(value: string, language: Language): string {
  return formatDecimal(value, language, Math.min(6, Math.max(2, new Decimal(value).decimalPlaces())))
}

/** '0.06' as '6%', with the decimals it has. */
export function percentText(fraction: string, language: Language): string {
  const percent = new Decimal(fraction).times(100)
  return `${formatDecimal(percent.toFixed(), language, percent.decimalPlaces())}${language === 'fr' ? '\u202f%' : '%'}`
}

export function plainNumber(value: string, language: Language): string {
  return formatDecimal(value, language, Math.min(6, new Decimal(value).decimalPlaces()))
}

/** A quantity as the grid shows it: no more than two decimals from 100 on, where more would not fit and say nothing. */
export function quantityText(value: string, language: Language): string {
  return new Decimal(value).lt(100) ? plainNumber(value, language) : plainNumber(new Decimal(value).toDecimalPlaces(2).toFixed(), language)
}

/** A number as typed in the language; in French a single comma is the decimal sign. */
export function number(text: string, language: Language): Parsed<string | null> {
  return parseNumber(decimalPoint(text, language))
}

export function decimalPoint(text: string, language: Language): string {
  return language === 'fr' && /^[^,.]*,[^,.]*$/.test(text) ? text.replace(',', '.') : text
}

function plain(value: string, language: Language): string {
  return language === 'fr' ? value.replace('.', ',') : value
}
