import { sql } from 'kysely'
import type { WorkspaceDb } from '#core/db/workspace.ts'

/** Runs `act` while the triggers of these tables are lifted, then puts them back as they were; within the caller's transaction, so that nobody ever sees the tables unguarded. */
export async function withoutTriggers(db: WorkspaceDb, tables: readonly string[], act: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ name: string; sql: string }>`SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (${sql.join(tables)})`.execute(db)
  for (const { name } of rows) await sql`DROP TRIGGER ${sql.ref(name)}`.execute(db)
  await act()
  for (const { sql: text } of rows) await sql.raw(text).execute(db)
}
