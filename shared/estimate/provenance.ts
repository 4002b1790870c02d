import { z } from 'zod'
import { DecimalText } from '#shared/decimal.ts'
import { Day } from '#shared/time.ts'

/** A price of the book as it stood when a line took it: what the unit cost was worked out from. */
export const TakenPrice = z.object({
  itemId: z.string().max(64),
  itemVersion: z.int(),
  unitPrice: DecimalText.nullable(),
  per: DecimalText,
  unit: z.string().max(30),
  currency: z.string().max(3),
  vatIncluded: z.boolean().nullable(),
  vatRate: DecimalText.nullable(),
  /** CNY per unit of `currency`, of `rateDay`; null for CNY and where there was none. */
  exchangeRate: DecimalText.nullable(),
  rateDay: Day.nullable(),
  on: Day,
})
export type TakenPrice = z.infer<typeof TakenPrice>

/** Where a price comes from; every figure keeps it. */
export const Provenance = z.object({
  source: z.string().max(300).nullish(),
  priceDate: Day.nullish(),
  validUntil: Day.nullish(),
  /** Null: typed by hand. */
  taken: TakenPrice.nullish(),
})
export type Provenance = z.infer<typeof Provenance>
