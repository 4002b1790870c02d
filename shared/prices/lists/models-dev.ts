import { z } from 'zod'
import { type ListFacts, listedNumber, type PriceReading, refusedPrice, type StatedPrice, tokenReadings, type TokenPrices } from '#shared/prices/lists/reading.ts'

const Cost = z.looseObject({ tiers: z.array(z.looseObject({ tier: z.looseObject({ size: z.unknown() }) })).optional() })
const Model = z.looseObject({ name: z.string().optional(), cost: Cost.optional(), limit: z.looseObject({ context: z.unknown().optional() }).optional() })

/** Names of the same side in use. */
const names = { 'tokens-in': ['input'], 'tokens-out': ['output'], 'tokens-cached': ['cache_read', 'cached_input', 'cache_input'], 'tokens-cache-write': ['cache_write', 'cached_write'] } as const

const pick = (from: Record<string, unknown>, keys: readonly string[]) => keys.map((key) => listedNumber(from[key])).find((amount) => amount !== null) ?? null

const sidePrice = (cost: z.infer<typeof Cost>, keys: readonly string[]): StatedPrice | null => {
  const amount = pick(cost, keys)
  if (amount === null) return null
  const later = (cost.tiers ?? []).flatMap((tier) => {
    const size = listedNumber(tier.tier.size)
    return size === null ? [] : [{ above: size.toFixed(), amount: pick(tier, keys) }]
  })
  const starts = [{ above: '0', amount }, ...later]
  return { amount, tiers: later.length === 0 ? [] : starts.map(({ above, amount: at }, index) => ({ above, upTo: starts[index + 1]?.above ?? null, amount: at })) }
}

/** One model of models.dev (USD per million tokens); its zeros do not say free. */
export const readModelsDevModel = (provider: { id: string; name: string; doc: string | null }, model: string, value: unknown, row: number | null, facts: ListFacts): PriceReading[] => {
  const parsed = Model.safeParse(value)
  const { cost, name } = parsed.data ?? {}
  if (!parsed.success || cost === undefined) return [refusedPrice('price-missing', `${provider.id}/${model}: no [cost]`, row, 'cost')]
  const prices: TokenPrices = {}
  for (const side of ['tokens-in', 'tokens-out', 'tokens-cached', 'tokens-cache-write'] as const) {
    const price = sidePrice(cost, names[side])
    if (price !== null) prices[side] = price
  }
  if (Object.keys(prices).length === 0) return [refusedPrice('price-missing', `${provider.id}/${model}: [cost] names no price`, row, 'cost')]
  return tokenReadings({ ...facts, origin: `models.dev/${provider.id}` }, { code: `models.dev:${provider.id}/${model}`.slice(0, 180), name: `${name ?? model} (${provider.name})`, vendor: provider.name, model, url: provider.doc, row }, prices)
}

const Provider = z.looseObject({ id: z.string(), name: z.string(), doc: z.string().optional(), models: z.record(z.string(), z.unknown()) })

/** A provider with its models, as the site's whole list has it; null: not one. */
export const readModelsDevProvider = (value: unknown, row: number, facts: ListFacts): PriceReading[] | null => {
  const parsed = Provider.safeParse(value)
  if (!parsed.success) return null
  const { id, name, doc = null, models } = parsed.data
  return Object.entries(models).flatMap(([model, entry]) => readModelsDevModel({ id, name, doc }, model, entry, row, facts))
}
