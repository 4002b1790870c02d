import { Decimal } from '#shared/decimal.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'

export type PriceStatus = 'valid' | 'expired' | 'not-yet-valid' | 'unknown'

type Priced = Pick<PriceItem, 'unitPrice' | 'validFrom' | 'validUntil'>

/** Whether a price can be calculated with on `today` ('YYYY-MM-DD'); it is valid through its last day. */
export const priceStatus = ({ unitPrice, validFrom, validUntil }: Priced, today: string): PriceStatus => {
  if (unitPrice === null) return 'unknown'
  if (validUntil !== null && validUntil < today) return 'expired'
  return validFrom !== null && validFrom > today ? 'not-yet-valid' : 'valid'
}

/** The price of a size (tokens of one input, or the volume bought, as `tierBasis` says), per `per` units in the item's currency; null: not known at that size. */
export const priceAtSize = ({ unitPrice, tiers }: Pick<PriceItem, 'unitPrice' | 'tiers'>, size: Decimal): string | null => {
  if (tiers.length === 0) return unitPrice
  const [first] = tiers
  const tier = size.isZero() ? first : tiers.find(({ above, upTo }) => size.greaterThan(above) && (upTo === null || size.lessThanOrEqualTo(upTo)))
  return tier?.unitPrice ?? null
}

/** The exact price of one unit (one token, one card-hour) in the item's currency, not rounded; null: not known. `size` chooses the tier. */
export const pricePerUnit = (item: Pick<PriceItem, 'unitPrice' | 'tiers' | 'per'>, size: Decimal = new Decimal(0)): Decimal | null => {
  const price = priceAtSize(item, size)
  return price === null ? null : new Decimal(price).div(item.per)
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** What a search looks through: every word a person might know a price by. */
export const searchText = ({ code, name, vendor, model, region }: Pick<PriceItem, 'code' | 'name' | 'vendor' | 'model' | 'region'>): string => plain([name, vendor, model, region, code].filter((part) => part !== null).join(' '))

/** The words of a query as `searchText` holds them. */
export const searchWords = (query: string): string[] => plain(query).split(/\s+/).filter((word) => word !== '')
