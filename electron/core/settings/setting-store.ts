import type { z } from 'zod'
import type { WorkspaceDb } from '#core/db/workspace.ts'

/** What a person set for this workspace; null when never, or when what is kept no longer makes sense. */
export async function readSetting<T>(db: WorkspaceDb, key: string, schema: z.ZodType<T>): Promise<T | null> {
  const row = await db.selectFrom('setting').select('data').where('key', '=', key).executeTakeFirst()
  if (!row) return null
  const read = schema.safeParse(JSON.parse(row.data))
  return read.success ? read.data : null
}

export async function writeSetting(db: WorkspaceDb, key: string, value: unknown, at: string): Promise<void> {
  const row = { key, data: JSON.stringify(value), updatedAt: at }
  await db.insertInto('setting').values(row).onConflict((conflict) => conflict.column('key').doUpdateSet({ data: row.data, updatedAt: at })).execute()
}
