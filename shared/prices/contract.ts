import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ImportIssueCode } from '#shared/imports/issue.ts'
import { ExchangeRate } from '#shared/prices/exchange-rate.ts'
import { PriceCategory, PriceDraft, PriceItem, PriceKind, PriceState, PriceUnit } from '#shared/prices/price-item.ts'

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

const Stated = z.object({ unitPrice: z.string().nullable(), per: z.string(), unit: PriceUnit, unitName: z.string().nullable(), currency: z.string(), validUntil: z.string().nullable(), sourceDate: z.string().nullable() })

/** What taking one price of a file would do. Prices that stay as they are are only counted. */
export const PriceDiffRow = z.object({
  code: z.string(),
  name: z.string(),
  status: z.enum(['new', 'changed', 'gone']),
  before: Stated.nullable(),
  after: Stated.nullable(),
  /** New ÷ old − 1. */
  change: z.number().nullable(),
  isImplausible: z.boolean(),
  fields: z.array(z.string()),
})
export type PriceDiffRow = z.infer<typeof PriceDiffRow>

/** A row that is no price: its file, row and field where known. */
export const PriceIssue = z.object({ file: z.string(), row: z.int().nullable(), field: z.string().nullable(), code: ImportIssueCode, message: z.string() })
export type PriceIssue = z.infer<typeof PriceIssue>

/** `issues` is capped, `counts.rejected` is not. */
export const PricePreview = z.object({
  importId: z.string(),
  counts: z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), gone: z.int(), rejected: z.int() }),
  rows: z.array(PriceDiffRow),
  issues: z.array(PriceIssue),
})
export type PricePreview = z.infer<typeof PricePreview>

export const PriceSettings = z.object({ /** Days after which a price is asked about before a bid leaves. */ maxAgeDays: z.int().min(1).max(3650) })
export type PriceSettings = z.infer<typeof PriceSettings>
export const defaultPriceSettings: PriceSettings = { maxAgeDays: 90 }

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
  /** Ends the validity of prices yesterday; those that ended before keep their day. */
  expire: oc.input(z.object({ ids: z.array(z.string()).min(1).max(20_000) })).output(z.object({ expired: z.int() })),
  /** Reads price lists and compares them with the book; nothing is changed. Core keeps the last comparison for `take`. */
  preview: oc.errors({ FILE_UNKNOWN: {} }).input(z.object({ tokens: z.array(z.string()).min(1).max(1000) })).output(PricePreview),
  /** Takes the chosen codes of the last comparison. `IMPORT_GONE`: core was started again or another file was compared since. */
  take: oc.errors({ IMPORT_GONE: {} }).input(z.object({ importId: z.string(), codes: z.array(z.string()).max(60_000) })).output(z.object({ taken: z.int() })),
  /** Adds the prices shipped with the program that are not in the book yet. */
  addStarter: oc.output(z.object({ taken: z.int() })),
  settings: oc.output(PriceSettings),
  saveSettings: oc.input(PriceSettings).output(PriceSettings),
  rates: oc.output(z.array(ExchangeRate)),
  /** A rate for the same currency and day is replaced. */
  saveRates: oc.input(z.object({ rates: z.array(ExchangeRate).min(1).max(20_000) })).output(z.array(ExchangeRate)),
  /** Takes a list of rates in CSV: currency, day, rate, source. Rows that can't be read are named. */
  importRates: oc.errors({ FILE_UNKNOWN: {}, NOT_RATES: {} }).input(z.object({ token: z.string() })).output(z.object({ taken: z.int(), rejected: z.array(z.object({ row: z.int(), field: z.enum(['currency', 'day', 'rate']), value: z.string() })), rates: z.array(ExchangeRate) })),
  removeRate: oc.input(z.object({ currency: z.string(), day: z.string() })).output(z.array(ExchangeRate)),
}
