import { z } from 'zod'
import { type ListFacts, listedNumber, type PriceReading, refusedPrice, tokenReadings, type TokenPrices } from '#shared/prices/lists/reading.ts'

const Model = z.looseObject({ id: z.string(), name: z.string().optional(), pricing: z.record(z.string(), z.unknown()) })
const fields = { 'tokens-in': 'prompt', 'tokens-out': 'completion', 'tokens-cached': 'input_cache_read', 'tokens-cache-write': 'input_cache_write' } as const

/** One model of OpenRouter's list: text per token in USD. "-1" says the price depends on where the call goes: unknown. Only names ending in ":free" are free. */
export const readOpenRouterModel = (value: unknown, row: number, facts: ListFacts): PriceReading[] => {
  const parsed = Model.safeParse(value)
  if (!parsed.success) return [refusedPrice('field-missing', 'no id or no pricing', row, 'pricing')]
  const { id, name, pricing } = parsed.data
  const prices: TokenPrices = {}
  for (const side of ['tokens-in', 'tokens-out', 'tokens-cached', 'tokens-cache-write'] as const) {
    const amount = listedNumber(pricing[fields[side]])
    if (amount !== null) prices[side] = { amount: amount.isNegative() ? amount : amount.times('1e6'), isFree: id.endsWith(':free') }
  }
  if (Object.keys(prices).length === 0) return [refusedPrice('price-missing', `${id}: no price per token`, row, 'pricing')]
  return tokenReadings(facts, { code: `openrouter:${id}`.slice(0, 180), name: `${name ?? id} (OpenRouter)`, vendor: 'OpenRouter', model: id, row }, prices)
}
