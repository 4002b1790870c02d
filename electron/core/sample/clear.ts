import { appendToLog, logHead, readLog, sealLog, unsealLog } from '#core/approvals/audit-log.ts'
import { deleteSampleCompany } from '#core/company/company-store.ts'
import type { CoreContext } from '#core/context.ts'
import { withoutTriggers } from '#core/db/without-triggers.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { deleteSampleItems } from '#core/library/library-store.ts'
import { currentPerson } from '#core/people/current-person.ts'
import { deleteSamplePrices } from '#core/prices/price-store.ts'
import { findProgramme, removeProgramme } from '#core/programmes/programme-store.ts'
import { deleteTender } from '#core/tenders/tender-store.ts'
import { forgetSampleMark, readSampleMark, type SampleMark } from '#core/sample/mark.ts'
import { defaultDesk } from '#shared/approvals/deal-desk.ts'
import { ledgerOf } from '#shared/approvals/ledger.ts'
import { localUser } from '#shared/versions/version.ts'

/** Removes exactly what the sample added: a tender a person started an own bid on stays, and so does a programme a person changed. */
export async function clearSample(context: CoreContext): Promise<void> {
  const { workspace } = context
  const mark = await readSampleMark(workspace.db)
  // A log somebody changed keeps the note that shows it.
  const isSound = (await readLog(workspace)).state.problem === null
  const isLogOnlySample = isSound && (await isOnlySample(mark, context))
  if (isSound) unsealLog(workspace)
  await workspace.db.transaction().execute(async (db) => {
    await forgetWrittenOnce(db, isLogOnlySample)
    await db.deleteFrom('bid').where('isSample', '=', 1).execute()
    const tenders = await db
      .selectFrom('tender')
      .select('id')
      .where('isSample', '=', 1)
      .where((eb) => eb.not(eb.exists(eb.selectFrom('bid').select('bid.id').whereRef('bid.tenderId', '=', 'tender.id'))))
      .execute()
    for (const { id } of tenders) await deleteTender(db, id)
    await db.updateTable('tender').set({ isSample: 0 }).where('isSample', '=', 1).execute()
    await deleteSampleCompany(db)
    await deleteSamplePrices(db)
    await deleteSampleItems(db)
    for (const id of mark.programmes) if ((await findProgramme(db, id))?.version === 1) await removeProgramme(db, id)
    await forgetSampleMark(db)
    if (mark.log !== null && !isLogOnlySample) await endSampleDesk(db, mark.log.entries, context)
  })
  if (isSound) await sealLog(workspace)
}

/** Nobody has written into the log since the sample did. */
async function isOnlySample({ log }: SampleMark, { workspace }: CoreContext): Promise<boolean> {
  if (log === null) return false
  const { entries, hash } = await logHead(workspace.db)
  return entries === log.entries && hash === log.hash
}

/** Versions and changes of the sample's bids, and its log with what it speaks of while that is all there is. */
async function forgetWrittenOnce(db: WorkspaceDb, withLog: boolean): Promise<void> {
  const ids = db.selectFrom('bid').select('id').where('isSample', '=', 1)
  await withoutTriggers(db, ['bidVersion', 'bidChange', ...(withLog ? ['auditLog', 'frozenVersion'] : [])], async () => {
    await db.deleteFrom('bidVersion').where('bidId', 'in', ids).execute()
    await db.deleteFrom('bidChange').where('bidId', 'in', ids).execute()
    if (!withLog) return
    await db.deleteFrom('auditLog').execute()
    await db.deleteFrom('frozenVersion').where('bidId', 'in', ids).execute()
  })
}

/** A log somebody else has written into is never cut: the sample's rules and budgets in it end with entries of their own. */
async function endSampleDesk(db: WorkspaceDb, sampleEntries: number, { workspace, now }: CoreContext): Promise<void> {
  const { entries, state } = await readLog({ path: workspace.path, db })
  if (state.problem !== null) return
  const happened = { by: (await currentPerson(db)) ?? localUser, at: now().toISOString() }
  const ofSample = ledgerOf(entries.slice(0, sampleEntries)).budgets.map(({ id }) => id)
  for (const budget of ledgerOf(entries).budgets) {
    if (ofSample.includes(budget.id) && !budget.isClosed) await appendToLog(db, { ...happened, event: 'budget-saved', body: { ...budget, isClosed: true } })
  }
  if (!entries.slice(sampleEntries).some(({ event }) => event === 'desk-changed')) await appendToLog(db, { ...happened, event: 'desk-changed', body: { desk: defaultDesk } })
}
