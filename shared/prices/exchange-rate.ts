import { z } from 'zod'
import { Decimal, DecimalText } from '#shared/decimal.ts'
import { Day } from '#shared/time.ts'

/** CNY for one unit of `currency`, as said by `source` for `day`. */
export const ExchangeRate = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/).refine((currency) => currency !== 'CNY', 'is the currency of the estimate'),
  day: Day,
  rate: DecimalText.refine((text) => !text.startsWith('-') && Number(text) > 0, 'not above 0'),
  source: z.string().trim().min(1).max(300),
})
export type ExchangeRate = z.infer<typeof ExchangeRate>

/** The newest rate of a currency on or before `day`; null: a price in it is not known in CNY. */
export const rateOn = (rates: readonly ExchangeRate[], currency: string, day: string): ExchangeRate | null =>
  rates.reduce<ExchangeRate | null>((newest, rate) => (rate.currency === currency && rate.day <= day && (newest === null || rate.day > newest.day) ? rate : newest), null)

/** An amount in CNY, exact and not rounded; null: no rate. */
export const inCny = (amount: Decimal, currency: string, rate: ExchangeRate | null): Decimal | null => {
  if (currency === 'CNY') return amount
  return rate === null || rate.currency !== currency ? null : new Decimal(rate.rate).times(amount)
}
