import type { WorkspaceDb } from '#core/db/workspace.ts'
import { RulePack } from '#shared/pricing/rule-pack.ts'

export type StoredPack = { pack: RulePack; fileName: string; importedAt: string }

/** The company's own packs, the last imported first. */
export async function storedPacks(db: WorkspaceDb): Promise<StoredPack[]> {
  const rows = await db.selectFrom('rulePack').selectAll().orderBy('importedAt', 'desc').orderBy('id').execute()
  return rows.map(({ data, fileName, importedAt }) => ({ pack: RulePack.parse(JSON.parse(data)), fileName, importedAt }))
}

/** What every judgement is made under besides the packs shipped with the program. */
export async function ownPacks(db: WorkspaceDb): Promise<RulePack[]> {
  return (await storedPacks(db)).map(({ pack }) => pack)
}

/** Stores a pack; one of the same id is replaced. */
export async function savePack(db: WorkspaceDb, { pack, fileName, importedAt }: StoredPack): Promise<void> {
  const values = { data: JSON.stringify(pack), fileName, importedAt }
  await db.insertInto('rulePack').values({ id: pack.id, ...values }).onConflict((on) => on.column('id').doUpdateSet(values)).execute()
}

export async function deletePack(db: WorkspaceDb, id: string): Promise<void> {
  await db.deleteFrom('rulePack').where('id', '=', id).execute()
}
