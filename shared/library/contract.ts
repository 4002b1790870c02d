import { oc } from '@orpc/contract'
import { z } from 'zod'
import { LibraryData, LibraryItem } from '#shared/library/item.ts'
import { Day, Instant } from '#shared/time.ts'

const stale = { data: z.object({ version: z.int() }) }

/** An item as it was saved. */
export const LibraryVersion = z.object({ version: z.int(), savedAt: Instant, data: LibraryData })
export type LibraryVersion = z.infer<typeof LibraryVersion>

export const Expiring = z.object({ id: z.string(), kind: z.enum(['certificate', 'text']), name: z.string(), lastDay: Day })
export type Expiring = z.infer<typeof Expiring>

export const libraryContract = {
  /** Everything, by kind and name; a company has hundreds, not thousands. */
  list: oc.output(z.array(LibraryItem)),
  /** `id` null adds. FILES_UNKNOWN: an attachment is not in the workspace. */
  save: oc
    .errors({ NOT_FOUND: {}, STALE: stale, FILES_UNKNOWN: {} })
    .input(z.object({ id: z.string().nullable(), version: z.int(), data: LibraryData }))
    .output(LibraryItem),
  remove: oc.input(z.object({ ids: z.array(z.string()).min(1).max(1000) })).output(z.object({ removed: z.int() })),
  /** Brings removed items back as they were last saved. */
  restore: oc.input(z.object({ ids: z.array(z.string()).min(1).max(1000) })).output(z.object({ restored: z.int() })),
  /** Every saved state, newest first: a renewed certificate keeps the one it replaced. */
  history: oc.input(z.object({ id: z.string() })).output(z.array(LibraryVersion)),
  /** What can't be relied on any more on that day or was due before it, soonest first. */
  expiring: oc.input(z.object({ until: Day })).output(z.array(Expiring)),
}
