import { basename } from 'node:path'
import { readLog } from '#core/approvals/audit-log.ts'
import { isBroken, write } from '#core/approvals/write-log.ts'
import { forgetAssessments, withPolicy } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { chosenPlace, orWriteFailed } from '#core/files/chosen-place.ts'
import { writeWhole } from '#core/files/whole-file.ts'
import { os } from '#core/os.ts'
import { reasonOf } from '#core/reason-of.ts'
import { flagChanges } from '#core/rules/flag-changes.ts'
import { readPackFile } from '#core/rules/pack-bytes.ts'
import { deletePack, ownPacks, savePack, storedPacks } from '#core/rules/pack-store.ts'
import { ledgerOf } from '#shared/approvals/ledger.ts'
import { isOverlapping, type RulePack } from '#shared/pricing/rule-pack.ts'
import { rulePacks } from '#shared/pricing/rule-packs.ts'
import type { CompanyThresholds, PackRow } from '#shared/rules/contract.ts'
import { type PackIssue, packIssue } from '#shared/rules/pack-file.ts'

export const rulesHandlers = {
  packs: os.rules.packs.handler(({ context }) => packRows(context)),

  previewPack: os.rules.previewPack.handler(async ({ input, context, errors }) => {
    const { pack, fileName, others, updates } = await incoming(input.token, context, errors)
    return { fileName, pack, updates, replaces: rulePacks.filter((shipped) => isOverlapping(shipped, pack)), changes: await flagChanges({ own: [pack, ...others] }, context) }
  }),

  importPack: os.rules.importPack.handler(async ({ input, context, errors }) => {
    const { pack, fileName } = await incoming(input.token, context, errors)
    await context.workspace.db.transaction().execute(async (db) => {
      await savePack(db, { pack, fileName, importedAt: context.now().toISOString() })
      await forgetAssessments(db)
    })
    return packRows(context)
  }),

  previewRemoval: os.rules.previewRemoval.handler(async ({ input, context, errors }) => {
    const own = await ownPacks(context.workspace.db)
    if (!own.some(({ id }) => id === input.id)) throw errors.NOT_FOUND()
    return flagChanges({ own: own.filter(({ id }) => id !== input.id) }, context)
  }),

  removePack: os.rules.removePack.handler(async ({ input, context, errors }) => {
    await context.workspace.db.transaction().execute(async (db) => {
      if (!(await ownPacks(db)).some(({ id }) => id === input.id)) throw errors.NOT_FOUND()
      await deletePack(db, input.id)
      await forgetAssessments(db)
    })
    return packRows(context)
  }),

  exportPack: os.rules.exportPack.handler(async ({ input: { id, destination }, context, errors }) => {
    const path = chosenPlace(destination, context, errors)
    const row = (await packRows(context)).find(({ pack }) => pack.id === id)
    if (!row) throw errors.NOT_FOUND()
    await orWriteFailed(writeWhole(path, new TextEncoder().encode(`${JSON.stringify(row.pack, null, 2)}\n`)), errors)
    return { fileName: basename(path) }
  }),

  thresholds: os.rules.thresholds.handler(({ context }) => thresholds(context)),

  previewThresholds: os.rules.previewThresholds.handler(({ input, context }) => flagChanges({ policy: input }, context)),

  saveThresholds: os.rules.saveThresholds.handler(async ({ input: { by, policy }, context, errors }) => {
    if (await isBroken(context)) throw errors.LOG_BROKEN()
    const { desk } = ledgerOf((await readLog(context.workspace)).entries)
    await write(context, by, { event: 'desk-changed', body: { desk: { ...desk, thresholds: policy } } }, (db) => withPolicy(db, policy, context.now().toISOString()))
    return thresholds(context)
  }),
}

type Incoming = { pack: RulePack; fileName: string; others: RulePack[]; updates: boolean }
type IncomingErrors = {
  FILE_UNKNOWN: () => Error
  UNREADABLE: (options: { data: { reason: string } }) => Error
  PACK_INVALID: (options: { data: { fileName: string; issues: PackIssue[] } }) => Error
}

/** The pack of a chosen file, checked against the company's others: two own packs for one project would leave it to chance which applies. */
async function incoming(token: string, { files, workspace }: CoreContext, errors: IncomingErrors): Promise<Incoming> {
  const path = files.pathOf(token)
  if (path === undefined) throw errors.FILE_UNKNOWN()
  const fileName = basename(path)
  const reading = await readPackFile(path).catch((error: unknown) => {
    throw errors.UNREADABLE({ data: { reason: reasonOf(error) } })
  })
  if (!reading.ok) throw errors.PACK_INVALID({ data: { fileName, issues: reading.issues } })
  const { pack } = reading
  const own = await ownPacks(workspace.db)
  const others = own.filter(({ id }) => id !== pack.id)
  const overlapping = others.filter((other) => isOverlapping(other, pack))
  if (overlapping.length > 0) throw errors.PACK_INVALID({ data: { fileName, issues: [packIssue('effectiveFrom', 'overlaps', { options: overlapping.map(({ id }) => id) })] } })
  return { pack, fileName, others, updates: others.length < own.length }
}

async function packRows({ workspace }: CoreContext): Promise<PackRow[]> {
  const own = await storedPacks(workspace.db)
  // An own pack exported from a shipped one keeps its name; the shipped one is then the row that is named by both.
  const shipped = rulePacks.map((pack): PackRow => ({ pack, origin: 'shipped', imported: null, replacedBy: own.filter((other) => isOverlapping(other.pack, pack)).map((other) => other.pack.id) }))
  return [...own.map(({ pack, fileName, importedAt }): PackRow => ({ pack, origin: 'own', imported: { fileName, at: importedAt }, replacedBy: [] })), ...shipped]
}

async function thresholds({ workspace }: CoreContext): Promise<CompanyThresholds> {
  const { desk, deskChanged } = ledgerOf((await readLog(workspace)).entries)
  return { policy: desk.thresholds, changed: deskChanged }
}
