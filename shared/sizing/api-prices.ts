import { Decimal } from '#shared/decimal.ts'
import { priceStatus } from '#shared/prices/find-price.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'
import { bookPrice, type BookOptions } from '#shared/sizing/book-price.ts'
import type { ApiRoute } from '#shared/sizing/sizing.ts'

/** What one model costs by the token at one vendor, as the price book has it; `missingRate`: the currency that has no rate. */
export type ApiOffer = { id: string; name: string; missingRate: string | null } & Pick<ApiRoute, 'model' | 'isDomestic' | 'inputPrice' | 'cachedPrice' | 'outputPrice' | 'source' | 'taken' | 'vatRate'>

export const tokenCategories = ['tokens-in', 'tokens-cached', 'tokens-out'] as const
const million = 1_000_000

/** Models whose token prices are valid on `today`, by name, in CNY without VAT; tiers are read at the input size of one request. */
export const apiOffersOf = (items: readonly PriceItem[], options: BookOptions, inputTokens: string): ApiOffer[] => {
  const usable = items.filter((item) => item.kind === 'purchase' && item.unit === 'token' && item.model !== null && tokenCategories.some((category) => category === item.category) && priceStatus(item, options.today) === 'valid')
  const groups = new Map<string, PriceItem[]>()
  for (const item of usable) {
    const key = [item.vendor ?? '', item.model ?? '', item.region ?? '', item.origin].join('|')
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  const size = new Decimal(inputTokens)
  return [...groups]
    .map(([id, group]): ApiOffer => {
      const of = (category: (typeof tokenCategories)[number]) => {
        const item = group.find((one) => one.category === category)
        return item === undefined ? null : bookPrice(item, million, options, size)
      }
      const [input, cached, output] = [of('tokens-in'), of('tokens-cached'), of('tokens-out')]
      const [first] = group
      const name = [first?.vendor, first?.model, first?.region].filter((part) => part !== null && part !== undefined && part !== '').join(' ')
      return {
        id, name, model: name.slice(0, 200), isDomestic: first?.isDomestic ?? null,
        inputPrice: input?.price ?? null, cachedPrice: cached?.price ?? null, outputPrice: output?.price ?? null,
        // Where nobody has said whether VAT is in the price none is recovered, which is never too cheap.
        vatRate: first?.vatIncluded === null ? '0' : (first?.vatRate ?? '0'),
        source: first === undefined ? null : sourceText(first),
        taken: { input: input?.taken ?? null, cached: cached?.taken ?? null, output: output?.taken ?? null },
        missingRate: input?.missingRate ?? output?.missingRate ?? null,
      }
    })
    .filter(({ inputPrice, outputPrice, missingRate }) => inputPrice !== null || outputPrice !== null || missingRate !== null)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The source with its date, as the sizing shows it. */
export const sourceText = ({ source }: PriceItem): string => [source.name, source.date].filter((part) => part !== null).join(' ').slice(0, 300)
