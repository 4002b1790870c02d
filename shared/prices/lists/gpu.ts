import { z } from 'zod'
import { Decimal } from '#shared/decimal.ts'
import { type ListFacts, listedNumber, type PriceReading, readingOf, refusedPrice } from '#shared/prices/lists/reading.ts'
import type { PriceCaveat } from '#shared/prices/price-item.ts'
import { Day } from '#shared/time.ts'

const Offering = z.looseObject({
  id: z.string(), provider_id: z.string(), gpu_model: z.string(), gpu_brand: z.string().nullish(), vram_gb: z.unknown().optional(), interconnect: z.string().nullish(), tier: z.string().nullish(), is_spot: z.boolean().nullish(),
  price_usd_hour: z.unknown(), source_url: z.string().nullish(), collected_at: Day.nullish(), notes: z.string().nullish(), caveats: z.array(z.string()).nullish(),
})

/** One card of a rental list in USD per hour; spot and marketplace prices say so. */
export const readGpuOffering = (value: unknown, row: number, facts: ListFacts): PriceReading[] => {
  const parsed = Offering.safeParse(value)
  if (!parsed.success) return [refusedPrice('field-missing', `an offering without ${String(parsed.error.issues[0]?.path[0] ?? 'its fields')}`, row, String(parsed.error.issues[0]?.path[0] ?? ''))]
  const offer = parsed.data
  const amount = listedNumber(offer.price_usd_hour)
  if (amount === null) return [refusedPrice('price-missing', `${offer.id}: no price per hour`, row, 'price_usd_hour')]
  const caveats: PriceCaveat[] = [...(offer.is_spot === true ? (['spot'] as const) : []), ...(offer.tier === 'marketplace' ? (['marketplace'] as const) : [])]
  const memory = listedNumber(offer.vram_gb)
  const name = [offer.gpu_model, memory === null ? null : `${memory.toFixed()}GB`, offer.interconnect, offer.tier].filter((part) => part !== null && part !== undefined && part !== '').join(' ')
  const note = [offer.notes, ...(offer.caveats ?? [])].filter((part) => part !== null && part !== undefined && part !== '').join('; ').slice(0, 2000)
  const dated = { ...facts, origin: 'gpu-pricing', sourceDate: offer.collected_at ?? facts.sourceDate, sourceUrl: offer.source_url ?? facts.sourceUrl }
  return [readingOf(dated, { code: `gpu-pricing:${offer.id}`, name: `${name} (${offer.provider_id})`, vendor: offer.provider_id, model: offer.gpu_model, row, unit: 'card-hour', per: '1', note: note === '' ? null : note }, 'gpu-rental', { amount, caveats })]
}

/** The columns of a SkyPilot catalogue; their order differs by provider. */
export const isSkypilotHeading = (cells: readonly string[]): boolean => ['InstanceType', 'AcceleratorName', 'Price', 'Region'].every((name) => cells.includes(name))

/** An instance of a SkyPilot catalogue in USD per hour, on demand and spot; with cards the price is for that many card-hours. */
export const readSkypilotRow = (provider: string, heading: readonly string[], cells: readonly string[], row: number, facts: ListFacts): PriceReading[] => {
  const cell = (name: string): string => cells[heading.indexOf(name)]?.trim() ?? ''
  const instance = cell('InstanceType')
  const place = [cell('Region'), cell('AvailabilityZone')].filter((part) => part !== '').join('/')
  if (instance === '') return [refusedPrice('field-missing', 'no InstanceType', row, 'InstanceType')]
  const count = listedNumber(cell('AcceleratorCount'))
  const card = cell('AcceleratorName')
  const hasCards = card !== '' && count !== null && count.greaterThan(0)
  const size = `${cell('vCPUs')} vCPU ${cell('MemoryGiB')} GiB`
  const shape = hasCards ? ({ unit: 'card-hour', per: count.toFixed(), category: 'gpu-rental', name: `${card} ×${count.toFixed()}` } as const) : ({ unit: 'server-hour', per: '1', category: 'server-rental', name: size } as const)
  const priced = ([['on-demand', 'Price', []], ['spot', 'SpotPrice', ['spot']]] as const).flatMap(([sale, column, caveats]) => {
    const amount = listedNumber(cell(column))
    if (amount === null) return []
    const named = { code: `skypilot:${provider}/${instance}/${place}/${sale}`.slice(0, 200), name: `${shape.name} ${instance} (${provider}${sale === 'spot' ? ' spot' : ''})`, vendor: provider, model: hasCards ? card : instance, region: place === '' ? null : place, row, unit: shape.unit, per: shape.per, note: size }
    return [readingOf({ ...facts, origin: `skypilot/${provider}` }, named, shape.category, { amount, caveats })]
  })
  return priced.length > 0 ? priced : [refusedPrice('price-missing', `${instance} ${place}: no price`, row, 'Price')]
}

/** "1颗", "1/4 T4 vGPU", "2 x Tesla T4": how many cards, and which where the cell says it; null: not such a cell. */
export const readCardCount = (text: string): { count: Decimal; card: string | null } | null => {
  const match = /^(\d+)(?:\s*\/\s*(\d+))?\s*(?:颗|块|张|卡)?\s*(?:[x×*]\s*)?(.*)$/i.exec(text.normalize('NFKC').replaceAll('\\', '').replace(/\*+$/, '').trim())
  if (match === null) return null
  const count = new Decimal(match[1] ?? 0).div(match[2] ?? 1)
  const card = match[3]?.trim() ?? ''
  return count.greaterThan(0) && count.decimalPlaces() <= 6 ? { count, card: card === '' ? null : card } : null
}
