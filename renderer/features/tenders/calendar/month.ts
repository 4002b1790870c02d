import { addDays, weekdayOf } from '#shared/calendar/day.ts'

/** The six weeks, Monday first, that show a month ('YYYY-MM'). */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const monday = addDays(first, 1 - weekdayOf(first))
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, day) => addDays(monday, week * 7 + day)))
}

/** The month before (-1) or after (1) a month ('YYYY-MM'). */
export function neighbour(month: string, step: -1 | 1): string {
  return addDays(`${month}-15`, step * 30).slice(0, 7)
}
