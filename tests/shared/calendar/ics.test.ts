import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { icsText, type CalendarEntry } from '#shared/calendar/ics.ts'

const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({ uid: 't1-bid-deadline@bidwright.invalid', at: '2026-12-03T01:30:00.000Z', summary: '投标截止: 智能客服', description: '', alarms: [], ...change })
const stamp = '2026-11-22T02:00:00.000Z'
const octets = (text: string) => new TextEncoder().encode(text).length
const unfold = (text: string) => text.replaceAll('\r\n ', '')

describe('a calendar file (RFC 5545)', () => {
  test('holds Beijing time with its zone, a UID that stays, and alarms before', () => {
    const text = icsText([entry({ alarms: [1440, 120], description: '第一行\n第二行' })], stamp)
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Bidwright//Tender calendar//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
      'BEGIN:VTIMEZONE', 'TZID:Asia/Shanghai', 'BEGIN:STANDARD', 'DTSTART:19920101T000000', 'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE',
      'BEGIN:VEVENT', 'UID:t1-bid-deadline@bidwright.invalid', 'DTSTAMP:20261122T020000Z', 'DTSTART;TZID=Asia/Shanghai:20261203T093000',
      'SUMMARY:投标截止: 智能客服', String.raw`DESCRIPTION:第一行\n第二行`, 'TRANSP:TRANSPARENT',
      'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT1440M', 'DESCRIPTION:投标截止: 智能客服', 'END:VALARM',
      'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT120M', 'DESCRIPTION:投标截止: 智能客服', 'END:VALARM',
      'END:VEVENT', 'END:VCALENDAR', '',
    ])
  })

  test('a day without an hour is a whole day, which ends on the next', () => {
    const text = icsText([entry({ at: '2026-12-31', alarms: [120] })], stamp)
    expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
    expect(text).not.toContain('VALARM')
  })

  test('commas, semicolons and backslashes are text', () => {
    expect(icsText([entry({ summary: String.raw`a,b;c\d` })], stamp)).toContain(String.raw`SUMMARY:a\,b\;c\\d`)
  })

  test('no line is longer than 75 octets or cut inside a character, and nothing is lost, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), (summary, description) => {
        const text = icsText([entry({ summary, description })], stamp)
        for (const line of text.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75)
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        expect(text).not.toContain('\uFFFD')
        const plain = summary.replaceAll(/\p{Cc}/gu, ' ')
        const line = unfold(text).split('\r\n').find((each) => each.startsWith('SUMMARY:')) ?? ''
        if (!/[\r\n\\]/.test(summary)) expect(line.slice(8).replaceAll(/\\([,;])/g, '$1')).toBe(plain)
      }),
    )
  })
})
