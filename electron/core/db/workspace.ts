import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { migrate, migrations, schemaVersion, type Migration } from '#core/db/migrations.ts'
import type { WorkspaceTables } from '#core/db/schema.ts'
import { openSqlite, type Sqlite } from '#core/db/sqlite.ts'

export type WorkspaceDb = Kysely<WorkspaceTables>

/** An open workspace file. `raw` is for what Kysely cannot say (backup, integrity check); stores use `db`. */
export type Workspace = { path: string; db: WorkspaceDb; raw: Sqlite; close(): void }

const KEPT_MIGRATION_BACKUPS = 5

/** Opens the workspace, creating the file when it does not exist, and brings it to the newest schema. */
export function openWorkspace(path: string, now: () => Date, steps: readonly Migration[] = migrations): Workspace {
  mkdirSync(dirname(path), { recursive: true })
  const raw = openSqlite(path)
  try {
    migrate(raw, () => backupBeforeMigration(raw, path, now()), steps)
  } catch (error) {
    raw.close()
    throw error
  }
  const db = new Kysely<WorkspaceTables>({ dialect: new SqliteDialect({ database: raw }) })
  return { path, db, raw, close: () => raw.close() }
}

/** Copies the whole workspace, committed rows only, into a new file. */
export function copyWorkspace(raw: Sqlite, target: string): void {
  if (existsSync(target)) rmSync(target)
  raw.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`)
}

function backupBeforeMigration(raw: Sqlite, path: string, now: Date): void {
  const folder = join(dirname(path), 'backups')
  mkdirSync(folder, { recursive: true })
  const stem = `${basename(path)}.schema-${schemaVersion(raw)}.`
  copyWorkspace(raw, join(folder, `${stem}${now.toISOString().replaceAll(':', '-')}`))
  const old = readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}.schema-`)).toSorted()
  for (const name of old.slice(0, -KEPT_MIGRATION_BACKUPS)) rmSync(join(folder, name))
}
