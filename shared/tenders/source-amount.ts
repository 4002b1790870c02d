import { Decimal } from '#shared/decimal.ts'

const plainNumber = /^\+?\d{1,40}(\.\d{1,40})?([eE][+-]?\d{1,2})?$/
const wholeNumber = /^[1-9]\d{0,17}$/
const largest = new Decimal('1e18')

/** A published amount, rounded half-up to fen or cents; `null` where the source leaves it blank or puts 0 for "not stated". */
export type SourceAmount = { ok: true; amount: string | null } | { ok: false }

/** Reads an amount from structured data ("12000.00", "1.2e6"). Not ok: no number, negative, or over 18 digits. */
export function sourceAmount(text: string): SourceAmount {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: true, amount: null }
  // As most are written: there is nothing to round.
  if (wholeNumber.test(trimmed)) return { ok: true, amount: trimmed }
  if (!plainNumber.test(trimmed)) return { ok: false }
  const value = new Decimal(trimmed).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
  if (value.gte(largest)) return { ok: false }
  return { ok: true, amount: value.isZero() ? null : value.toFixed() }
}

/** A currency code as published: upper-cased, blank is unknown (null); undefined where it is no three-letter code. */
export function sourceCurrency(text: string | null): string | null | undefined {
  const code = (text ?? '').trim().toUpperCase()
  if (code === '') return null
  return /^[A-Z]{3}$/.test(code) ? code : undefined
}
