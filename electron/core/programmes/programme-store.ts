import type { WorkspaceDb } from '#core/db/workspace.ts'
import { Programme } from '#shared/programmes/programme.ts'

export async function allProgrammes(db: WorkspaceDb): Promise<Programme[]> {
  const rows = await db.selectFrom('programme').select('data').execute()
  return rows.map(({ data }) => Programme.parse(JSON.parse(data))).sort((a, b) => a.region.localeCompare(b.region, 'zh') || a.name.localeCompare(b.name, 'zh'))
}

export async function findProgramme(db: WorkspaceDb, id: string): Promise<Programme | null> {
  const row = await db.selectFrom('programme').select('data').where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : Programme.parse(JSON.parse(row.data))
}

export async function insertProgramme(db: WorkspaceDb, programme: Programme): Promise<void> {
  await db.insertInto('programme').values({ id: programme.id, version: programme.version, data: JSON.stringify(programme), updatedAt: programme.updatedAt }).execute()
}

/** Saves if nobody else saved since. */
export async function updateProgramme(db: WorkspaceDb, programme: Programme, expectedVersion: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('programme').set({ version: programme.version, data: JSON.stringify(programme), updatedAt: programme.updatedAt }).where('id', '=', programme.id).where('version', '=', expectedVersion).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removeProgramme(db: WorkspaceDb, id: string): Promise<void> {
  await db.deleteFrom('programme').where('id', '=', id).execute()
}
