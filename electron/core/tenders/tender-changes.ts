import { sql } from 'kysely'
import { z } from 'zod'
import type { Workspace, WorkspaceDb } from '#core/db/workspace.ts'
import { packTender, PackedTender, unpackTender } from '#core/tenders/packed-tender.ts'
import { deleteTender } from '#core/tenders/tender-store.ts'
import { chunks, seqsOf } from '#core/tenders/tender-targets.ts'
import type { ChangedTenders, TenderChange, TenderTarget } from '#shared/tenders/contract.ts'

type Deps = { workspace: Workspace; now: () => Date; newId: () => string }
type SetChange = Exclude<TenderChange, { kind: 'delete' }>

const perStatement = 500
const keptUndos = 50

const SetBefore = z.object({ kind: z.literal('set'), column: z.enum(['stage', 'owner', 'useCase']), id: z.string(), before: z.string().nullable() })
const UndoData = z.discriminatedUnion('kind', [SetBefore, z.object({ kind: z.literal('deleted'), tender: PackedTender })])

/** Changes many tenders at once and keeps what was there before, all in one transaction. */
export async function changeTenders({ workspace, now, newId }: Deps, target: TenderTarget, change: TenderChange): Promise<ChangedTenders> {
  const at = now().toISOString()
  const undoId = newId()
  return workspace.db.transaction().execute(async (db) => {
    const seqs = await seqsOf(db, target, at)
    const done = change.kind === 'delete' ? await deleteAll(workspace, db, seqs, undoId, at) : { changed: await setAll(db, seqs, change, undoId, at), kept: 0 }
    await forgetOldUndos(db)
    return { ...done, undoId: done.changed === 0 ? null : undoId }
  })
}

async function setAll(db: WorkspaceDb, seqs: readonly number[], change: SetChange, undoId: string, at: string): Promise<number> {
  const column = change.kind
  const value = change.kind === 'stage' ? change.stage : change.kind === 'owner' ? change.owner : change.useCase
  let changed = 0
  for (const some of chunks(seqs, perStatement)) {
    const differing = sql`seq IN (${sql.join(some)}) AND ${sql.ref(column)} IS NOT ${value}`
    await sql`INSERT INTO undoEntry (undoId, position, at, data)
      SELECT ${undoId}, seq, ${at}, json_object('kind', 'set', 'column', ${column}, 'id', id, 'before', ${sql.ref(column)}) FROM tender WHERE ${differing}`.execute(db)
    const { numAffectedRows } = await sql`UPDATE tender SET ${sql.ref(column)} = ${value}, version = version + 1, updatedAt = ${at} WHERE ${differing}`.execute(db)
    changed += Number(numAffectedRows ?? 0)
  }
  return changed
}

/** A tender we bid for stays: its bids, versions and approvals hang on it. */
async function deleteAll(workspace: Workspace, db: WorkspaceDb, seqs: readonly number[], undoId: string, at: string): Promise<{ changed: number; kept: number }> {
  let [changed, kept] = [0, 0]
  for (const some of chunks(seqs, perStatement)) {
    const rows = await db.selectFrom('tender').leftJoin('bid', 'bid.tenderId', 'tender.id').select(['tender.id', 'tender.seq', 'bid.id as bidId']).where('tender.seq', 'in', some).execute()
    const bidden = new Set(rows.filter(({ bidId }) => bidId !== null).map(({ id }) => id))
    kept += bidden.size
    for (const { id, seq } of rows.filter((row) => !bidden.has(row.id))) {
      const data = JSON.stringify({ kind: 'deleted', tender: packTender(workspace.raw, id) })
      await db.insertInto('undoEntry').values({ undoId, position: seq, at, data }).execute()
      await deleteTender(db, id)
      changed += 1
    }
  }
  return { changed, kept }
}

/** Takes a change back; null when it is not known (any more). A tender read in again meanwhile is not restored over it. */
export async function undoChange({ workspace, now }: Deps, undoId: string): Promise<{ restored: number; lost: number } | null> {
  const at = now().toISOString()
  return workspace.db.transaction().execute(async (db) => {
    const entries = await db.selectFrom('undoEntry').select('data').where('undoId', '=', undoId).orderBy('position').execute()
    if (entries.length === 0) return null
    let restored = 0
    for (const { data } of entries) {
      const entry = UndoData.parse(JSON.parse(data))
      const isBack = entry.kind === 'deleted' ? await unpackTender(workspace.raw, db, entry.tender) : await setBack(db, entry, at)
      if (isBack) restored += 1
    }
    await db.deleteFrom('undoEntry').where('undoId', '=', undoId).execute()
    return { restored, lost: entries.length - restored }
  })
}

async function setBack(db: WorkspaceDb, { column, id, before }: z.infer<typeof SetBefore>, at: string): Promise<boolean> {
  const { numAffectedRows } = await sql`UPDATE tender SET ${sql.ref(column)} = ${before}, version = version + 1, updatedAt = ${at} WHERE id = ${id}`.execute(db)
  return numAffectedRows === 1n
}

async function forgetOldUndos(db: WorkspaceDb): Promise<void> {
  await sql`DELETE FROM undoEntry WHERE undoId NOT IN (SELECT undoId FROM undoEntry GROUP BY undoId ORDER BY MAX(at) DESC LIMIT ${keptUndos})`.execute(db)
}
