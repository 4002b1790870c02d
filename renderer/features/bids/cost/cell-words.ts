import type { Applied } from '#renderer/features/bids/grid/column.ts'
import type { Parsed, ValueRefusal } from '#renderer/features/bids/cost/cell-values.ts'
import { m } from '#renderer/paraglide/messages.js'

/** Why a cell did not take what was typed, to stand after the quoted text. */
export function refusalWords(reason: ValueRefusal): string {
  switch (reason) {
    case 'not-a-number': return m.cell_not_a_number()
    case 'negative': return m.cell_negative()
    case 'too-precise': return m.cell_too_precise()
    case 'too-large': return m.cell_too_large()
    case 'not-a-percent': return m.cell_not_a_percent()
    case 'not-a-range': return m.cell_not_a_range()
    case 'range-order': return m.cell_range_order()
    case 'not-a-day': return m.cell_not_a_day()
    case 'not-whole': return m.cell_not_whole()
  }
}

/** Puts a parsed value into the row, or says why not. */
export function take<T, Row>(parsed: Parsed<T>, put: (value: T) => Row): Applied<Row> {
  return parsed.ok ? { ok: true, row: put(parsed.value) } : { ok: false, reason: refusalWords(parsed.reason) }
}

/** The same where a value must be given. */
export function takeNeeded<T, Row>(parsed: Parsed<T | null>, put: (value: T) => Row): Applied<Row> {
  if (!parsed.ok) return { ok: false, reason: refusalWords(parsed.reason) }
  return parsed.value === null ? { ok: false, reason: m.cell_needed() } : { ok: true, row: put(parsed.value) }
}
