import { formatWan, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'

/** A key figure: '36.87 万' in Chinese, whole yuan elsewhere. */
export function keyAmount(amount: number | string, language: Language): string {
  return language === 'zh-CN' ? `${formatWan(String(amount))} 万` : formatYuan(String(amount), language, 0)
}

export const yuan = (amount: number | string, language: Language): string => formatYuan(String(amount), language)
