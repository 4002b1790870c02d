import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chineseWorkingDays as calendar } from '#shared/calendar/chinese-working-days.ts'
import { dayFromNumber } from '#shared/calendar/day.ts'
import { addWorkingDays, isWorkingDay, rollPastHoliday, unannouncedYears } from '#shared/calendar/working-days.ts'
import { readFixture } from './read-fixture.ts'

const deadlines = readFixture('deadlines.json', z.object({ is_workday: z.array(z.object({ date: z.string(), work: z.boolean() })), off_days_2026: z.array(z.string()), work_weekends_2026: z.array(z.string()) }))

const day = fc.integer({ min: 19_723, max: 20_818 }).map(dayFromNumber)
const workingDay = day.filter((d) => isWorkingDay(calendar, d))
const count = fc.integer({ min: 0, max: 60 })

describe('working days', () => {
  test.each(deadlines.is_workday)('$date is worked: $work', ({ date, work }) => {
    expect(isWorkingDay(calendar, date)).toBe(work)
  })

  test('every day off and every working weekend of 2026 is in the table', () => {
    expect([...calendar.offDays].filter((d) => d.startsWith('2026')).sort()).toEqual(deadlines.off_days_2026)
    expect([...calendar.workingWeekends].filter((d) => d.startsWith('2026')).sort()).toEqual(deadlines.work_weekends_2026)
  })

  test('a period ending in the Spring Festival ends the day after it, one ending on a Saturday stays', () => {
    expect(rollPastHoliday(calendar, '2026-02-16')).toBe('2026-02-24')
    expect(rollPastHoliday(calendar, '2026-06-06')).toBe('2026-06-06')
  })

  test('2027 is not announced, so a span that reaches it says so', () => {
    expect(unannouncedYears(calendar, '2026-11-22', '2026-12-31')).toEqual([])
    expect(unannouncedYears(calendar, '2026-12-28', '2027-01-11')).toEqual([2027])
  })

  test('adding working days and taking them off again returns to the working day', () => {
    fc.assert(
      fc.property(workingDay, count, (d, n) => {
        expect(addWorkingDays(calendar, addWorkingDays(calendar, d, n), -n)).toBe(d)
      }),
    )
  })

  test('a later start or more days never end earlier', () => {
    fc.assert(
      fc.property(day, day, count, count, (a, b, n, m) => {
        const [first, last] = a <= b ? [a, b] : [b, a]
        expect(addWorkingDays(calendar, first, n) <= addWorkingDays(calendar, last, n)).toBe(true)
        expect(addWorkingDays(calendar, a, Math.min(n, m)) <= addWorkingDays(calendar, a, Math.max(n, m))).toBe(true)
      }),
    )
  })

  const published = new URL('../../../../shared/data/cn_calendar/holiday-cn/', import.meta.url)
  const Published = z.object({ days: z.array(z.object({ date: z.string(), isOffDay: z.boolean() })) })
  test.skipIf(!existsSync(published)).each(['2023', '2024', '2025', '2026'])('%s agrees with a published table (skipped without the data folder)', (year) => {
    const { days } = Published.parse(JSON.parse(readFileSync(new URL(`${year}.json`, published), 'utf8')))
    expect(days.filter(({ date, isOffDay }) => isWorkingDay(calendar, date) === isOffDay)).toEqual([])
    const own = [...calendar.offDays, ...calendar.workingWeekends].filter((d) => d.startsWith(year)).sort()
    expect(own).toEqual(days.map(({ date }) => date).filter((d) => d.startsWith(year)).sort())
  })
})
