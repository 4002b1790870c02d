import { basename } from 'node:path'
import type { HashedReading } from '#core/imports/hashed-reading.ts'
import { storeAtOnce, storeDraft, type Stored } from '#core/imports/store-draft.ts'
import type { Tally } from '#core/imports/tally.ts'
import type { CoreContext } from '#core/context.ts'
import { bulkWriter } from '#core/tenders/bulk-writer.ts'

/** Stores a batch in one transaction: a kill in the middle loses at most what was not acknowledged. */
export async function storeBatch(batch: readonly HashedReading[], tally: Tally, deps: Pick<CoreContext, 'workspace' | 'now' | 'newId'>): Promise<void> {
  if (batch.length === 0) return
  const { workspace } = deps
  const sourceName = basename(tally.file.path)
  const outcomes: Stored[] = []
  const rejected = batch.flatMap((reading) => (reading.ok ? [] : [reading.issue]))
  for (const issue of rejected) tally.reject(issue)
  await workspace.db.transaction().execute(async (db) => {
    const writer = bulkWriter(workspace.raw)
    for (const reading of batch) {
      if (reading.ok) outcomes.push(storeAtOnce(writer, reading.draft, reading.contentHash, sourceName, deps) ?? (await storeDraft(db, reading.draft, sourceName, deps)))
    }
    await tally.save(db)
  })
  // Counted only after the commit: what is reported is stored.
  for (const { outcome, tenderId } of outcomes) tally.stored(outcome, tenderId)
}
