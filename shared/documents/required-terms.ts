import { Decimal } from '#shared/decimal.ts'
import { moneyText } from '#shared/money.ts'

/** What a tender asks of the terms and references of a bid, as far as its texts say so. Days; CNY; years before the deadline. Null: they do not. */
export type RequiredTerms = { validityDays: number | null; bondAmount: string | null; referenceYears: number | null }

// Few blanks part the words: with any number of them, a text of blanks would be tried in every way there is.
const validity = /(?:投标|响应|报价|应答|磋商)有效期[^。；;\n]{0,24}?(\d{2,3})\s{0,4}个?(?:日历|自然)?(?:天|日)/
const bond = /(?:投标|响应|磋商|谈判|应答|报价)保证金(?:的?(?:金额|数额))?(?:（[^）]{0,12}）)?\s{0,4}(?:为|是)?\s{0,4}[:：]?\s{0,4}(?:人民币)?\s{0,4}[¥￥]?\s{0,4}(\d[\d,]*(?:\.\d+)?)\s{0,4}(万元|元)/
const references = /近\s{0,4}([一二两三四五六1-9])\s{0,4}(?:个)?年(?:内|来)?[^。；;\n]{0,30}?业绩/

/**
 * The validity and the bond a tender asks for, from its notices and requirements, the first text that says it (bid bond: 实施条例 26条;
 * validity: 25条). Amounts of several lots cannot be told apart here, so ask only for a tender with one.
 */
export function requiredTerms(texts: readonly string[]): RequiredTerms {
  const days = firstMatch(texts, validity)?.[1]
  const amount = firstMatch(texts, bond)
  const years = firstMatch(texts, references)?.[1]
  return { validityDays: days === undefined ? null : Number(days), bondAmount: amount === null ? null : yuanOf(amount[1] ?? '', amount[2] ?? ''), referenceYears: years === undefined ? null : yearsOf(years) }
}

const firstMatch = (texts: readonly string[], pattern: RegExp): RegExpExecArray | null => {
  for (const text of texts) {
    const match = pattern.exec(text.normalize('NFKC'))
    if (match !== null) return match
  }
  return null
}

const yearWords = ['一', '二', '三', '四', '五', '六']

const yearsOf = (text: string): number => (text === '两' ? 2 : yearWords.includes(text) ? yearWords.indexOf(text) + 1 : Number(text))

/** Null for zero: a bond of nothing is none. */
const yuanOf = (figure: string, unit: string): string | null => {
  const amount = new Decimal(figure.replaceAll(',', '')).times(unit === '万元' ? 10_000 : 1)
  return amount.isZero() ? null : moneyText(amount)
}
