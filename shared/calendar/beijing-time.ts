import { addDays, dayFromNumber, dayNumber, msPerDay, weekdayOfNumber } from '#shared/calendar/day.ts'

/** The zone every Chinese notice means. China has kept +08:00 without summer time since 1992. */
export const beijingZone = 'Asia/Shanghai'
const offsetMs = 8 * 3_600_000
const secondMs = 1000
const minuteMs = 60_000
const hourMs = 3_600_000

export type BeijingParts = {
  /** Calendar day in Beijing, 'YYYY-MM-DD'. */
  day: string
  year: number
  /** 1–12 */
  month: number
  dayOfMonth: number
  /** 1 Monday … 7 Sunday */
  weekday: number
  hour: number
  minute: number
  second: number
}

const chineseWeekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** A moment as the clock in Beijing shows it. Throws when `instant` is no ISO instant. */
export function beijingParts(instant: string): BeijingParts {
  const shifted = new Date(Date.parse(instant) + offsetMs)
  const text = shifted.toISOString()
  const number = Math.floor(shifted.getTime() / msPerDay)
  return {
    day: dayFromNumber(number),
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    dayOfMonth: shifted.getUTCDate(),
    weekday: weekdayOfNumber(number),
    hour: Number(text.slice(11, 13)),
    minute: Number(text.slice(14, 16)),
    second: Number(text.slice(17, 19)),
  }
}

/** The calendar day a moment falls on in Beijing. */
export function beijingDay(instant: string): string {
  return beijingParts(instant).day
}

/** 'YYYY-MM-DD 周四 09:30': how the window shows a closing time (minute precision). */
export function formatBeijing(instant: string): string {
  const parts = beijingParts(instant)
  return `${formatDayWithWeekday(parts.day)} ${two(parts.hour)}:${two(parts.minute)}`
}

/** 'YYYY-MM-DD 周四' of a calendar day. */
export function formatDayWithWeekday(day: string): string {
  const number = dayNumber(day)
  if (number === null) throw new RangeError(`not a calendar day: ${day}`)
  return `${day} ${chineseWeekdays[weekdayOfNumber(number) - 1] ?? ''}`
}

/** The same moment as ISO 8601 with +08:00, as the command line prints it: '2026-12-03T09:30:00+08:00'. */
export function toBeijingIso(instant: string): string {
  return `${new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 19)}+08:00`
}

/**
 * The instant of a wall clock in Beijing, e.g. ('2026-12-03', '09:30'); null when day or time do not exist.
 * '24:00' is the midnight that ends the day, as notices write it.
 */
export function instantFromBeijing(day: string, time: string): string | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(time)
  const number = dayNumber(day)
  if (match === null || number === null) return null
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? '0')]
  const isEndOfDay = hour === 24 && minute === 0 && second === 0
  if ((hour > 23 && !isEndOfDay) || minute > 59 || second > 59) return null
  return new Date(number * msPerDay + hour * hourMs + minute * minuteMs + second * secondMs - offsetMs).toISOString()
}

/** Text with any UTC offset ('…+08:00', '…Z') as a stored instant (UTC, milliseconds); null when it is none. */
export function normaliseInstant(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text) || dayNumber(text.slice(0, 10)) === null) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

/** The instant at which a Beijing calendar day begins. */
export function startOfBeijingDay(day: string): string {
  const instant = instantFromBeijing(day, '00:00')
  if (instant === null) throw new RangeError(`not a calendar day: ${day}`)
  return instant
}

/** The instant at which a Beijing calendar day is over. */
export function endOfBeijingDay(day: string): string {
  return startOfBeijingDay(addDays(day, 1))
}

export type Countdown =
  | { kind: 'passed' }
  /** more than 48 h left */
  | { kind: 'days'; days: number; hours: number }
  /** 48 h or less */
  | { kind: 'hours'; hours: number; minutes: number }
  /** 2 h or less: shown mm:ss, minutes up to 120 */
  | { kind: 'seconds'; minutes: number; seconds: number }

/** Time left until `deadline`; '09:30' means before 09:30:00, so the moment itself is already too late. */
export function countdown(deadline: string, now: string): Countdown {
  const left = Date.parse(deadline) - Date.parse(now)
  if (left <= 0) return { kind: 'passed' }
  if (left > 48 * hourMs) return { kind: 'days', days: Math.floor(left / msPerDay), hours: Math.floor((left % msPerDay) / hourMs) }
  if (left > 2 * hourMs) return { kind: 'hours', hours: Math.floor(left / hourMs), minutes: Math.floor((left % hourMs) / minuteMs) }
  return { kind: 'seconds', minutes: Math.floor(left / minuteMs), seconds: Math.floor((left % minuteMs) / secondMs) }
}

export type Urgency = 'neutral' | 'soon' | 'urgent' | 'passed'

/** How loud a deadline is shown: ≤ 72 h soon (amber), ≤ 24 h urgent (red), over: passed. */
export function urgency(deadline: string, now: string): Urgency {
  const left = Date.parse(deadline) - Date.parse(now)
  if (left <= 0) return 'passed'
  if (left <= 24 * hourMs) return 'urgent'
  return left <= 72 * hourMs ? 'soon' : 'neutral'
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
