import { formatWan, formatYuan } from '#renderer/components/money-input/format-money.ts'
import type { Locale } from '#renderer/app/i18n.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import type { Preferences } from '#shared/shell.ts'

export type AmountStyle = { locale: Locale; unit: Preferences['moneyUnit'] }

/** An amount as this person reads it: 万元 only in Chinese, otherwise full; foreign amounts keep their code. */
export function amountText(amount: string, currency: string | null, { locale, unit }: AmountStyle): string {
  if (currency !== null && currency !== 'CNY') return `${currency} ${formatYuan(amount, locale).replace('¥', '').trim()}`
  return unit === 'wan' && locale === 'zh-CN' ? m.amount_wan({ amount: formatWan(amount, locale) }) : formatYuan(amount, locale)
}

export type Worth = { amount: string; kind: 'ceiling' | 'budget'; isSumOfLots: boolean }

/** What the tender is worth at most: the ceiling rejects, the budget informs, so the ceiling comes first. Lots count where the whole is silent, and are said to. */
export function worthOf(tender: { ceiling: string | null; budget: string | null; lots: readonly { ceiling: string | null; budget: string | null }[] }): Worth | null {
  for (const kind of ['ceiling', 'budget'] as const) {
    const whole = tender[kind]
    const amount = whole ?? sum(tender.lots.map((lot) => lot[kind]))
    if (amount !== null) return { amount, kind, isSumOfLots: whole === null }
  }
  return null
}

export function worthName({ kind, isSumOfLots }: Worth): string {
  const name = kind === 'ceiling' ? m.field_ceiling() : m.field_budget()
  return isSumOfLots ? m.field_sum_of_lots({ field: name }) : name
}

function sum(amounts: readonly (string | null)[]): string | null {
  const known = amounts.filter((amount) => amount !== null)
  if (known.length === 0 || known.length < amounts.length) return null
  return known.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed(2)
}
