import type { WorkspaceDb } from '#core/db/workspace.ts'
import { RememberedMapping, type RememberedMappings } from '#shared/tenders/table/table-preview.ts'

export async function rememberedMappings(db: WorkspaceDb): Promise<RememberedMappings> {
  const rows = await db.selectFrom('tableMapping').select(['headings', 'data']).orderBy('updatedAt', 'desc').execute()
  return Object.fromEntries(rows.map(({ headings, data }) => [headings, RememberedMapping.parse(JSON.parse(data))]))
}

export async function rememberMapping(db: WorkspaceDb, headings: string, mapping: RememberedMapping, updatedAt: string): Promise<void> {
  const data = JSON.stringify(mapping)
  await db.insertInto('tableMapping').values({ headings, data, updatedAt }).onConflict((conflict) => conflict.column('headings').doUpdateSet({ data, updatedAt })).execute()
}

export async function forgetMapping(db: WorkspaceDb, headings: string): Promise<void> {
  await db.deleteFrom('tableMapping').where('headings', '=', headings).execute()
}
