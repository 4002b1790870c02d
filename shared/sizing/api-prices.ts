import { Decimal } from '#shared/decimal.ts'
import { pricePerUnit, priceStatus } from '#shared/prices/find-price.ts'
import { type PriceItem, roundUnitPrice } from '#shared/prices/price-item.ts'
import type { ApiRoute } from '#shared/sizing/sizing.ts'

/** What one model costs by the token at one vendor, as the price book has it. */
export type ApiOffer = { id: string; name: string } & Pick<ApiRoute, 'model' | 'isDomestic' | 'inputPrice' | 'cachedPrice' | 'outputPrice' | 'source'>

const tokenCategories = ['tokens-in', 'tokens-cached', 'tokens-out'] as const

/** CNY per million tokens without VAT for requests of this size; null where the book does not say, or VAT is in it at a rate nobody stated. */
const perMillion = (item: PriceItem | undefined, inputTokens: Decimal): string | null => {
  const price = item === undefined ? null : pricePerUnit(item, inputTokens)
  if (item === undefined || price === null || (item.vatIncluded === true && item.vatRate === null)) return null
  const net = item.vatIncluded === true ? price.div(new Decimal(item.vatRate ?? 0).plus(1)) : price
  return roundUnitPrice(net.times(1_000_000)).toFixed()
}

/** Models whose token prices in CNY are valid on `today`, by name; tiers are read at the input size of one request. */
export const apiOffersOf = (items: readonly PriceItem[], today: string, inputTokens: string): ApiOffer[] => {
  const usable = items.filter((item) => item.kind === 'purchase' && item.unit === 'token' && item.currency === 'CNY' && item.model !== null && tokenCategories.some((category) => category === item.category) && priceStatus(item, today) === 'valid')
  const groups = new Map<string, PriceItem[]>()
  for (const item of usable) {
    const key = [item.vendor ?? '', item.model ?? '', item.region ?? '', item.origin].join('|')
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  const size = new Decimal(inputTokens)
  return [...groups]
    .map(([id, group]): ApiOffer => {
      const of = (category: (typeof tokenCategories)[number]) => perMillion(group.find((item) => item.category === category), size)
      const [first] = group
      const name = [first?.vendor, first?.model, first?.region].filter((part) => part !== null && part !== undefined && part !== '').join(' ')
      const source = first === undefined ? null : [first.source.name, first.source.date].filter((part) => part !== null).join(' ').slice(0, 300)
      return { id, name, model: name.slice(0, 200), isDomestic: first?.isDomestic ?? null, inputPrice: of('tokens-in'), cachedPrice: of('tokens-cached'), outputPrice: of('tokens-out'), source }
    })
    .filter(({ inputPrice, outputPrice }) => inputPrice !== null || outputPrice !== null)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
