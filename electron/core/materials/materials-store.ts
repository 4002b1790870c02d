import type { WorkspaceDb } from '#core/db/workspace.ts'
import { BidMaterials } from '#shared/materials/materials.ts'

export type StoredMaterials = { version: number; materials: BidMaterials }

/** What is chosen for a bid; version 0 and nothing when nobody has chosen yet. */
export async function findMaterials(db: WorkspaceDb, bidId: string): Promise<StoredMaterials> {
  const row = await db.selectFrom('bidMaterials').selectAll().where('bidId', '=', bidId).executeTakeFirst()
  return row ? { version: row.version, materials: BidMaterials.parse(JSON.parse(row.data)) } : { version: 0, materials: [] }
}

/** Saves if nobody else saved since; false when the stored version is no longer `expectedVersion`. */
export async function saveMaterials(db: WorkspaceDb, bidId: string, materials: BidMaterials, expectedVersion: number, at: string): Promise<boolean> {
  const values = { version: expectedVersion + 1, data: JSON.stringify(materials), updatedAt: at }
  if (expectedVersion === 0) {
    const { numInsertedOrUpdatedRows } = await db.insertInto('bidMaterials').values({ bidId, ...values }).onConflict((on) => on.column('bidId').doNothing()).executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await db.updateTable('bidMaterials').set(values).where('bidId', '=', bidId).where('version', '=', expectedVersion).executeTakeFirst()
  return numUpdatedRows === 1n
}
