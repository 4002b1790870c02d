import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { formatWan, formatYuan } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'

/** Amounts as this person reads them: 万元 only in Chinese, another currency with its code; unknown is a dash. */
export function useAmount(): (amount: string | null, currency?: string) => string {
  const locale = useLocale()
  const { preferences } = usePreferences()
  return (amount, currency = 'CNY') => {
    if (amount === null) return '—'
    if (currency !== 'CNY') return `${currency} ${formatYuan(amount, locale, 0).replace('¥', '').trim()}`
    return locale === 'zh-CN' && preferences.moneyUnit === 'wan' ? m.amount_wan({ amount: formatWan(amount, locale) }) : formatYuan(amount, locale, 0)
  }
}
