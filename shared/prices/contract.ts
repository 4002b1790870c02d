import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ExchangeRate } from '#shared/prices/exchange-rate.ts'
import { PriceCategory, PriceDraft, PriceItem, PriceKind, PriceState } from '#shared/prices/price-item.ts'

/** Prices that can be calculated with, or what keeps the others from it. */
export const PriceStatusFilter = z.enum(['valid', 'expired', 'not-yet-valid', 'unknown'])

export const PriceQuery = z.object({
  query: z.string().max(300).default(''),
  kind: PriceKind.nullable().default(null),
  categories: z.array(PriceCategory).max(20).default([]),
  status: PriceStatusFilter.nullable().default(null),
  isDomestic: z.boolean().nullable().default(null),
  limit: z.int().min(1).max(500).default(500),
  offset: z.int().min(0).default(0),
})
export type PriceQuery = z.infer<typeof PriceQuery>

const id = z.object({ id: z.string() })
const stale = { data: z.object({ version: z.int() }) }

export const pricesContract = {
  /** A page by name; `total` counts all that match, `inBook` all there are. */
  list: oc.input(PriceQuery).output(z.object({ items: z.array(PriceItem), total: z.int(), inBook: z.int() })),
  /** Items by their ids, in no order; ids that are not in the book are left out. */
  byIds: oc.input(z.object({ ids: z.array(z.string()).max(4000) })).output(z.array(PriceItem)),
  /** The item and every state it had, the newest first. */
  get: oc.errors({ NOT_FOUND: {} }).input(id).output(z.object({ item: PriceItem, history: z.array(PriceState) })),
  add: oc.errors({ CODE_TAKEN: {} }).input(z.object({ draft: PriceDraft })).output(PriceItem),
  save: oc.errors({ NOT_FOUND: {}, CODE_TAKEN: {}, STALE: stale }).input(id.extend({ version: z.int(), draft: PriceDraft })).output(PriceItem),
  rates: oc.output(z.array(ExchangeRate)),
  /** A rate for the same currency and day is replaced. */
  saveRates: oc.input(z.object({ rates: z.array(ExchangeRate).min(1).max(20_000) })).output(z.array(ExchangeRate)),
  removeRate: oc.input(z.object({ currency: z.string(), day: z.string() })).output(z.array(ExchangeRate)),
}
