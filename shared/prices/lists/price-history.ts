import { z } from 'zod'
import { addDays } from '#shared/calendar/day.ts'
import { type ListFacts, listedNumber, type PriceReading, refusedPrice, tokenReadings, type TokenPrices } from '#shared/prices/lists/reading.ts'
import { Day } from '#shared/time.ts'

const Model = z.looseObject({ id: z.string(), name: z.string().optional(), price_history: z.array(z.looseObject({ from_date: Day.nullish(), to_date: Day.nullish() })) })
const fields = { 'tokens-in': 'input', 'tokens-out': 'output', 'tokens-cached': 'input_cached' } as const

/** A vendor's model with the prices it had, USD per million tokens. A price that has ended is a price of its own, valid through the day before its end. */
export const readPriceHistory = (vendor: string, value: unknown, row: number, facts: ListFacts): PriceReading[] => {
  const parsed = Model.safeParse(value)
  if (!parsed.success) return [refusedPrice('field-missing', `${vendor}: a model without id or price_history`, row, 'price_history')]
  const { id, name, price_history: states } = parsed.data
  return states.flatMap((state) => {
    const prices: TokenPrices = {}
    for (const side of ['tokens-in', 'tokens-out', 'tokens-cached'] as const) {
      const amount = listedNumber(state[fields[side]])
      if (amount !== null) prices[side] = { amount }
    }
    if (Object.keys(prices).length === 0) return [refusedPrice('price-missing', `${vendor}/${id}: no price`, row, 'price_history')]
    const end = state.to_date ?? null
    const code = `price-history:${vendor}/${id}${end === null ? '' : `@${end}`}`
    return tokenReadings({ ...facts, origin: `price-history/${vendor}` }, { code, name: name ?? id, vendor, model: id, row, validFrom: state.from_date ?? null, validUntil: end === null ? null : addDays(end, -1) }, prices)
  })
}
