import { Decimal } from '#shared/decimal.ts'
import type { NoticeText, Span } from '#shared/tenders/notice/notice-text.ts'

/** Yuan one unit stands for. */
export type MoneyUnit = '元' | '万元' | '亿元'
const yuanOf: Record<MoneyUnit, string> = { 元: '1', 万元: '10000', 亿元: '100000000' }

export type Money = { yuan: string; span: Span; /** False when neither the number, its label nor its column names a unit. */ hasUnit: boolean; /** The unit stands with the number itself. */ hasOwnUnit: boolean }

const digits: Record<string, number> = { 零: 0, '〇': 0, 壹: 1, 一: 1, 贰: 2, 二: 2, 两: 2, 叁: 3, 三: 3, 肆: 4, 四: 4, 伍: 5, 五: 5, 陆: 6, 六: 6, 柒: 7, 七: 7, 捌: 8, 八: 8, 玖: 9, 九: 9 }
const powers: Record<string, number> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 }

/** Yuan of an amount in capitals ("陆佰万元整", "壹拾伍万零叁佰肆拾元伍角"), or null when it is none. */
export const yuanFromCapitals = (text: string): string | null => {
  let total = new Decimal(0)
  let section = 0
  let digit = 0
  let fraction = new Decimal(0)
  let isInYuan = true
  for (const char of text) {
    const value = digits[char]
    const power = powers[char]
    if (value !== undefined) digit = value
    else if (power !== undefined) {
      section += (digit === 0 ? 1 : digit) * power
      digit = 0
    } else if (char === '万' || char === '亿') {
      total = char === '亿' ? total.plus(section + digit).times(100_000_000) : total.plus((section + digit) * 10_000)
      section = digit = 0
    } else if (char === '元' || char === '圆') {
      total = total.plus(section + digit)
      section = digit = 0
      isInYuan = false
    } else if (char === '角' || char === '分') {
      fraction = fraction.plus(new Decimal(digit).times(char === '角' ? '0.1' : '0.01'))
      digit = 0
    } else if (char !== '整' && char !== '正') return null
  }
  const sum = isInYuan ? total.plus(section + digit) : total.plus(fraction)
  return sum.isZero() ? null : sum.toFixed(2)
}

/** Money right at the place a value is expected: at most a few filler words before it. */
const moneyAt =
  /^[\s:"“”'‘]{0,6}(?:(?:为|是|约|大约|暂定|暂估|估算投资|投资|估算|预算|共计|合计|总计|小写|大写|人民币|RMB|CNY|含税|不含税|不超过|不高于|不得超过|控制在|总价|总额|即|上限|不超)[\s:"“”]{0,3}|\([^()\d]{0,24}\)[\s:]{0,2}){0,5}￥?[ :]{0,2}(?:(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?: \d{3}){1,4}(?:\.\d{1,4})?(?= ?元)|\d{1,15}(?:\.\d{1,12})?) ?(\(?(?:人民币)? ?(?:亿元?|万元?|[Ww](?![A-Za-z])|元|圆|%|‰|％)|人民币|\()?|([零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿一二三四五六七八九十百千两]{2,30}[元圆](?:[零〇壹贰叁肆伍陆柒捌玖一二三四五六七八九][角分]){0,2}[整正]?))/

const unitWord = /(亿|万|[Ww]|元|圆|%|‰|人民币)/

const unitFrom = (words: string | undefined): MoneyUnit | '%' | null => {
  const word = unitWord.exec(words ?? '')?.[1]
  if (word === '亿') return '亿元'
  if (word === '万' || word === 'W' || word === 'w') return '万元'
  if (word === '%' || word === '‰') return '%'
  return word ? '元' : null
}

/** Unit named in a label or a column heading: "(万元)", "（含税/万元）", "金额（元）". */
export const unitInLabel = (label: string): MoneyUnit | null => {
  const found = /(亿|万)元|[(/,、\s]元|元[)/]|人民币元|^元$/.exec(label)
  if (!found) return null
  return found[1] === '亿' ? '亿元' : found[1] === '万' ? '万元' : '元'
}

const asYuan = (number: string, unit: MoneyUnit): string | null => {
  const yuan = new Decimal(number.replace(/[, ]/g, '')).times(yuanOf[unit])
  return yuan.isZero() || yuan.greaterThan('1e15') ? null : yuan.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)
}

/** Units that make a number a price per piece or a quantity, not a sum. */
const perPiece = /^-\d|^\s?(?:元|万元)?\s?(?:\/|每)\s?(?!总|项目|标段|包|[二三两四五2-5] ?年)|^\s?(?:个|台|套|人(?!民币)|天|日|年|月|平方|吨|份|家|%|折|公里|米|㎡)/

/** Sums that are not in yuan, or in units nobody else writes. */
const otherMoney = /^\s?\(?(?:万|亿|百万)?\s?(?:美元|美金|欧元|日元|港元|港币|英镑|USD|EUR|HKD|千)/

/** The sum that stands at a position of the text; a placeholder (0, "/"), a rate or a unit price is null. */
export const moneyFrom = (text: NoticeText, span: Span, labelUnit: MoneyUnit | null): Money | null => {
  const slice = text.plain.slice(span.start, Math.min(span.end, span.start + 90))
  const match = moneyAt.exec(slice)
  if (!match) return null
  const place = { start: span.start, end: span.start + match[0].length }
  if (match[3]) {
    const yuan = yuanFromCapitals(match[3])
    return yuan ? { yuan, span: place, hasUnit: true, hasOwnUnit: true } : null
  }
  const number = match[1] ?? ''
  const after = text.plain.slice(place.start + match[0].length - (match[2]?.length ?? 0), place.end + 12)
  const bracketed = match[2] === '(' ? (/^\( ?(?:人民币)? ?((?:亿|万)?元|万|%)/.exec(after)?.[1] ?? '') : match[2]
  const own = unitFrom(bracketed)
  // "950000,850000" lists sums of several lots; it is no sum itself.
  if (/^\d{4,}$/.test(number) && /^[,、]\d{4,}/.test(slice.slice(match[0].length - (match[2]?.length ?? 0)))) return null
  if (own === '%' || otherMoney.test(after) || perPiece.test(after) || (/^20\d{2}$/.test(number) && /^\s?[年.-]/.test(after))) return null
  const hasSign = match[0].includes('￥')
  const unit = own ?? labelUnit ?? (hasSign ? '元' : null)
  const yuan = asYuan(number, unit ?? '元')
  return yuan === null ? null : { yuan, span: match[2] === '(' ? { start: place.start, end: place.end - 1 } : place, hasUnit: unit !== null, hasOwnUnit: own !== null || hasSign }
}

/** Every sum with a unit in a span, in order. */
export const moneyIn = (text: NoticeText, span: Span, labelUnit: MoneyUnit | null): Money[] => {
  const found: Money[] = []
  const pattern = /[￥]?\s?\d[\d,]{0,18}(?:\.\d{1,12})?|[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]{2,30}[元圆]/g
  const slice = text.plain.slice(span.start, span.end)
  for (const match of slice.matchAll(pattern)) {
    const start = span.start + match.index
    if (start < (found.at(-1)?.span.end ?? 0)) continue
    const money = moneyFrom(text, { start, end: span.end }, labelUnit)
    if (money?.hasUnit) found.push(money)
  }
  return found
}
