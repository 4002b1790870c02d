import { formatDecimal, formatWan, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal, type DecimalValue } from '#shared/decimal.ts'
import type { OwnTest } from '#shared/pricing/abnormally-low/own-review.ts'

type Rounding = 'nearest' | 'up' | 'down'
const modes = { nearest: Decimal.ROUND_HALF_UP, up: Decimal.ROUND_CEIL, down: Decimal.ROUND_FLOOR } as const

/** A price in short: '398.00 万' in Chinese, whole yuan elsewhere. A least price is rounded up and a most price down. */
export function shortPrice(amount: DecimalValue, language: Language, rounding: Rounding = 'nearest'): string {
  const value = new Decimal(amount)
  if (language === 'zh-CN') return `${formatWan(value.div(100).toDecimalPlaces(0, modes[rounding]).times(100).toFixed(), language)} 万`
  return formatYuan(value.toDecimalPlaces(0, modes[rounding]).toFixed(), language, 0)
}

export function pointsText(points: DecimalValue, language: Language, decimals = 2): string {
  return formatDecimal(new Decimal(points).toFixed(), language, decimals)
}

export function categoryName(category: 'goods' | 'service'): string {
  return category === 'goods' ? m.contest_goods() : m.contest_service()
}

export function testName(test: OwnTest): string {
  switch (test) {
    case 'AVG': return m.contest_test_avg()
    case 'SECOND_LOWEST': return m.contest_test_second()
    case 'CEILING': return m.contest_test_ceiling()
    case 'POLISH_MEAN': return m.contest_test_polish_mean()
    case 'POLISH_VALUE': return m.contest_test_polish_value()
    case 'BANK_ESTIMATE': return m.contest_test_bank_estimate()
    case 'BANK_SPREAD': return m.contest_test_bank_spread()
    case 'ITALIAN_DISCOUNT': return m.contest_test_italian()
  }
}
