import { instantFromBeijing, toBeijingIso } from '#shared/calendar/beijing-time.ts'
import { dayNumber } from '#shared/calendar/day.ts'
import type { NoticeText, Span } from '#shared/tenders/notice/notice-text.ts'

/** A point in time as written: `at` is ISO with +08:00 and seconds, or the bare day when no hour is named. */
export type Moment = { at: string; hasTime: boolean; span: Span }

const gap = '[ \\t]?'
const dayPart = `(20\\d{2})${gap}(?:年|[-/.])${gap}(\\d{1,2})${gap}(?:月|[-/.])${gap}(\\d{1,2})(?!\\d)${gap}日?`
const capitalDay = '([二2][〇零○OＯ0][一二三四五六七八九〇零○0]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日'
const timePart = `(?:[T\\s]{0,3}(?:\\([^()\\d]{1,6}\\))?(?:星期.|周.)?[\\s,]{0,2}(上午|下午|中午|晚上|晚)?[\\s:]{0,2}(\\d{1,2})${gap}(?::|时|点)${gap}(?:(\\d{1,2})${gap}(?:(?::|分)${gap}(\\d{1,2})?(?:\\.\\d{1,3})?秒?)?|整)?)?`
const pattern = new RegExp(`(?<!\\d)(?:${dayPart}|${capitalDay})${timePart}`, 'g')

const capitalDigits = '〇一二三四五六七八九'
const capitalNumber = (text: string): number => {
  const plain = text.replace(/[零○OＯ0]/g, '〇')
  const ten = plain.indexOf('十')
  if (ten < 0) return Number(plain.split('').map((c) => (c === '2' ? '2' : String(capitalDigits.indexOf(c)))).join(''))
  const tens = ten === 0 ? 1 : capitalDigits.indexOf(plain[0] ?? '')
  const ones = ten === plain.length - 1 ? 0 : capitalDigits.indexOf(plain.at(-1) ?? '')
  return tens * 10 + ones
}

const two = (n: number): string => String(n).padStart(2, '0')

const dayOf = (match: RegExpMatchArray): string => {
  const [, year, month, day, cYear, cMonth, cDay] = match
  if (year) return `${year}-${two(Number(month))}-${two(Number(day))}`
  return `${capitalNumber(cYear ?? '')}-${two(capitalNumber(cMonth ?? ''))}-${two(capitalNumber(cDay ?? ''))}`
}

const momentOf = (match: RegExpMatchArray, offset: number): Moment | null => {
  const day = dayOf(match)
  if (dayNumber(day) === null) return null
  const start = offset + (match.index ?? 0)
  const span = { start, end: start + match[0].length }
  if (match[8] === undefined) return { at: day, hasTime: false, span }
  const hour = Number(match[8]) + ((match[7] === '下午' || match[7]?.startsWith('晚')) && Number(match[8]) < 12 ? 12 : 0)
  const instant = instantFromBeijing(day, `${two(hour)}:${two(Number(match[9] ?? '0'))}:${two(Number(match[10] ?? '0'))}`)
  return instant === null ? { at: day, hasTime: false, span } : { at: toBeijingIso(instant), hasTime: true, span }
}

/** Every day or time in a span, in the order of the text; impossible days are left out. Beijing time throughout. */
export const momentsIn = (text: NoticeText, span: Span): Moment[] => {
  const found: Moment[] = []
  for (const match of text.plain.slice(span.start, span.end).matchAll(pattern)) {
    const moment = momentOf(match, span.start)
    if (moment) found.push(moment)
  }
  return found
}
