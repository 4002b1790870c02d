import { z } from 'zod'
import { addDays, dayFromNumber, dayNumber, daysBetween, weekdayOf } from '#shared/calendar/day.ts'
import { Day } from '#shared/time.ts'

/** The State Council's holiday notices, one entry a year: spans of days off and weekends worked instead. */
export const WorkingDaysData = z.object({
  lastChecked: Day,
  years: z.array(
    z.object({
      year: z.int().min(2000).max(2200),
      notice: z.url(),
      holidays: z.array(z.object({ name: z.string().min(1), from: Day, to: Day })),
      workingWeekends: z.array(Day),
    }),
  ),
})
export type WorkingDaysData = z.infer<typeof WorkingDaysData>

/** Which days are worked. A year without a notice counts weekends only, and every result that touches it says so. */
export type WorkingCalendar = {
  announcedYears: ReadonlySet<number>
  offDays: ReadonlySet<string>
  workingWeekends: ReadonlySet<string>
}

/** Indexes the holiday notices for look-up. */
export function workingCalendar(data: WorkingDaysData): WorkingCalendar {
  const spans = data.years.flatMap(({ holidays }) => holidays)
  return {
    announcedYears: new Set(data.years.map(({ year }) => year)),
    offDays: new Set(spans.flatMap(({ from, to }) => daysFromTo(from, to))),
    workingWeekends: new Set(data.years.flatMap(({ workingWeekends }) => workingWeekends)),
  }
}

/** Monday to Friday minus days off, plus weekends worked instead. */
export function isWorkingDay(calendar: WorkingCalendar, day: string): boolean {
  if (calendar.offDays.has(day)) return false
  return weekdayOf(day) <= 5 || calendar.workingWeekends.has(day)
}

/**
 * The `count`-th working day after `day` (before it when negative); `day` itself is not counted (民法典201条).
 * 0 returns `day`. Ask `unannouncedYears` whether the result can be relied on.
 */
export function addWorkingDays(calendar: WorkingCalendar, day: string, count: number): string {
  const step = count < 0 ? -1 : 1
  let current = day
  for (let left = Math.abs(count); left > 0; ) {
    current = addDays(current, step)
    if (isWorkingDay(calendar, current)) left -= 1
  }
  return current
}

/** A period that would end on a statutory holiday ends on the day after the holiday (民法典203条). Plain weekends stay. */
export function rollPastHoliday(calendar: WorkingCalendar, day: string): string {
  let current = day
  while (calendar.offDays.has(current)) current = addDays(current, 1)
  return current
}

/** Years of the span whose holidays nobody has announced (to our knowledge): the count may be wrong there. */
export function unannouncedYears(calendar: WorkingCalendar, from: string, to: string): number[] {
  const [first, last] = from <= to ? [from, to] : [to, from]
  const years: number[] = []
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    if (!calendar.announcedYears.has(year)) years.push(year)
  }
  return years
}

function daysFromTo(from: string, to: string): string[] {
  const start = dayNumber(from)
  const length = daysBetween(from, to) + 1
  return start === null || length <= 0 ? [] : Array.from({ length }, (_, index) => dayFromNumber(start + index))
}
