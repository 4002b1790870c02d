import { instantFromBeijing, toBeijingIso } from '#shared/calendar/beijing-time.ts'
import { dayNumber } from '#shared/calendar/day.ts'
import type { NoticeText, Span } from '#shared/tenders/notice/notice-text.ts'

/** A point in time as written: `at` is ISO with +08:00 and seconds, or the bare day when no hour is named. */
export type Moment = { at: string; hasTime: boolean; span: Span }

const gap = '[ \\t]?'
/** Scraped pages break numbers: "202 6 年 9 月 1 1 日". Only between 年, 月 and 日 is that safe to mend. */
const brokenDay = `(2 ?0 ?\\d ?\\d)${gap}年${gap}(\\d(?: ?\\d)?)${gap}月${gap}(\\d(?: ?\\d)?)${gap}[日号]`
const plainDay = `(20\\d{2})${gap}(?:年|[-/.])${gap}(\\d{1,2})${gap}(?:月|[-/.])${gap}(\\d{1,2})(?!\\d(?!\\d:))${gap}[日号]?`
const capitalDay = '([二2][〇零○OＯ0][一二三四五六七八九〇零○0]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日'
const timePart = `(?:[T\\s]{0,3}(?:\\([^()\\d]{1,6}\\)|北京时间)?(?:星期.|周.)?[\\s,(-]{0,2}(上午|早上|凌晨|下午|中午|傍晚|晚上|晚|[AP]M)?[\\s:]{0,2}(\\d(?: ?\\d)?|零|[一二三四五六七八九十]{1,3})${gap}(?::|时|点)${gap}(?:(\\d(?: ?\\d)?|[一二三四五六七八九十]{1,3}|半)${gap}(?:(?::|分)${gap}(\\d{1,2})?(?:\\.\\d{1,3})?秒?)?|整)?(?: ?([AP]M))?)?`
const pattern = new RegExp(`(?<!\\d)(?:${brokenDay}|${plainDay}|${capitalDay})${timePart}`, 'g')

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

const number = (text = '0'): number => {
  if (text === '半') return 30
  return /^[零一二三四五六七八九十]/.test(text) ? capitalNumber(text) : Number(text.replaceAll(' ', ''))
}

/** Hours below these, so named, are those of the second half of the day: "下午2点", but "中午11点半". */
const earliest: Record<string, number> = { 下午: 12, 傍晚: 12, 晚上: 12, 晚: 12, PM: 12, 中午: 3 }

const dayOf = (match: RegExpMatchArray): string => {
  const [, bYear, bMonth, bDay, year = bYear, month = bMonth, day = bDay, cYear = '', cMonth = '', cDay = ''] = match
  if (year) return `${number(year)}-${two(number(month))}-${two(number(day))}`
  return `${capitalNumber(cYear)}-${two(capitalNumber(cMonth))}-${two(capitalNumber(cDay))}`
}

const momentOf = (match: RegExpMatchArray, offset: number): Moment | null => {
  const day = dayOf(match)
  if (dayNumber(day) === null) return null
  const start = offset + (match.index ?? 0)
  const span = { start, end: start + match[0].length }
  const [half, hours, minutes, seconds, halfBehind] = match.slice(10)
  if (hours === undefined) return { at: day, hasTime: false, span }
  const hour = number(hours) + (number(hours) < (earliest[half ?? halfBehind ?? ''] ?? 0) ? 12 : 0)
  const instant = instantFromBeijing(day, `${two(hour)}:${two(number(minutes))}:${two(number(seconds))}`)
  return instant === null ? { at: day, hasTime: false, span } : { at: toBeijingIso(instant), hasTime: true, span }
}

/** Every day or time in a span, in the order of the text; impossible days are left out. Beijing time throughout. */
export const momentsIn = (text: Pick<NoticeText, 'plain'>, span: Span): Moment[] => {
  const found: Moment[] = []
  for (const match of text.plain.slice(span.start, span.end).matchAll(pattern)) {
    const moment = momentOf(match, span.start)
    if (moment) found.push(moment)
  }
  return found
}
