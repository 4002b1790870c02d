import { Decimal } from '#shared/decimal.ts'
import { isoInstant } from '#shared/tenders/iso-moment.ts'
import { yuanFromCapitals } from '#shared/tenders/notice/money.ts'
import { momentsIn } from '#shared/tenders/notice/moments.ts'
import { normaliseNotice } from '#shared/tenders/notice/notice-text.ts'
import { sourceAmount } from '#shared/tenders/source-amount.ts'
import type { AmountUnit, DateOrder } from '#shared/tenders/table/column-mapping.ts'

/** A cell read: its value, unknown (null), or not ok: something else stands there. */
export type CellValue = { ok: true; value: string | null } | { ok: false }

const unknown: CellValue = { ok: true, value: null }
const notStated = /^(?:[-—–/\\.·*]+|无|暂无|空|待定|未知|不详|未公布|未明确|公告未明确列示|(?:详)?见(?:公告|附件|招标文件|采购文件|正文|原文).*|n\/?a|null|none|nan|tbd|unknown)$/i
const number = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)'
const amountPattern = new RegExp(`^(?:约|人民币|rmb|cny)?\\s*[￥¥]?\\s*${number}\\s*\\(?\\s*(亿元?|万元?|元|圆)?\\s*(?:整)?\\s*\\)?\\s*\\(?(?:人民币|rmb|cny|含税|不含税)?\\)?[。.;]?$`, 'i')
const factors: Record<AmountUnit, number> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 }

/** Text of a cell on one line; null where it says that nothing is stated. */
export function cellText(cell: string | undefined): string | null {
  const text = (cell ?? '').replace(/\s+/g, ' ').trim()
  return text === '' || notStated.test(text) ? null : text
}

function unitOf(word: string | undefined): AmountUnit | null {
  if (word === undefined) return null
  return word.startsWith('亿') ? '亿元' : word.startsWith('万') ? '万元' : '元'
}

/**
 * An amount in yuan: "75.9590000 万元（人民币）", "1,200元", "叁万元整", or a bare number in `unit`.
 * A bare number without a unit is yuan, but with more than two decimals it can't be: portals write 万元 with six. Zero is "not stated".
 */
export function cellAmount(cell: string | undefined, unit: AmountUnit | null): CellValue {
  const text = cellText(cell)?.normalize('NFKC') ?? null
  if (text === null) return unknown
  const match = amountPattern.exec(text)
  if (!match) {
    const capitals = /[元圆]/.test(text) ? yuanFromCapitals(text.replace(/^人民币/, '')) : null
    return capitals === null ? { ok: false } : { ok: true, value: new Decimal(capitals).toFixed() }
  }
  const digits = (match[1] ?? '').replaceAll(',', '')
  const decimals = digits.split('.')[1]?.length ?? 0
  const chosen = unitOf(match[2]) ?? unit ?? (decimals > 2 ? '万元' : '元')
  const read = sourceAmount(new Decimal(digits).times(factors[chosen]).toFixed())
  return read.ok ? { ok: true, value: read.amount } : read
}

/** Whether a cell is a number and nothing more: in which unit, it does not say. */
export function bareAmount(cell: string): boolean {
  const text = cellText(cell)?.normalize('NFKC') ?? ''
  const match = amountPattern.exec(text)
  // More than two decimals can only be 万元, and a number that long only yuan.
  if (match === null || match[2] !== undefined) return false
  const [whole = '', decimals = ''] = (match[1] ?? '').replaceAll(',', '').split('.')
  return decimals.length <= 2 && whole.length < 8
}

const westernDate = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?=\D|$)/

/** Whether a date could be read with its day and month the other way round. */
export function ambiguousDate(cell: string): boolean {
  return westernDate.test(cell.trim())
}

/** Day and month of a Western date put in the order of ISO 8601. */
function inIsoOrder(text: string, order: DateOrder | undefined): string {
  if (order === undefined) return text
  return text.replace(westernDate, (_whole, first: string, second: string, year: string) => {
    const [day, month] = order === 'dmy' ? [first, second] : [second, first]
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  })
}

const msPerDay = 86_400_000
/** Day 0 of Excel's calendar, counted so that its days after February 1900 come out right. */
const excelEpoch = Date.UTC(1899, 11, 30)

/** A moment as a Beijing clock shows it ("2026-05-21T09:30:00"), or a bare day. */
function fromSerial(text: string): string | null {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null
  const serial = Number(text)
  if (serial < 36_526 || serial > 73_050) return null
  const moment = new Date(excelEpoch + Math.round((serial * msPerDay) / 1000) * 1000).toISOString()
  return Number.isInteger(serial) ? moment.slice(0, 10) : moment.slice(0, 19)
}

/** The moment a cell names: ISO, Chinese, or Excel's serial number; Beijing time unless it names a zone. Of a range, the end. */
function momentOf(text: string): string | null {
  const serial = fromSerial(text)
  if (serial !== null) return serial.length > 10 ? `${serial}+08:00` : serial
  if (/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) && text.includes(':')) return isoInstant(text)
  return momentsIn(normaliseNotice(text), { start: 0, end: text.length }).at(-1)?.at ?? null
}

/** A closing or opening time as an instant. Known to the day only, it is the day's first moment: too early loses nothing. */
export function cellInstant(cell: string | undefined, order?: DateOrder): CellValue {
  const text = cellText(cell)
  if (text === null) return unknown
  const moment = momentOf(inIsoOrder(text, order))
  const instant = moment === null ? null : isoInstant(moment.length === 10 ? `${moment}T00:00:00+08:00` : moment)
  return instant === null ? { ok: false } : { ok: true, value: instant }
}

/** A publication time: an instant, or the day where no hour is named. */
export function cellDayOrInstant(cell: string | undefined, order?: DateOrder): CellValue {
  const text = cellText(cell)
  if (text === null) return unknown
  const moment = momentOf(inIsoOrder(text, order))
  if (moment?.length === 10) return { ok: true, value: moment }
  const instant = moment === null ? null : isoInstant(moment)
  return instant === null ? { ok: false } : { ok: true, value: instant }
}

/** A unit of money that stands alone in a cell. */
export function cellUnit(cell: string | undefined): AmountUnit | null {
  return unitOf(/^(?:人民币)?(亿元?|万元?|元|圆)(?:人民币)?$/.exec((cell ?? '').normalize('NFKC').replace(/[\s()]/g, ''))?.[1])
}

/** Whether a cell holds what no name can be: a number, a date, an address, yes or no. Columns have slipped then. */
export function isNoName(text: string): boolean {
  return /^(?:[\d\s.,:：/年月日-]+|是|否|https?:\/\/\S*)$/i.test(text) || cellUnit(text) !== null || amountPattern.test(text.normalize('NFKC'))
}
