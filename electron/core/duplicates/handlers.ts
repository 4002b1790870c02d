import { mergeTenders, undoMerge } from '#core/duplicates/merge.ts'
import { inOrder } from '#core/duplicates/suspects.ts'
import { os } from '#core/os.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'

export const duplicatesHandlers = {
  suspects: os.duplicates.suspects.handler(async ({ context, signal }) => {
    const { db } = context.workspace
    const pairs = []
    for (const { first, second, likeness } of await context.findSuspects(signal)) {
      const [one, other] = [await sideOf(db, first), await sideOf(db, second)]
      if (one && other) pairs.push({ first: one, second: other, likeness })
    }
    return pairs
  }),

  merge: os.duplicates.merge.handler(async ({ input, context, errors }) => {
    const { workspace, newId, now } = context
    const id = newId()
    if (!(await mergeTenders(workspace, { id, ...input, at: now().toISOString() }))) throw errors.NOT_FOUND()
    const merge = (await mergesOf(workspace.db)).find((known) => known.id === id)
    if (!merge) throw errors.NOT_FOUND()
    return merge
  }),

  keepApart: os.duplicates.keepApart.handler(async ({ input, context }) => {
    const [first, second] = inOrder(input.first, input.second)
    await context.workspace.db.insertInto('notDuplicate').values({ first, second, at: context.now().toISOString() }).onConflict((conflict) => conflict.doNothing()).execute()
  }),

  merges: os.duplicates.merges.handler(({ context }) => mergesOf(context.workspace.db)),

  undo: os.duplicates.undo.handler(async ({ input, context, errors }) => {
    const tenderId = await undoMerge(context.workspace, input.id, context.now().toISOString())
    if (tenderId === null) throw errors.NOT_FOUND()
    return { tenderId }
  }),
}

function mergesOf(db: WorkspaceDb) {
  return db.selectFrom('tenderMerge').innerJoin('tender', 'tender.id', 'tenderMerge.keptId').select(['tenderMerge.id', 'keptId', 'tender.title as keptTitle', 'tenderMerge.title', 'tenderMerge.at']).orderBy('tenderMerge.at', 'desc').execute()
}

async function sideOf(db: WorkspaceDb, id: string) {
  const tender = await findTender(db, id)
  if (!tender) return null
  const count = async (table: 'bid' | 'notice') => (await db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as('count')).where('tenderId', '=', id).executeTakeFirstOrThrow()).count
  const { projectNo, title, buyer, agency, budget, ceiling, currency, publishedAt, bidDeadline, source, stage } = tender
  return { id, projectNo, title, buyer, agency, budget, ceiling, currency, publishedAt, bidDeadline, source, stage, bids: await count('bid'), notices: await count('notice') }
}
