import { z } from 'zod'
import type { Decimal } from '#shared/decimal.ts'
import { type ListFacts, listedNumber, type PriceReading, refusedPrice, type StatedPrice, tokenReadings, type TokenPrices } from '#shared/prices/lists/reading.ts'

const Entry = z.looseObject({ litellm_provider: z.string().optional(), mode: z.string().optional(), source: z.string().optional(), tiered_pricing: z.array(z.record(z.string(), z.unknown())).optional() })
type Entry = z.infer<typeof Entry>

/** Its fields of a token price, per token; the longer names hold above so many thousand tokens of input. */
const fields = { 'tokens-in': 'input_cost_per_token', 'tokens-out': 'output_cost_per_token', 'tokens-cached': 'cache_read_input_token_cost', 'tokens-cache-write': 'cache_creation_input_token_cost' } as const
const sides = ['tokens-in', 'tokens-out', 'tokens-cached', 'tokens-cache-write'] as const

const perMillion = (value: unknown): Decimal | null => listedNumber(value)?.times('1e6') ?? null

/** "input_cost_per_token_above_128k_tokens": prices above a size, beside the price below it. */
const aboveTiers = (entry: Entry, field: string, base: Decimal): StatedPrice['tiers'] => {
  const above = Object.entries(entry).flatMap(([key, value]) => {
    const size = new RegExp(`^${field}_above_(\\d+)k_tokens$`).exec(key)?.[1]
    const amount = size === undefined ? null : perMillion(value)
    return size === undefined || amount === null ? [] : [{ above: Number(size) * 1000, amount }]
  })
  if (above.length === 0) return []
  const starts = [{ above: 0, amount: base }, ...above.toSorted((a, b) => a.above - b.above)]
  return starts.map(({ above: start, amount }, index) => ({ above: String(start), upTo: starts[index + 1]?.above.toString() ?? null, amount }))
}

/** "tiered_pricing": [{ range: [0, 32000], input_cost_per_token, … }]. */
const rangeTiers = (entry: Entry, field: string): StatedPrice['tiers'] =>
  (entry.tiered_pricing ?? []).map((tier) => {
    const range = z.array(z.unknown()).safeParse(tier['range']).data ?? []
    return { above: listedNumber(range[0])?.toFixed() ?? '0', upTo: listedNumber(range[1])?.toFixed() ?? null, amount: perMillion(tier[field]) }
  })

const sidePrice = (entry: Entry, field: string): StatedPrice | null => {
  const base = perMillion(entry[field])
  const ranges = rangeTiers(entry, field) ?? []
  const first = ranges[0]?.amount ?? null
  if (base === null) return first === null ? null : { amount: first, tiers: ranges }
  return { amount: base, tiers: aboveTiers(entry, field, base) ?? [] }
}

/**
 * One model of LiteLLM's price map (USD per token) as prices per million. A zero is a price nobody states there
 * (for several providers it means unknown), so it is kept as unknown.
 */
export const readLitellmModel = (model: string, value: unknown, row: number, facts: ListFacts): PriceReading[] => {
  const parsed = Entry.safeParse(value)
  if (!parsed.success) return [refusedPrice('field-invalid', `${model}: not an entry of a price map`, row)]
  const entry = parsed.data
  const prices: TokenPrices = {}
  for (const side of sides) {
    const price = sidePrice(entry, fields[side])
    if (price !== null) prices[side] = price
  }
  if (Object.keys(prices).length === 0) return [refusedPrice('price-missing', `${model}: no price per token (${entry.mode ?? 'no mode'})`, row, 'input_cost_per_token')]
  const vendor = entry.litellm_provider ?? null
  return tokenReadings(facts, { code: `litellm:${model}`.slice(0, 180), name: model, vendor, model, url: entry.source ?? null, row }, prices)
}
