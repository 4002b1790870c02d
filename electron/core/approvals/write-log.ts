import { appendToLog, readLog, sealLog } from '#core/approvals/audit-log.ts'
import type { CoreContext } from '#core/context.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import type { DeskEvent } from '#shared/approvals/desk-event.ts'

/** One transaction: what happened, its entry in the log, announced in the note of the log's head before it counts; then that note. */
export async function write({ workspace, now }: CoreContext, by: string, event: DeskEvent, act: (db: WorkspaceDb) => Promise<unknown> = () => Promise.resolve()): Promise<void> {
  await workspace.db.transaction().execute(async (db) => {
    await act(db)
    await sealLog({ path: workspace.path, db }, await appendToLog(db, { ...event, by, at: now().toISOString() }))
  })
  await sealLog(workspace)
}

/** After a broken log nothing more is written: it would look as if the rest could be believed. */
export async function isBroken({ workspace }: CoreContext): Promise<boolean> {
  return (await readLog(workspace)).state.problem !== null
}
