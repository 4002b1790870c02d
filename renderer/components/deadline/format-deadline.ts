import { beijingParts, beijingZone, formatBeijing, formatDayWithWeekday, type Countdown } from '#shared/calendar/beijing-time.ts'
import type { Locale } from '#renderer/app/i18n.tsx'
import { m } from '#renderer/paraglide/messages.js'

/** '2026-12-03 周四 09:30（北京时间）', 'Thu 3 Dec 2026, 09:30 Beijing', 'jeu. 3 déc. 2026, 09:30 (Pékin)'. */
export function formatDeadline(instant: string, locale: Locale): string {
  if (locale === 'zh-CN') return `${formatBeijing(instant)}（北京时间）`
  const { hour, minute } = beijingParts(instant)
  const time = `${two(hour)}:${two(minute)}`
  const day = dayText(new Date(instant), locale, beijingZone)
  return locale === 'en' ? `${day}, ${time} Beijing` : `${day}, ${time} (Pékin)`
}

/** For a narrow column: '12-03 09:30', with the year when it is not `thisYear`'s. The column's header says Beijing. */
export function formatDeadlineShort(instant: string, now: string): string {
  const { day, year, hour, minute } = beijingParts(instant)
  return `${year === beijingParts(now).year ? day.slice(5) : day} ${two(hour)}:${two(minute)}`
}

/** A calendar day, or the Beijing day of an instant. */
export function formatDay(dayOrInstant: string, locale: Locale): string {
  const day = dayOrInstant.length === 10 ? dayOrInstant : beijingParts(dayOrInstant).day
  return locale === 'zh-CN' ? formatDayWithWeekday(day) : dayText(new Date(`${day}T00:00:00Z`), locale, 'UTC')
}

/** '2026-12-03 09:30' in Beijing: what a person types into a field. */
export function editableInstant(instant: string): string {
  const { day, hour, minute } = beijingParts(instant)
  return `${day} ${two(hour)}:${two(minute)}`
}

/** Time left in words: days and hours, then hours and minutes, then minutes and seconds. */
export function countdownText(left: Countdown): string {
  switch (left.kind) {
    case 'passed':
      return m.deadline_passed()
    case 'days':
      return m.deadline_days({ days: left.days, hours: left.hours })
    case 'hours':
      return m.deadline_hours({ hours: left.hours, minutes: two(left.minutes) })
    case 'seconds':
      return m.deadline_seconds({ time: `${two(left.minutes)}:${two(left.seconds)}` })
  }
}

function dayText(date: Date, locale: Locale, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'fr-FR', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(date)
  return locale === 'en' ? parts.replaceAll(',', '') : parts
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
