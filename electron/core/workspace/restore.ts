import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { migrations, schemaVersion } from '#core/db/migrations.ts'
import { openSqlite } from '#core/db/sqlite.ts'
import { copyWorkspace, type Workspace } from '#core/db/workspace.ts'
import { countRecords } from '#core/workspace/backup.ts'

type BadBackup = { ok: false; code: 'not-a-workspace' | 'workspace-from-the-future'; message: string }
export type Restored = { ok: true; records: number } | BadBackup

/** Puts a backup in the place of `target`, which nobody has open; what stood there is kept beside it as '….before-restore', a later one with a number. A bad backup changes nothing. */
export async function restoreWorkspace(backup: string, target: string, open: (path: string) => Workspace): Promise<Restored> {
  const problem = stageRestore(backup, target)
  if (problem) return problem
  finishRestore(target)
  return { ok: true, records: await countRecords(open(target)) }
}

const stagedPath = (target: string): string => `${target}.restoring`

/** Lays a checked copy of a backup beside `target`, for `finishRestore` at the next start. Null when it is ready. The backup itself is only read: it may lie where nothing can be written. */
export function stageRestore(backup: string, target: string): BadBackup | null {
  const part = `${stagedPath(target)}.part`
  mkdirSync(dirname(target), { recursive: true })
  const problem = copyBackup(backup, part) ? problemWithCopy(part) : notAWorkspace
  if (problem === null) renameSync(part, stagedPath(target))
  else removeFiles(part)
  return problem
}

/** Copies a file of the database with its write-ahead log, as something that can be written to; false where it cannot be read. */
function copyBackup(backup: string, part: string): boolean {
  removeFiles(part)
  try {
    for (const suffix of ['', '-wal']) {
      if (suffix !== '' && !existsSync(`${backup}${suffix}`)) continue
      copyFileSync(`${backup}${suffix}`, `${part}${suffix}`)
      chmodSync(`${part}${suffix}`, 0o600)
    }
    return true
  } catch {
    return false
  }
}

/** Puts a staged backup in its place, before the workspace is opened. Nothing is staged: nothing happens. */
export function finishRestore(target: string): void {
  if (!existsSync(stagedPath(target))) return
  if (existsSync(target)) keepBeside(target, 'before-restore')
  // A note of the log's head without its file speaks of nothing.
  rmSync(`${target}.seal`, { force: true })
  renameSync(stagedPath(target), target)
}

/** Moves a workspace file aside under a name that says why, with the note of its log's head; a damaged one goes as it is, with its write-ahead log. */
export function keepBeside(target: string, why: string): void {
  const kept = freeName(`${target}.${why}`)
  if (existsSync(`${target}.seal`)) renameSync(`${target}.seal`, `${kept}.seal`)
  try {
    // A copy made through the database is whole: the write-ahead log is folded in.
    const before = openSqlite(target)
    try {
      copyWorkspace(before, kept)
    } finally {
      before.close()
    }
    removeFiles(target)
  } catch {
    for (const suffix of workspaceFiles) if (existsSync(`${target}${suffix}`)) renameSync(`${target}${suffix}`, `${kept}${suffix}`)
  }
}

const workspaceFiles = ['', '-wal', '-shm']

const removeFiles = (path: string): void => {
  for (const suffix of workspaceFiles) rmSync(`${path}${suffix}`, { force: true })
}

/** What was set aside before stays: the next gets a number. */
function freeName(wanted: string, no = 1): string {
  const name = no === 1 ? wanted : `${wanted}-${no}`
  return existsSync(name) ? freeName(wanted, no + 1) : name
}

const notAWorkspace: BadBackup = { ok: false, code: 'not-a-workspace', message: 'not a Bidwright workspace, or damaged' }

/** Tables of the first schema, by which a workspace is told from another program's database. */
const firstTables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('tender', 'notice', 'bid', 'company')"

function problemWithCopy(file: string): BadBackup | null {
  try {
    const db = openSqlite(file)
    try {
      const version = schemaVersion(db)
      const isOurs = version > 0 && db.prepare(firstTables).all([]).length === 4
      if (!isOurs || db.pragma('quick_check') !== 'ok') return notAWorkspace
      if (version > (migrations.at(-1)?.number ?? 0)) return { ok: false, code: 'workspace-from-the-future', message: 'written by a newer version of Bidwright; update this program first' }
      return null
    } finally {
      db.close()
    }
  } catch {
    return notAWorkspace
  }
}
