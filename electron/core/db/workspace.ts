import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
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

/** Copies the whole workspace, committed rows only, into a file; one that stands there is replaced once the copy is whole. */
export function copyWorkspace(raw: Sqlite, target: string): void {
  const part = `${target}.part`
  rmSync(part, { force: true })
  raw.exec(`VACUUM INTO '${part.replaceAll("'", "''")}'`)
  renameSync(part, target)
}

function backupBeforeMigration(raw: Sqlite, path: string, now: Date): void {
  const folder = join(dirname(path), 'backups')
  mkdirSync(folder, { recursive: true })
  const stem = `${basename(path)}.schema-`
  copyWorkspace(raw, join(folder, `${stem}${schemaVersion(raw)}.${now.toISOString().replaceAll(':', '-')}`))
  const copies = readdirSync(folder).filter((name) => name.startsWith(stem))
  // By number: as text, 10 would stand before 9.
  const numberOf = (name: string) => Number.parseInt(name.slice(stem.length), 10)
  const oldestFirst = copies.toSorted((a, b) => numberOf(a) - numberOf(b) || (a < b ? -1 : 1))
  for (const name of oldestFirst.slice(0, -KEPT_MIGRATION_BACKUPS)) rmSync(join(folder, name))
}
