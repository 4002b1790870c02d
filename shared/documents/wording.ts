import { Decimal } from '#shared/decimal.ts'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { paragraph } from '#shared/documents/document.ts'
import type { Block, Signature } from '#shared/documents/document.ts'
import { phraseFor } from '#shared/documents/phrasing.ts'
import type { Phrase } from '#shared/documents/phrasing.ts'
import { formatDecimal, formatMoney } from '#shared/money.ts'

/** What stands where nothing is known yet; a final export with one of these is refused. */
export const placeholder = (name: string): string => `【待填：${name}】`
export const hasPlaceholder = (text: string): boolean => text.includes('【待填')

/** The value, or the placeholder with its name; blank counts as unknown. */
export const known = (value: string | null, name: string): string => (value === null || value.trim() === '' ? placeholder(name) : value.trim())

/** '2026-10-20' → '2026年10月20日', as bid documents write days. */
export const chineseDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** '2026-10' → '2026年10月'. */
export const chineseMonth = (month: string): string => {
  const [year = '', number = ''] = month.split('-')
  return `${year}年${Number(number)}月`
}

/** A day to write in by hand. */
const blankDay = '　　　　年　　月　　日　'

export const dayOrBlank = (day: string | null): string => (day === null ? blankDay : chineseDay(day))

/** '0.06' → '6%'. */
export const rateText = (rate: string): string => `${formatDecimal(new Decimal(rate).times(100))}%`

/** A quantity or unit price with every decimal it has, grouped: printed figures must multiply to the printed amount. */
export const exact = (value: string, minDecimals = 0): string => {
  const decimal = new Decimal(value)
  const [whole = '0', fraction] = decimal.abs().toFixed(Math.max(minDecimals, decimal.decimalPlaces())).split('.')
  const sign = decimal.isNegative() && !decimal.isZero() ? '-' : ''
  return `${sign}${formatDecimal(whole)}${fraction === undefined ? '' : `.${fraction}`}`
}

/** With the full-width sign printed bids use. */
export const yuan = (amount: string | Decimal): string => {
  const text = formatMoney(amount)
  return text.startsWith('-') ? `−￥${text.slice(1)}` : `￥${text}`
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 as Chinese number a form: 一, 十, 十二, 二十. */
export const ordinal = (number: number): string => {
  const tens = Math.floor(number / 10)
  const ones = digits[number % 10] ?? ''
  if (tens === 0) return ones
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones}`
}

export const numbered = (index: number, title: string): string => `${ordinal(index + 1)}、${title}`

export const lotText = ({ project }: BuyerBid): string | null => {
  if (project.lotNo === null) return null
  return project.lotName === null ? project.lotNo : `${project.lotNo}（${project.lotName}）`
}

export const bidderName = ({ company }: BuyerBid): string => known(company.name, '投标人名称')
export const projectNo = ({ project }: BuyerBid): string => known(project.projectNo, '项目编号')
export const buyerName = ({ project }: BuyerBid): string => known(project.buyer, '采购人名称')

export const phraseOf = ({ project }: BuyerBid): Phrase => phraseFor(project.method)

/** Signed and sealed by the bidder, as nearly every form ends. */
export const bidderSignature = (bid: BuyerBid): Signature => ({
  kind: 'signature',
  seal: '（盖单位章处）',
  lines: [
    { label: phraseOf(bid)('投标人'), value: bidderName(bid), after: '（盖单位章）' },
    { label: '法定代表人或其委托代理人', value: null, after: '（签字）' },
    { label: '日期', value: dayOrBlank(bid.terms.signedOn), after: null },
  ],
})

/** Project, lot and currency above a table; stays with it. */
export const tableCaption = (bid: BuyerBid): Block => {
  const lot = lotText(bid)
  const parts = [`项目编号：${projectNo(bid)}`, ...(lot === null ? [] : [`包号：${lot}`]), '货币单位：人民币元']
  return paragraph(parts.join('　　'), { style: 'caption', indentEm: 0, align: 'left', keepWithNext: true })
}
