import { beijingDay, beijingParts } from '#shared/calendar/beijing-time.ts'
import { addDays } from '#shared/calendar/day.ts'

/** One entry of a calendar file: a moment, or a whole Beijing day ('YYYY-MM-DD'). */
export type CalendarEntry = {
  /** The same for the same thing in every export, so that a second import changes rather than doubles it. */
  uid: string
  at: string
  summary: string
  description: string
  /** Minutes before; none for whole days. */
  alarms: readonly number[]
}

const zone = 'Asia/Shanghai'
// RFC 5545 §3.6.5. China has had one offset and no summer time since 1992.
const timeZone = ['BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:STANDARD', 'DTSTART:19920101T000000', 'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE']

/** An iCalendar file (RFC 5545) in Beijing time. `stamp` is the instant it was made. */
export function icsText(entries: readonly CalendarEntry[], stamp: string): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Bidwright//Tender calendar//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', ...timeZone, ...entries.flatMap((entry) => eventLines(entry, stamp)), 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines({ uid, at, summary, description, alarms }: CalendarEntry, stamp: string): string[] {
  const isDay = at.length === 10
  // An end must lie after its start (§3.8.2.2); a moment has none and stands at its minute (§3.6.1).
  const times = isDay ? [`DTSTART;VALUE=DATE:${compactDay(at)}`, `DTEND;VALUE=DATE:${compactDay(addDays(at, 1))}`] : [`DTSTART;TZID=${zone}:${localTime(at)}`]
  const bells = isDay ? [] : alarms.flatMap((minutes) => ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-PT${minutes}M`, `DESCRIPTION:${escaped(summary)}`, 'END:VALARM'])
  return ['BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${utcTime(stamp)}`, ...times, `SUMMARY:${escaped(summary)}`, ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]), 'TRANSP:TRANSPARENT', ...bells, 'END:VEVENT']
}

const compactDay = (day: string) => day.replaceAll('-', '')
const utcTime = (instant: string) => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`

function localTime(instant: string): string {
  const { hour, minute, second } = beijingParts(instant)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${compactDay(beijingDay(instant))}T${two(hour)}${two(minute)}${two(second)}`
}

/** Text of a property (§3.3.11); other control characters have no place in it. */
function escaped(text: string): string {
  return text
    .replaceAll(/\\|;|,/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, ' ')
}

const longestLine = 75

/** Lines of at most 75 octets of UTF-8, never cut inside a character; the next begins with a space (§3.1). */
function folded(line: string): string {
  let [text, octets] = ['', 0]
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > longestLine) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return text
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_00_00 ? 3 : 4
}
