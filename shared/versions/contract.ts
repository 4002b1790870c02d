import { oc } from '@orpc/contract'
import { z } from 'zod'
import { BidVersion, VersionRow } from '#shared/versions/version.ts'

export const versionsContract = {
  /** The newest first. */
  list: oc.input(z.object({ bidId: z.string() })).output(z.array(VersionRow)),
  get: oc.errors({ NOT_FOUND: {} }).input(z.object({ id: z.string() })).output(BidVersion),
  /** Freezes the bid as stored; `bidVersion` guards against freezing what the person does not see. `isNew` false: the newest version already says the same. */
  freeze: oc
    .errors({ NOT_FOUND: {}, STALE: { data: z.object({ version: z.int() }) } })
    .input(z.object({ bidId: z.string(), bidVersion: z.int(), note: z.string().max(500) }))
    .output(z.object({ version: VersionRow, isNew: z.boolean() })),
}
