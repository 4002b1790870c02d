import { oc } from '@orpc/contract'
import { z } from 'zod'
import { BidMaterials } from '#shared/materials/materials.ts'

const bid = z.object({ bidId: z.string() })
const Stored = z.object({ version: z.int(), materials: BidMaterials })

export const materialsContract = {
  /** Version 0 and nothing while nobody has chosen. */
  get: oc.errors({ NOT_FOUND: {} }).input(bid).output(Stored),
  save: oc.errors({ NOT_FOUND: {}, STALE: { data: z.object({ version: z.int() }) } }).input(bid.extend({ version: z.int(), materials: BidMaterials })).output(Stored),
  /** What a bid of this use case and deadline would take; stores nothing. */
  suggest: oc.errors({ NOT_FOUND: {} }).input(bid).output(BidMaterials),
}
