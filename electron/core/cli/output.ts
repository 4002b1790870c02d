import { toBeijingIso } from '#shared/calendar/beijing-time.ts'
import { Decimal } from '#shared/decimal.ts'

/** An amount as printed by the command line: two decimals, unknown is null. */
export function money(amount: string | null): string | null {
  return amount === null ? null : new Decimal(amount).toFixed(2)
}

/** An instant in Beijing time, '2026-12-03T09:30:00+08:00'. */
export function beijingIso(instant: string | null): string | null {
  return instant === null ? null : toBeijingIso(instant)
}

/** A day stays a day; an instant is given in Beijing time. */
export function beijingIsoOrDay(value: string | null): string | null {
  return value !== null && value.length > 10 ? beijingIso(value) : value
}
