import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { copyWorkspace } from '#core/db/workspace.ts'
import { openSqlite } from '#core/db/sqlite.ts'
import type { AutomaticBackup } from '#shared/workspace/contract.ts'

/** One a day, and the last seven of them. */
const HOURS_BETWEEN = 24
const KEPT = 7

const folderOf = (workspacePath: string): string => join(dirname(workspacePath), 'backups')
const stemOf = (workspacePath: string): string => `${basename(workspacePath)}.auto.`

/** The automatic backups of a workspace, newest first. */
export function automaticBackups(workspacePath: string): AutomaticBackup[] {
  const folder = folderOf(workspacePath)
  const stem = stemOf(workspacePath)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith(stem) && !name.endsWith('.part'))
    .toSorted()
    .toReversed()
    .flatMap((name) => {
      const at = timeOf(name.slice(stem.length))
      return at === null ? [] : [{ name, at, bytes: statSync(join(folder, name)).size }]
    })
}

/** The file of an automatic backup by its name; null when there is none of that name. */
export function automaticBackupPath(workspacePath: string, name: string): string | null {
  return automaticBackups(workspacePath).some((backup) => backup.name === name) ? join(folderOf(workspacePath), name) : null
}

/** Whether the newest automatic backup is older than a day, or there is none. */
export function isBackupDue(workspacePath: string, now: Date): boolean {
  const [newest] = automaticBackups(workspacePath)
  return newest === undefined || now.getTime() - Date.parse(newest.at) >= HOURS_BETWEEN * 3_600_000
}

/** Writes today's backup through a connection of its own, so that core goes on meanwhile, and lets go of the oldest. */
export function writeAutomaticBackup(workspacePath: string, now: Date): AutomaticBackup {
  const folder = folderOf(workspacePath)
  mkdirSync(folder, { recursive: true })
  const stem = stemOf(workspacePath)
  // What a program that was ended left half written.
  for (const left of readdirSync(folder)) if (left.startsWith(stem) && left.endsWith('.part')) rmSync(join(folder, left))
  const name = `${stem}${now.toISOString().replaceAll(':', '-')}`
  const db = openSqlite(workspacePath)
  try {
    copyWorkspace(db, join(folder, name))
  } finally {
    db.close()
  }
  for (const { name: old } of automaticBackups(workspacePath).slice(KEPT)) rmSync(join(folder, old))
  return { name, at: now.toISOString(), bytes: statSync(join(folder, name)).size }
}

/** '2026-11-22T02-00-00.000Z', as a file name can hold it. */
function timeOf(text: string): string | null {
  const at = text.replace(/T(\d{2})-(\d{2})-/, 'T$1:$2:')
  return Number.isNaN(Date.parse(at)) ? null : at
}
