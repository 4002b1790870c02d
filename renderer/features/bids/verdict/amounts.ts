import { formatDecimal, formatWan, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { Decimal } from '#shared/decimal.ts'

type Rounding = 'nearest' | 'up' | 'down'

/** An amount inside a sentence: '398.00 万元' in Chinese, full yuan elsewhere; to the fen where it would round to nothing. */
export function sentenceAmount(amount: string, language: Language, rounding: Rounding = 'nearest'): string {
  const rounded = towards(amount, language === 'zh-CN' ? 100 : 1, rounding)
  const isTooSmall = new Decimal(rounded).isZero() && !new Decimal(amount).isZero()
  if (language === 'zh-CN') return isTooSmall ? `${formatDecimal(amount, language, 2)} 元` : `${formatWan(rounded)} 万元`
  return isTooSmall ? formatYuan(amount, language, 2) : formatYuan(rounded, language, 0)
}

/** A key figure: '36.87 万' in Chinese, whole yuan elsewhere. */
export function kpiAmount(amount: string, language: Language, rounding: Rounding = 'nearest'): string {
  return language === 'zh-CN' ? `${formatWan(towards(amount, 100, rounding))} 万` : formatYuan(towards(amount, 1, rounding), language, 0)
}

/** A price beside a line of the chart: '358.9' (万元) in Chinese, '3.589' (millions) elsewhere. */
export function markAmount(amount: number | string, language: Language, rounding: Rounding = 'nearest'): string {
  if (language === 'zh-CN') return formatWan(towards(String(amount), 1000, rounding), language, 1)
  const millions = new Decimal(amount).div(1_000_000)
  return formatDecimal(millions.toFixed(), language, 3)
}

/** A round price under the axis. */
export function axisAmount(price: number, language: Language): string {
  const value = new Decimal(price).div(language === 'zh-CN' ? 10_000 : 1_000_000)
  return formatDecimal(value.toFixed(), language, Math.min(4, value.decimalPlaces()))
}

/** Least prices are rounded up and most prices down, so that the price written here keeps its promise. */
function towards(amount: string, step: number, rounding: Rounding): string {
  const mode = rounding === 'up' ? Decimal.ROUND_CEIL : rounding === 'down' ? Decimal.ROUND_FLOOR : Decimal.ROUND_HALF_UP
  return new Decimal(amount).div(step).toDecimalPlaces(0, mode).times(step).toFixed()
}
