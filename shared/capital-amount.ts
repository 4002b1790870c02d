import { Decimal, type DecimalValue } from '#shared/decimal.ts'

/** Amounts in capital characters, as 银发〔1997〕393号 支付结算办法 附一 二–四条 asks, with the forms this program writes where it leaves a choice. */
const digits = '零壹贰叁肆伍陆柒捌玖'
const units = ['', '拾', '佰', '仟']

export type CapitalError = 'EMPTY' | 'NOT_A_NUMBER' | 'NEGATIVE_NOT_ALLOWED_IN_BID' | 'OUT_OF_RANGE' | 'TOO_MANY_DECIMALS'
export type CapitalAmount = { ok: true; text: string } | { ok: false; error: CapitalError }

/** Below one level of 万亿 more than anyone bids; the reading of larger numbers is not settled. */
const limit = new Decimal('1e16')

const digit = (value: number): string => digits[value] ?? ''

/** 1…9999 with one 零 for inner zeros and none at either end. */
const section = (value: number): string => {
  let text = ''
  let hasGap = false
  for (let place = 3; place >= 0; place -= 1) {
    const current = Math.floor(value / 10 ** place) % 10
    if (current === 0) {
      hasGap = text !== ''
      continue
    }
    text += `${hasGap ? '零' : ''}${digit(current)}${units[place]}`
    hasGap = false
  }
  return text
}

/** 1…99 999 999; 零 when the lower level has no 仟, none after a 万 level that ends in 0 (the canonical choice). */
const eightDigits = (value: number): string => {
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  if (high === 0) return section(low)
  if (low === 0) return `${section(high)}万`
  return `${section(high)}万${low < 1000 ? '零' : ''}${section(low)}`
}

const yuanText = (whole: string): string => {
  const high = Number(whole.slice(0, -8))
  const low = Number(whole.slice(-8))
  if (high === 0) return low === 0 ? '' : eightDigits(low)
  if (low === 0) return `${eightDigits(high)}亿`
  return `${eightDigits(high)}亿${low < 10_000_000 ? '零' : ''}${eightDigits(low)}`
}

const positive = (amount: Decimal): string => {
  const [whole = '0', fraction = '00'] = amount.toFixed(2).split('.')
  const yuan = yuanText(whole)
  const jiao = Number(fraction[0])
  const fen = Number(fraction[1])
  const head = yuan === '' ? '' : `${yuan}元`
  if (jiao === 0 && fen === 0) return head === '' ? '零元整' : `${head}整`
  if (jiao === 0) return `${head}${head === '' ? '' : '零'}${digit(fen)}分`
  const gap = head !== '' && whole.endsWith('0') ? '零' : ''
  return `${head}${gap}${digit(jiao)}角${fen === 0 ? '' : `${digit(fen)}分`}`
}

const numberPattern = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?(e[+-]?\d+)?$/i

/**
 * An amount in CNY as capitals, without the 人民币 the form prints before it: 1680.32 → 壹仟陆佰捌拾元零叁角贰分.
 * Errors are values: a bid form has no negative amount, more than two decimals are for the user to decide, 10¹⁶ and up are refused.
 */
export const capitalAmount = (amount: DecimalValue, { allowNegative = false }: { allowNegative?: boolean } = {}): CapitalAmount => {
  const text = String(amount).trim()
  if (text === '') return { ok: false, error: 'EMPTY' }
  if (!numberPattern.test(text)) return { ok: false, error: 'NOT_A_NUMBER' }
  const value = new Decimal(text.replaceAll(',', ''))
  const isNegative = value.isNegative() && !value.isZero()
  if (isNegative && !allowNegative) return { ok: false, error: 'NEGATIVE_NOT_ALLOWED_IN_BID' }
  if (value.abs().greaterThanOrEqualTo(limit)) return { ok: false, error: 'OUT_OF_RANGE' }
  if (value.decimalPlaces() > 2) return { ok: false, error: 'TOO_MANY_DECIMALS' }
  return { ok: true, text: `${isNegative ? '负' : ''}${positive(value.abs())}` }
}

export type ReadCapital = { ok: true; amount: string } | { ok: false; error: 'EMPTY' | 'NOT_CAPITALS' | 'ENDS_AFTER_FEN' }

const variants: Record<string, string> = { 圆: '元', 圓: '元', 貳: '贰', 陸: '陆', 億: '亿', 萬: '万', 正: '整', 參: '叁', 叄: '叁' }

/** The digits with their units in falling order: 仟 before 佰 before 拾; 0 for an empty section; null when out of order. */
const readSection = (text: string): number | null => {
  const match = /^零?(?:([壹贰叁肆伍陆柒捌玖])仟零?)?(?:([壹贰叁肆伍陆柒捌玖])佰零?)?(?:([壹贰叁肆伍陆柒捌玖])拾零?)?([壹贰叁肆伍陆柒捌玖])?零?$/.exec(text)
  if (match === null) return null
  const value = (index: number): number => Math.max(0, digits.indexOf(match[index] ?? '零'))
  return value(1) * 1000 + value(2) * 100 + value(3) * 10 + value(4)
}

const readEight = (text: string): Decimal | null => {
  const at = text.indexOf('万')
  const high = at < 0 ? 0 : readSection(text.slice(0, at))
  const low = readSection(text.slice(at + 1))
  if (high === null || low === null || (at >= 0 && high === 0)) return null
  return new Decimal(high).times(10_000).plus(low)
}

const readWhole = (text: string): Decimal | null => {
  const at = text.lastIndexOf('亿')
  const high = at < 0 ? new Decimal(0) : readEight(text.slice(0, at))
  const low = readEight(text.slice(at + 1))
  if (high === null || low === null || (at >= 0 && high.isZero())) return null
  return high.times(100_000_000).plus(low)
}

const capitalPattern = /^(负)?(?:([^元角分整]+)元)?零?(?:([壹贰叁肆伍陆柒捌玖])角)?零?(?:([壹贰叁肆伍陆柒捌玖])分)?(整)?$/

/** Reads capitals as forms carry them: with or without 人民币, 圆 or 元, 正 or 整, and every optional 零. Not 一二三, 两, 毛 or 拾元. */
export const readCapitalAmount = (text: string): ReadCapital => {
  const plain = text.replaceAll(/\s/g, '').replace(/^人民币[:：]?/, '').replaceAll(/[圆圓貳陸億萬正參叄]/g, (character) => variants[character] ?? character)
  if (plain === '') return { ok: false, error: 'EMPTY' }
  const match = capitalPattern.exec(plain)
  if (match === null) return { ok: false, error: 'NOT_CAPITALS' }
  const [, sign, yuan, jiao, fen, end] = match
  if (yuan === undefined && jiao === undefined && fen === undefined) return { ok: false, error: 'NOT_CAPITALS' }
  if (fen !== undefined && end !== undefined) return { ok: false, error: 'ENDS_AFTER_FEN' }
  const whole = yuan === undefined ? new Decimal(0) : readWhole(yuan)
  if (whole === null || (whole.isZero() && yuan !== undefined && yuan !== '零')) return { ok: false, error: 'NOT_CAPITALS' }
  const cents = digits.indexOf(jiao ?? '零') * 10 + digits.indexOf(fen ?? '零')
  const amount = whole.plus(new Decimal(cents).div(100))
  return { ok: true, amount: (sign === undefined ? amount : amount.negated()).toFixed() }
}

const dayNumber = (value: number, needsZero: boolean): string => `${needsZero ? '零' : ''}${section(value)}`

/** A day ('YYYY-MM-DD') in capitals as cheques carry it: 零 before months 1, 2, 10 and days 1–9, 10, 20, 30. */
export const chequeDate = (day: string): string => {
  const [year = '', month = 0, date = 0] = day.split('-').map((part, index) => (index === 0 ? part : Number(part)))
  const years = Array.from(String(year), (character) => digit(Number(character))).join('')
  const hasZeroMonth = [1, 2, 10].includes(Number(month))
  const hasZeroDay = Number(date) < 10 || Number(date) % 10 === 0
  return `${years}年${dayNumber(Number(month), hasZeroMonth)}月${dayNumber(Number(date), hasZeroDay)}日`
}
