import { oc } from '@orpc/contract'
import { z } from 'zod'
import { BidChange } from '#shared/versions/bid-change.ts'
import { BidVersion, VersionRow } from '#shared/versions/version.ts'

export const versionsContract = {
  /** The newest first. */
  list: oc.input(z.object({ bidId: z.string() })).output(z.array(VersionRow)),
  /** What was changed, the newest first; `before` goes on from the last entry one has. */
  history: oc.input(z.object({ bidId: z.string(), before: z.int().nullable().default(null), limit: z.int().min(1).max(200).default(50) })).output(z.array(BidChange)),
  get: oc.errors({ NOT_FOUND: {} }).input(z.object({ id: z.string() })).output(BidVersion),
  /** Freezes the bid as stored; `bidVersion` guards against freezing what the person does not see. `isNew` false: the newest version already says the same. */
  freeze: oc
    .errors({ NOT_FOUND: {}, STALE: { data: z.object({ version: z.int() }) } })
    .input(z.object({ bidId: z.string(), bidVersion: z.int(), note: z.string().max(500) }))
    .output(z.object({ version: VersionRow, isNew: z.boolean() })),
}
