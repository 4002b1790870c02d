import { describe, expect, test } from 'vitest'
import { chineseWorkingDays as calendar } from '#shared/calendar/chinese-working-days.ts'
import { methodOf, tenderSchedule } from '#shared/calendar/schedule.ts'

describe('the schedule of a tender', () => {
  const tender = { track: 'government_procurement', method: '竞争性磋商', publishedAt: '2026-04-08T16:30:00.000Z', bidDeadline: '2026-04-21T01:30:00.000Z' } as const

  test('days are Beijing days: a notice of 00:30 on the 9th counts from the 9th', () => {
    expect(tenderSchedule(calendar, tender).map(({ code, day }) => `${day} ${code}`)).toEqual([
      '2026-04-14 notice-period-end',
      '2026-04-16 earliest-doc-sale-end',
      '2026-04-16 latest-clarification',
      '2026-04-19 earliest-bid-deadline',
    ])
  })

  test('a known day replaces the assumed one', () => {
    const [first] = tenderSchedule(calendar, { ...tender, publishedAt: null, bidDeadline: null }, { docSaleStart: '2026-04-10' })
    expect(first).toMatchObject({ code: 'earliest-doc-sale-end', day: '2026-04-17' })
  })

  test('a free purchase or an unknown method derives nothing', () => {
    expect(tenderSchedule(calendar, { ...tender, track: 'soe_non_mandatory' })).toEqual([])
    expect(tenderSchedule(calendar, { ...tender, method: '比选' })).toEqual([])
    expect(['公开招标', '邀请招标', '竞争性谈判', '询价采购', '框架协议', null].map(methodOf)).toEqual(['tender', 'tender', 'negotiation', 'inquiry', null, null])
  })
})
