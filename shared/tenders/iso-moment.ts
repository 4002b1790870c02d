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

/** Any ISO 8601 date or date-time as an `Instant`; without a zone it is UTC, a bare day is its first moment in its zone. Null: not such a moment. */
export function isoInstant(text: string): string | null {
  const match = extended.exec(text.trim()) ?? basic.exec(text.trim())
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? '0'))
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined || second === undefined) return null
  const offset = offsetMinutes(match[8])
  const isEndOfDay = hour === 24 && minute === 0 && second === 0
  if (offset === null || (hour > 23 && !isEndOfDay) || minute > 59 || second > 60) return null
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  if (year < 100) return null
  const midnight = new Date(Date.UTC(year, month - 1, day))
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null
  const milliseconds = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const moment = new Date(midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds)
  return moment.getUTCFullYear() > 9999 || moment.getUTCFullYear() < 0 ? null : moment.toISOString()
}

/** The same, but a bare day stays a `Day`: a publication is often known to the day only. */
export function isoDayOrInstant(text: string): string | null {
  const trimmed = text.trim()
  const instant = isoInstant(trimmed)
  return instant !== null && dayOnly.test(trimmed) ? trimmed : instant
}
