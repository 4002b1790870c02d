import { Decimal } from '#shared/decimal.ts'

/** An amount as printed by the command line: two decimals, unknown is null. */
export function money(amount: string | null): string | null {
  return amount === null ? null : new Decimal(amount).toFixed(2)
}

const BEIJING_OFFSET_MS = 8 * 3600 * 1000

/** An instant in Beijing time, '2026-12-03T09:30:00+08:00'. */
export function beijingIso(instant: string | null): string | null {
  if (instant === null) return null
  return `${new Date(Date.parse(instant) + BEIJING_OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}

/** A day stays a day; an instant is given in Beijing time. */
export function beijingIsoOrDay(value: string | null): string | null {
  return value !== null && value.length > 10 ? beijingIso(value) : value
}
