import { formatDecimal, type Language } from '#renderer/components/money-input/format-money.ts'
import { Decimal } from '#shared/decimal.ts'

/** An amount on a chart: 万元 in Chinese, millions elsewhere, without the unit. `span` is the whole range, which sets the decimals. */
export function chartAmount(amount: number | string, language: Language, span: number): string {
  const unit = language === 'zh-CN' ? 10_000 : 1_000_000
  const decimals = Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(Math.max(span / unit, 1e-4)))))
  return formatDecimal(new Decimal(amount).div(unit).toFixed(), language, language === 'zh-CN' ? Math.min(decimals, 2) : decimals)
}
