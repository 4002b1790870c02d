import { priceStatus } from '#shared/prices/find-price.ts'
import type { PriceCategory, PriceItem, PriceUnit } from '#shared/prices/price-item.ts'
import { sourceText } from '#shared/sizing/api-prices.ts'
import { bookPrice, type BookOptions } from '#shared/sizing/book-price.ts'
import { hoursPerMonth } from '#shared/sizing/private-route.ts'
import type { Stack } from '#shared/sizing/sizing.ts'

/** A server to buy or a card to rent, as the price book has it: CNY without VAT per server, or per card and month rented without a break. */
export type HardwareOffer = { id: string; name: string; price: string | null; missingRate: string | null } & Pick<Stack, 'source' | 'taken'>

/** The kinds of prices looked through. */
export const hardwareCategories = ['server', 'gpu-rental', 'server-rental'] as const satisfies readonly PriceCategory[]

const unitsOf: Record<Stack['supply'], Partial<Record<PriceUnit, number>>> = { buy: { server: 1 }, rent: { 'card-month': 1, 'card-hour': hoursPerMonth } }

/** What can be bought or rented at prices valid on `today`, by name. */
export const hardwareOffersOf = (items: readonly PriceItem[], supply: Stack['supply'], options: BookOptions): HardwareOffer[] =>
  items
    .flatMap((item): HardwareOffer[] => {
      const units = unitsOf[supply][item.unit]
      if (units === undefined || item.kind !== 'purchase' || priceStatus(item, options.today) !== 'valid') return []
      const { price, taken, missingRate } = bookPrice(item, units, options)
      return price === null && missingRate === null ? [] : [{ id: item.id, name: [item.vendor, item.name, item.region].filter((part) => part !== null && part !== '').join(' '), price, missingRate, source: sourceText(item), taken }]
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
