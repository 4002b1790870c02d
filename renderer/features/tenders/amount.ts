import { formatWan, formatYuan } from '#renderer/components/money-input/format-money.ts'
import type { Locale } from '#renderer/app/i18n.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { Preferences } from '#shared/shell.ts'
import type { Worth } from '#shared/tenders/worth.ts'

export type AmountStyle = { locale: Locale; unit: Preferences['moneyUnit'] }

/** An amount as this person reads it: 万元 only in Chinese, otherwise full; foreign amounts keep their code. */
export function amountText(amount: string, currency: string | null, { locale, unit }: AmountStyle): string {
  if (currency !== null && currency !== 'CNY') return `${currency} ${formatYuan(amount, locale).replace('¥', '').trim()}`
  return unit === 'wan' && locale === 'zh-CN' ? m.amount_wan({ amount: formatWan(amount, locale) }) : formatYuan(amount, locale)
}

export function worthName({ kind, isSumOfLots }: Worth): string {
  const name = kind === 'ceiling' ? m.field_ceiling() : m.field_budget()
  return isSumOfLots ? m.field_sum_of_lots({ field: name }) : name
}
