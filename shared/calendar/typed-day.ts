import { dayNumber } from '#shared/calendar/day.ts'

/** '2026-12-31', '2026/12/31', '20261231', '2026年12月31日' as a day; null when it is none. */
export function typedDay(text: string): string | null {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text.normalize('NFKC').trim())
  if (match === null) return null
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  return dayNumber(day) === null ? null : day
}
