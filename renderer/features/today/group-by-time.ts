import { beijingDay, endOfBeijingDay } from '#shared/calendar/beijing-time.ts'
import { addDays, weekdayOf } from '#shared/calendar/day.ts'

export type Span = 'hours' | 'week' | 'later'
const hours48 = 48 * 3_600_000

/** Within 48 hours, by the end of this week in Beijing (Sunday), or later. */
export function spanOf(deadline: string, now: string): Span {
  if (Date.parse(deadline) - Date.parse(now) <= hours48) return 'hours'
  const today = beijingDay(now)
  return deadline < endOfBeijingDay(addDays(today, 7 - weekdayOf(today))) ? 'week' : 'later'
}

/** Today and the six days after it in Beijing, each with how many of the moments fall on it. */
export function weekAhead(moments: readonly (string | null)[], now: string): { day: string; count: number }[] {
  const days = moments.filter((moment) => moment !== null).map(beijingDay)
  return Array.from({ length: 7 }, (_, at) => addDays(beijingDay(now), at)).map((day) => ({ day, count: days.filter((each) => each === day).length }))
}
