const extended = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/i
const basic = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/i
const dayOnly = /^\d{4}-\d{2}-\d{2}$/

function offsetMinutes(zone: string | undefined): number | null {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3).replace(':', '') || '0')
  if (hours > 14 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Any ISO 8601 date or date-time as an `Instant`; without a zone it is UTC, a bare day is its first moment in its zone. Null: not such a moment. */
export function isoInstant(text: string): string | null {
  const match = extended.exec(text.trim()) ?? basic.exec(text.trim())
  if (!match) return null
  const part = (index: number) => Number(match[index] ?? '0')
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)]
  const offset = offsetMinutes(match[8])
  const isEndOfDay = hour === 24 && minute === 0 && second === 0
  if (offset === null || (hour > 23 && !isEndOfDay) || minute > 59 || second > 60) return null
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  const milliseconds = (match[7] ?? '').slice(0, 3).padEnd(3, '0')
  // Most are in UTC already, and a large import reads hundreds of thousands of them.
  if (offset === 0 && hour < 24 && second < 60) return `${match[1]}-${match[2]}-${match[3]}T${match[4] ?? '00'}:${match[5] ?? '00'}:${match[6] ?? '00'}.${milliseconds}Z`
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute - offset, second, Number(milliseconds)))
  return moment.getUTCFullYear() > 9999 || moment.getUTCFullYear() < 0 ? null : moment.toISOString()
}

/** The same, but a bare day stays a `Day`: a publication is often known to the day only. */
export function isoDayOrInstant(text: string): string | null {
  const trimmed = text.trim()
  const instant = isoInstant(trimmed)
  return instant !== null && dayOnly.test(trimmed) ? trimmed : instant
}
