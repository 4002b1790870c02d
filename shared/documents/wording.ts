import { Decimal } from '#shared/decimal.ts'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { paragraph } from '#shared/documents/document.ts'
import type { Block, Signature, SignatureLine } from '#shared/documents/document.ts'
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

/** A day to write in by hand. */
export const blankDay = '　　　　年　　月　　日　'

export const dayOrBlank = (day: string | null): string => (day === null ? blankDay : chineseDay(day))

/** '0.06' → '6%'. */
export const rateText = (rate: string): string => `${formatDecimal(new Decimal(rate).times(100))}%`

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

/** Signed and sealed by the bidder, as nearly every form ends. */
export const bidderSignature = (bid: BuyerBid, extra: readonly SignatureLine[] = []): Signature => ({
  kind: 'signature',
  seal: '（盖单位章处）',
  lines: [
    { label: '投标人', value: bidderName(bid), after: '（盖单位章）' },
    { label: '法定代表人或其委托代理人', value: null, after: '（签字）' },
    ...extra,
    { label: '日期', value: dayOrBlank(bid.terms.signedOn), after: null },
  ],
})

const coverLine = (label: string, value: string): Block => paragraph([{ text: `${label}：` }, { text: value, blankEm: 22 }], { style: 'coverText', align: 'left', indentEm: 2.4 })

/** The cover of a volume: 正本/副本, project, part, bidder, date. */
export const cover = (bid: BuyerBid, part: string): Block[] => {
  const lot = lotText(bid)
  return [
    paragraph('正　本', { style: 'coverKind', align: 'right', indentEm: 0 }),
    { kind: 'spacer', heightMm: 0 },
    paragraph('\n', { style: 'coverKind', align: 'center', indentEm: 0 }),
    paragraph(bid.project.title, { style: 'coverTitle', align: 'center', indentEm: 0 }),
    { kind: 'spacer', heightMm: 22 },
    paragraph('投 标 文 件', { style: 'coverVolume', align: 'center', indentEm: 0 }),
    paragraph(`（${part}）`, { style: 'coverKind', align: 'center', indentEm: 0 }),
    { kind: 'spacer', heightMm: 40 },
    coverLine('项目编号', projectNo(bid)),
    ...(lot === null ? [] : [coverLine('包　　号', lot)]),
    coverLine('采\u2002购\u2002人', buyerName(bid)),
    coverLine('投\u2002标\u2002人', `${bidderName(bid)}（盖单位章）`),
    coverLine('日　　期', dayOrBlank(bid.terms.signedOn)),
  ]
}
