import { Decimal } from '#shared/decimal.ts'
import type { MoneyUnit } from '#renderer/components/money-input/parse-money.ts'

export type Language = 'zh-CN' | 'en' | 'fr'

const minus = '\u2212'
const thinSpace = '\u202f'

/** Decimal text grouped in threes with a real minus: '3980000' → '3,980,000.00', in French '3 980 000,00'. Rounded half-up to `decimals`. */
export function formatDecimal(amount: string, language: Language, decimals: number): string {
  const value = new Decimal(amount)
  const [whole = '0', fraction = ''] = value.abs().toFixed(decimals).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, language === 'fr' ? thinSpace : ',')
  const point = language === 'fr' ? ',' : '.'
  const isZero = !/[1-9]/.test(whole + fraction)
  return `${value.isNegative() && !isZero ? minus : ''}${grouped}${decimals > 0 ? point + fraction : ''}`
}

/** Full yuan with its sign: '¥3,980,000.00', '−¥17,850.00', French '3 980 000,00 ¥'. */
export function formatYuan(amount: string, language: Language, decimals = 2): string {
  const text = formatDecimal(amount, language, decimals)
  if (language === 'fr') return `${text}${thinSpace}¥`
  return text.startsWith(minus) ? `${minus}¥${text.slice(1)}` : `¥${text}`
}

/** 万元 without the unit, two decimals: '398.00'. */
export function formatWan(amount: string, language: Language = 'zh-CN', decimals = 2): string {
  return formatDecimal(new Decimal(amount).div(10_000).toFixed(), language, decimals)
}

/** What the field shows: every decimal the amount has, at least two, so that editing never loses a fen. */
export function fieldText(amount: string, language: Language, unit: MoneyUnit): string {
  const value = unit === 'wan' ? new Decimal(amount).div(10_000) : new Decimal(amount)
  return formatDecimal(value.toFixed(), language, Math.max(2, value.decimalPlaces()))
}

/** A ratio as percent with one decimal: '79.0%', French '79,0 %'. */
export function formatPercent(ratio: number | string, language: Language, decimals = 1): string {
  const text = formatDecimal(new Decimal(ratio).times(100).toFixed(), language, decimals)
  return language === 'fr' ? `${text}${thinSpace}%` : `${text}%`
}

/** A simulated probability: never 0 % or 100 %, because a simulation proves neither. */
export function formatProbability(probability: number, language: Language): string {
  if (probability < 0.001) return `<${formatPercent('0.001', language)}`
  if (probability > 0.999) return `>${formatPercent('0.999', language)}`
  return formatPercent(probability, language)
}
