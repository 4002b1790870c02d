import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { readLog } from '#core/approvals/audit-log.ts'
import { allBids } from '#core/bids/bid-store.ts'
import { migrations, schemaVersion } from '#core/db/migrations.ts'
import { damagedFiles } from '#core/files/file-store.ts'
import { openSqlite } from '#core/db/sqlite.ts'
import { copyWorkspace, type Workspace } from '#core/db/workspace.ts'
import { countTenders } from '#core/tenders/tender-store.ts'

const IntegrityRows = z.array(z.object({ integrity_check: z.string() }))
const ForeignKeyRows = z.array(z.object({ table: z.string(), rowid: z.number().nullable() }))

/** Looks at every page, key and index of the file, and reads every bid back. */
export async function checkWorkspace({ path, raw, db }: Workspace): Promise<{ ok: boolean; problems: string[] }> {
  const problems: string[] = []
  for (const { integrity_check: finding } of IntegrityRows.parse(raw.prepare('PRAGMA integrity_check').all([]))) {
    if (finding !== 'ok') problems.push(finding)
  }
  for (const { table, rowid } of ForeignKeyRows.parse(raw.prepare('PRAGMA foreign_key_check').all([]))) {
    problems.push(`${table} row ${rowid ?? '?'} points to a record that is not there`)
  }
  try {
    raw.exec("INSERT INTO tenderSearch (tenderSearch) VALUES ('integrity-check')")
  } catch (error) {
    problems.push(`full-text index: ${error instanceof Error ? error.message : String(error)}`)
  }
  try {
    await allBids(db)
  } catch (error) {
    problems.push(`bids: ${error instanceof Error ? error.message : String(error)}`)
  }
  for (const id of await damagedFiles(db)) problems.push(`stored file ${id} is damaged: its bytes are not those that came in`)
  const { problem } = (await readLog({ path, db })).state
  if (problem !== null) problems.push(`approval log entry ${problem.index + 1}: ${problem.code}; its approvals are not to be believed`)
  return { ok: problems.length === 0, problems }
}

/** Tenders and bids: what a person would count. */
export async function countRecords({ db }: Workspace): Promise<number> {
  const { total } = await db.selectFrom('bid').select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return (await countTenders(db)) + total
}

/** Writes one file that holds everything. */
export async function backupWorkspace(workspace: Workspace, file: string): Promise<{ records: number }> {
  mkdirSync(dirname(file), { recursive: true })
  copyWorkspace(workspace.raw, file)
  return { records: await countRecords(workspace) }
}

type BadBackup = { ok: false; code: 'not-a-workspace' | 'workspace-from-the-future'; message: string }
export type Restored = { ok: true; records: number } | BadBackup

/** Puts a backup in the place of `target`, which nobody has open; what stood there is kept beside it as '….before-restore'. A bad backup changes nothing. */
export async function restoreWorkspace(backup: string, target: string, open: (path: string) => Workspace): Promise<Restored> {
  const problem = stageRestore(backup, target)
  if (problem) return problem
  finishRestore(target)
  return { ok: true, records: await countRecords(open(target)) }
}

const stagedPath = (target: string): string => `${target}.restoring`

/** Checks a backup and lays a copy of it beside `target`, for `finishRestore` at the next start. Null when it is ready. */
export function stageRestore(backup: string, target: string): BadBackup | null {
  const problem = problemWithBackup(backup)
  if (problem) return problem
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(backup, `${stagedPath(target)}.part`)
  renameSync(`${stagedPath(target)}.part`, stagedPath(target))
  return null
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
  const kept = `${target}.${why}`
  if (existsSync(`${target}.seal`)) renameSync(`${target}.seal`, `${kept}.seal`)
  try {
    // A copy made through the database is whole: the write-ahead log is folded in.
    const before = openSqlite(target)
    try {
      copyWorkspace(before, kept)
    } finally {
      before.close()
    }
    for (const suffix of workspaceFiles) rmSync(`${target}${suffix}`, { force: true })
  } catch {
    for (const suffix of workspaceFiles) if (existsSync(`${target}${suffix}`)) renameSync(`${target}${suffix}`, `${kept}${suffix}`)
  }
}

const workspaceFiles = ['', '-wal', '-shm']

function problemWithBackup(file: string): BadBackup | null {
  try {
    const db = openSqlite(file)
    try {
      const version = schemaVersion(db)
      const newest = migrations.at(-1)?.number ?? 0
      if (version > newest) return { ok: false, code: 'workspace-from-the-future', message: 'written by a newer version of Bidwright; update this program first' }
      if (version === 0 || db.pragma('quick_check') !== 'ok') return { ok: false, code: 'not-a-workspace', message: 'not a Bidwright workspace, or damaged' }
      return null
    } finally {
      db.close()
    }
  } catch {
    return { ok: false, code: 'not-a-workspace', message: 'not a Bidwright workspace' }
  }
}
