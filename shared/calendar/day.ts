import { utc } from '@date-fns/utc'
import { addDays as addCalendarDays, differenceInCalendarDays, getISODay, isValid, lightFormat, parseISO } from 'date-fns'

/** Calendar days as text 'YYYY-MM-DD'. They are counted in UTC, so neither the computer's zone nor summer time is involved. */
export const msPerDay = 86_400_000

const dayPattern = /^\d{4}-\d{2}-\d{2}$/
const firstDay = parseISO('1970-01-01', { in: utc })

const dateOf = (day: string): Date | null => {
  const date = dayPattern.test(day) ? parseISO(day, { in: utc }) : null
  return date !== null && isValid(date) ? date : null
}

const requireDate = (day: string): Date => {
  const date = dateOf(day)
  if (date === null) throw new RangeError(`not a calendar day: ${day}`)
  return date
}

/** Days since 1970-01-01, or null when the text is no calendar day (2026-02-30 is none). */
export function dayNumber(day: string): number | null {
  const date = dateOf(day)
  return date === null ? null : differenceInCalendarDays(date, firstDay, { in: utc })
}

/** The calendar day of a day number. */
export function dayFromNumber(number: number): string {
  return lightFormat(addCalendarDays(firstDay, number, { in: utc }), 'yyyy-MM-dd')
}

/** The day `days` after `day` (before it when negative); the start day itself is not counted (民法典201条). Throws on a non-day. */
export function addDays(day: string, days: number): string {
  return lightFormat(addCalendarDays(requireDate(day), days, { in: utc }), 'yyyy-MM-dd')
}

/** Days from `from` to `to`, start not counted: 2026-03-02 to 2026-03-22 is 20. */
export function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(requireDate(to), requireDate(from), { in: utc })
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return getISODay(requireDate(day), { in: utc })
}

/** 1 Monday … 7 Sunday of a day number; day 0 (1970-01-01) was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return getISODay(addCalendarDays(firstDay, number, { in: utc }), { in: utc })
}
