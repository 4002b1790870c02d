import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockJump, defaultReminders, dueReminders, isClockBehind, reminderKey, type WatchedDeadline } from '#shared/reminders/reminders.ts'

const deadline = '2026-12-03T01:30:00.000Z'
const before = (hours: number, minutes = 0) => new Date(Date.parse(deadline) - (hours * 60 + minutes) * 60_000).toISOString()
const watched = (change: Partial<WatchedDeadline> = {}): WatchedDeadline => ({ tenderId: 't1', title: '智能客服', deadline, isMuted: false, ...change })
const leads = (now: string, { lastSeen = null, shown = [], list = [watched()] }: { lastSeen?: string | null; shown?: number[]; list?: WatchedDeadline[] } = {}) =>
  dueReminders(defaultReminders, list, new Set(shown.map((lead) => reminderKey({ tenderId: 't1', deadline, lead }))), lastSeen, now).map(({ lead }) => lead)

describe('reminders of a closing time', () => {
  test.each([
    ['more than 7 days before', before(7 * 24, 1), []],
    ['7 days before, to the minute', before(7 * 24), [10_080]],
    ['3 days before', before(72), [4_320]],
    ['24 hours before', before(24), [1_440]],
    ['2 hours before', before(2), [120]],
    ['a minute before', before(0, 1), [120]],
    ['at the moment itself, seen before', deadline, []],
  ])('%s', (_what, now, due) => expect(leads(now)).toEqual(due))

  test('each threshold is told once; the next one is told again', () => {
    expect(leads(before(60), { shown: [4_320] })).toEqual([])
    expect(leads(before(20), { shown: [10_080, 4_320] })).toEqual([1_440])
  })

  test('of several reached while the program was closed only the closest is told', () => {
    expect(leads(before(1), { lastSeen: before(30 * 24) })).toEqual([120])
  })

  test('a deadline that passed while the program was closed is told once, one that passed before is not', () => {
    const after = new Date(Date.parse(deadline) + 3_600_000).toISOString()
    expect(leads(after, { lastSeen: before(5) })).toEqual([0])
    expect(leads(after, { lastSeen: before(5), shown: [0] })).toEqual([])
    expect(leads(after, { lastSeen: after })).toEqual([])
    expect(leads(after)).toEqual([])
  })

  test('a deadline that was moved counts anew; a muted tender is silent; the soonest stands first', () => {
    const moved = '2026-12-03T00:30:00.000Z'
    expect(leads(before(1, 30), { shown: [120], list: [watched({ deadline: moved })] })).toEqual([120])
    expect(leads(before(1), { list: [watched({ isMuted: true })] })).toEqual([])
    const due = dueReminders(defaultReminders, [watched(), watched({ tenderId: 't2', deadline: moved })], new Set(), null, before(2))
    expect(due.map(({ tenderId }) => tenderId)).toEqual(['t2', 't1'])
  })

  test('switched off, nothing is told', () => {
    expect(dueReminders({ ...defaultReminders, isOn: false }, [watched()], new Set(), null, before(1))).toEqual([])
  })

  test('looking every minute from long before to long after tells each threshold exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 59 }), (given, offset) => {
        const shown = new Set<string>()
        const told: number[] = []
        let lastSeen: string | null = null
        for (let minute = 700 * 60 + offset; minute > -300; minute -= 60) {
          const now = new Date(Date.parse(deadline) - minute * 1000).toISOString()
          for (const due of dueReminders({ isOn: true, leads: given }, [watched()], shown, lastSeen, now)) {
            told.push(due.lead)
            shown.add(reminderKey(due))
          }
          lastSeen = now
        }
        expect(told).toEqual([...new Set(given)].toSorted((a, b) => b - a).concat(0))
      }),
    )
  })
})

describe('the computer’s clock', () => {
  test.each([
    [{ wall: 60_000, steady: 60_000 }, null],
    [{ wall: 60_000 + 120_000, steady: 60_000 }, null],
    [{ wall: 60_000 + 120_001, steady: 60_000 }, 120_001],
    [{ wall: 60_000 - 3_600_000, steady: 60_000 }, -3_600_000],
  ])('%j is a jump of %s', (after, jump) => expect(clockJump({ wall: 0, steady: 0 }, after)).toBe(jump))

  test('stands behind what was seen, beyond two minutes', () => {
    expect([isClockBehind(null, deadline), isClockBehind(deadline, deadline), isClockBehind(deadline, before(0, 2)), isClockBehind(deadline, before(0, 3))]).toEqual([false, false, false, true])
  })
})
