import { z } from 'zod'
import { Instant } from '#shared/time.ts'

const FieldChange = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })

/** What one saved edit changed: lines of the offer and of the costs, everything else of the estimate, and the terms. */
export const BidChanges = z.object({
  lines: z.array(z.object({ kind: z.enum(['offer', 'cost']), id: z.string(), name: z.string(), change: z.enum(['added', 'removed', 'changed']), before: z.string().nullable(), after: z.string().nullable(), fields: z.array(FieldChange) })),
  settings: z.array(FieldChange),
  terms: z.array(FieldChange),
})
export type BidChanges = z.infer<typeof BidChanges>

/** One entry of a bid's history; `version` is the bid's after the edit. */
export const BidChange = z.object({ seq: z.int(), version: z.int(), at: Instant, by: z.string(), changes: BidChanges })
export type BidChange = z.infer<typeof BidChange>
