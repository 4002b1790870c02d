import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beijingDay, beijingParts, countdown, formatBeijing, instantFromBeijing, normaliseInstant, startOfBeijingDay, endOfBeijingDay, toBeijingIso, urgency } from '#shared/calendar/beijing-time.ts'

describe('beijing time', () => {
  test('a closing time reads as day, weekday and minute in Beijing', () => {
    expect(formatBeijing('2026-12-03T01:30:00.000Z')).toBe('2026-12-03 周四 09:30')
    expect(formatBeijing('2026-12-31T16:00:00.000Z')).toBe('2027-01-01 周五 00:00')
  })

  test('the parts carry what any locale needs', () => {
    expect(beijingParts('2026-12-06T17:05:09.000Z')).toEqual({ day: '2026-12-07', year: 2026, month: 12, dayOfMonth: 7, weekday: 1, hour: 1, minute: 5, second: 9 })
  })

  test('the command line writes +08:00', () => {
    expect(toBeijingIso('2026-12-03T01:30:00.000Z')).toBe('2026-12-03T09:30:00+08:00')
  })

  test.each([
    ['2026-12-03', '09:30', '2026-12-03T01:30:00.000Z'],
    ['2026-12-03', '9:30', '2026-12-03T01:30:00.000Z'],
    ['2026-12-03', '24:00', '2026-12-03T16:00:00.000Z'],
    ['2026-12-03', '24:01', null],
    ['2026-02-30', '09:30', null],
    ['2026-12-03', '09:60', null],
  ])('the wall clock %s %s in Beijing is %s', (day, time, expected) => {
    expect(instantFromBeijing(day, time)).toBe(expected)
  })

  test('a text with an offset becomes the stored form, one without is refused', () => {
    expect(normaliseInstant('2026-12-03T09:30:00+08:00')).toBe('2026-12-03T01:30:00.000Z')
    expect(normaliseInstant('2026-12-03T09:30:00')).toBeNull()
    expect(normaliseInstant('2026-02-30T09:30:00+08:00')).toBeNull()
  })

  test('a Beijing day lasts from midnight to midnight in Beijing', () => {
    expect([startOfBeijingDay('2026-12-03'), endOfBeijingDay('2026-12-03')]).toEqual(['2026-12-02T16:00:00.000Z', '2026-12-03T16:00:00.000Z'])
  })

  test.each([
    ['2026-12-01T01:29:59.000Z', { kind: 'days', days: 2, hours: 0 }],
    ['2026-12-01T01:30:00.000Z', { kind: 'hours', hours: 48, minutes: 0 }],
    ['2026-12-02T23:29:00.000Z', { kind: 'hours', hours: 2, minutes: 1 }],
    ['2026-12-02T23:30:00.000Z', { kind: 'seconds', minutes: 120, seconds: 0 }],
    ['2026-12-03T01:29:58.500Z', { kind: 'seconds', minutes: 0, seconds: 1 }],
    ['2026-12-03T01:30:00.000Z', { kind: 'passed' }],
  ])('at %s the countdown to 09:30 shows %j', (now, expected) => {
    expect(countdown('2026-12-03T01:30:00.000Z', now)).toEqual(expected)
  })

  test('a deadline grows louder at 72 and 24 hours', () => {
    const before = ['2026-11-20T01:30:00.000Z', '2026-11-30T01:29:59.000Z', '2026-11-30T01:30:00.000Z', '2026-12-02T01:30:00.000Z', '2026-12-03T01:30:00.000Z']
    expect(before.map((now) => urgency('2026-12-03T01:30:00.000Z', now))).toEqual(['neutral', 'neutral', 'soon', 'urgent', 'passed'])
  })

  test('every minute survives the way to Beijing and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 66_000_000 }), (minutes) => {
        const instant = new Date(minutes * 60_000).toISOString()
        const { hour, minute } = beijingParts(instant)
        expect(instantFromBeijing(beijingDay(instant), `${hour}:${String(minute).padStart(2, '0')}`)).toBe(instant)
      }),
    )
  })
})
