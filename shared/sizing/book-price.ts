import { Decimal } from '#shared/decimal.ts'
import type { Provenance } from '#shared/estimate/provenance.ts'
import { type ExchangeRate, inCny, rateOn } from '#shared/prices/exchange-rate.ts'
import { pricePerUnit } from '#shared/prices/find-price.ts'
import { type PriceItem, roundUnitPrice } from '#shared/prices/price-item.ts'
import { provenanceOf } from '#shared/prices/take-price.ts'

export type BookOptions = { today: string; rates: readonly ExchangeRate[] }
/** CNY without VAT; `price` null: it can't be told, and `missingRate` names the currency that has no rate. */
export type BookPrice = { price: string | null; taken: Provenance; missingRate: string | null }

/**
 * What `units` of an item cost in CNY without VAT, with the newest rate up to `today`, rounded once to six decimals. Null where the
 * book does not say, VAT is in it at a rate nobody stated, or its currency has no rate. `size` chooses the tier.
 */
export const bookPrice = (item: PriceItem, units: number, { today, rates }: BookOptions, size?: Decimal): BookPrice => {
  const rate = item.currency === 'CNY' ? null : rateOn(rates, item.currency, today)
  const taken = provenanceOf(item, rate, today)
  const listed = pricePerUnit(item, size)
  const isVatOpen = item.vatIncluded === true && item.vatRate === null
  const cny = listed === null || isVatOpen ? null : inCny(listed.times(units), item.currency, rate)
  const net = cny !== null && item.vatIncluded === true ? cny.div(new Decimal(item.vatRate ?? 0).plus(1)) : cny
  return { price: net === null ? null : roundUnitPrice(net).toFixed(), taken, missingRate: item.currency !== 'CNY' && rate === null ? item.currency : null }
}
