import data from '#assets/calendar/cn-working-days.json' with { type: 'json' }
import { workingCalendar, WorkingDaysData } from '#shared/calendar/working-days.ts'

/** The Chinese calendar the program ships with; updated each November when the next year's notice appears. */
export const chineseWorkingDays = workingCalendar(WorkingDaysData.parse(data))
