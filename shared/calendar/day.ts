/** Calendar days as text 'YYYY-MM-DD'; arithmetic on day numbers, so no zone and no clock is involved. */
export const msPerDay = 86_400_000

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days since 1970-01-01, or null when the text is no calendar day (2026-02-30 is none). */
export function dayNumber(day: string): number | null {
  const match = dayPattern.exec(day)
  if (match === null) return null
  const number = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / msPerDay
  return dayFromNumber(number) === day ? number : null
}

/** The calendar day of a day number. */
export function dayFromNumber(number: number): string {
  return new Date(number * msPerDay).toISOString().slice(0, 10)
}

function requireDay(day: string): number {
  const number = dayNumber(day)
  if (number === null) throw new RangeError(`not a calendar day: ${day}`)
  return number
}

/** The day `days` after `day` (before it when negative); the start day itself is not counted (民法典201条). Throws on a non-day. */
export function addDays(day: string, days: number): string {
  return dayFromNumber(requireDay(day) + days)
}

/** Days from `from` to `to`, start not counted: 2026-03-02 to 2026-03-22 is 20. */
export function daysBetween(from: string, to: string): number {
  return requireDay(to) - requireDay(from)
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(day: string): number {
  return weekdayOfNumber(requireDay(day))
}

/** 1 Monday … 7 Sunday of a day number; day 0 (1970-01-01) was a Thursday. */
export function weekdayOfNumber(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}
