import { forgetAssessments } from '#core/bids/bid-store.ts'
import { insertRow, moveAll, moveBack, rowOfTender, Snapshot } from '#core/duplicates/merge-store.ts'
import type { Workspace, WorkspaceDb } from '#core/db/workspace.ts'
import { deleteTender, findTender, reindexTender, updateTender } from '#core/tenders/tender-store.ts'
import { TenderFacts } from '#shared/tenders/tender.ts'

const fields = ['projectNo', 'buyer', 'agency', 'method', 'budget', 'ceiling', 'currency', 'publishedAt', 'bidDeadline', 'openingTime'] as const

type MergeRequest = { id: string; kept: string; merged: string; at: string }

/** One tender of two: the kept one takes over what the other has and fills its gaps from it. False where either is gone. */
export async function mergeTenders({ db, raw }: Pick<Workspace, 'db' | 'raw'>, { id, kept, merged, at }: MergeRequest): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const [into, other] = [await findTender(trx, kept), await findTender(trx, merged)]
    const row = rowOfTender(raw, merged)
    if (!into || !other || !row || kept === merged) return false
    const facts: Snapshot['facts'] = fields.filter((field) => into[field] === null && other[field] !== null).map((field) => ({ field, before: null, after: other[field] }))
    if (into.lots.length === 0 && other.lots.length > 0) facts.push({ field: 'lots', before: '[]', after: JSON.stringify(other.lots) })
    const moves = moveAll(raw, merged, kept)
    await deleteTender(trx, merged)
    const snapshot: Snapshot = { tender: row, ...moves, facts }
    await trx.insertInto('tenderMerge').values({ id, keptId: kept, mergedId: merged, sourceKey: other.sourceKey, title: other.title, at, snapshot: JSON.stringify(snapshot) }).execute()
    await updateTender(trx, { ...into, ...valuesOf(facts, 'after'), version: into.version + 1, updatedAt: at }, into.version)
    await forgetAssessments(trx, kept)
    return true
  })
}

/** Both tenders as they were, with what came in for either since; null where the merge or the kept tender is gone. */
export async function undoMerge({ db, raw }: Pick<Workspace, 'db' | 'raw'>, id: string, at: string): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    const merge = await trx.selectFrom('tenderMerge').selectAll().where('id', '=', id).executeTakeFirst()
    const kept = merge ? await findTender(trx, merge.keptId) : null
    if (!merge || !kept) return null
    const snapshot = Snapshot.parse(JSON.parse(merge.snapshot))
    insertRow(raw, 'tender', snapshot.tender)
    moveBack(raw, merge.keptId, merge.mergedId, snapshot)
    await returnArrivals(trx, id, merge.mergedId)
    const current = rowOfTender(raw, merge.keptId) ?? {}
    // What somebody has changed since is theirs.
    const unchanged = snapshot.facts.filter(({ field, after }) => current[field] === after)
    await updateTender(trx, { ...kept, ...valuesOf(unchanged, 'before'), version: kept.version + 1, updatedAt: at }, kept.version)
    await forgetAssessments(trx, kept.id)
    await trx.deleteFrom('tenderMerge').where('id', '=', id).execute()
    await reindexTender(trx, merge.mergedId)
    return merge.mergedId
  })
}

async function returnArrivals(db: WorkspaceDb, mergeId: string, tenderId: string): Promise<void> {
  const arrived = await db.selectFrom('mergeArrival').select('noticeId').where('mergeId', '=', mergeId).execute()
  for (const { noticeId } of arrived) await db.updateTable('notice').set({ tenderId }).where('id', '=', noticeId).execute()
}

function valuesOf(facts: Snapshot['facts'], when: 'before' | 'after'): Partial<TenderFacts> {
  const values = Object.fromEntries(facts.map((fact) => [fact.field, fact.field === 'lots' ? JSON.parse(String(fact[when])) : fact[when]]))
  return TenderFacts.partial().parse(values)
}
