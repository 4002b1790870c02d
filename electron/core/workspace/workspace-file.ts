import { existsSync, rmSync, writeFileSync } from 'node:fs'
import type { CoreReport, Recovery } from '#core/core-message.ts'
import { WorkspaceFromTheFutureError } from '#core/db/migrations.ts'
import { openSqlite } from '#core/db/sqlite.ts'
import { automaticBackupPath, automaticBackups } from '#core/workspace/automatic-backups.ts'
import { finishRestore, keepBeside, stageRestore } from '#core/workspace/restore.ts'

/** Lies beside the workspace while it is open: found at the start of the program, the last run ended without closing it. */
const openMark = (workspacePath: string): string => `${workspacePath}.open`

/** What has to happen to the file before it is opened: a staged backup takes its place, and after a crash its pages are checked. */
export function prepareWorkspaceFile(workspacePath: string, isFirstStart: boolean): void {
  finishRestore(workspacePath)
  if (isFirstStart && existsSync(openMark(workspacePath)) && existsSync(workspacePath)) {
    const db = openSqlite(workspacePath)
    try {
      if (db.pragma('quick_check') !== 'ok') throw new DamagedWorkspaceError()
    } finally {
      db.close()
    }
  }
}

class DamagedWorkspaceError extends Error {
  constructor() {
    super('the workspace file is damaged')
  }
}

export function markOpen(workspacePath: string): void {
  writeFileSync(openMark(workspacePath), '')
}

export function markClosed(workspacePath: string): void {
  rmSync(openMark(workspacePath), { force: true })
}

/** Does what the person chose; the failure that is left, null when the file can be opened now. */
export function recover(workspacePath: string, how: Recovery, now: Date): CoreReport['code'] | null {
  if (how.kind === 'set-aside') {
    keepBeside(workspacePath, `set-aside-${now.toISOString().replaceAll(':', '-')}`)
    return null
  }
  return stageRestore(how.backup, workspacePath) === null ? null : 'bad-backup'
}

export function openFailure(workspacePath: string, code: CoreReport['code']): CoreReport {
  const [newest] = automaticBackups(workspacePath)
  const path = newest === undefined ? null : automaticBackupPath(workspacePath, newest.name)
  return { type: 'open-failed', code, backup: newest === undefined || path === null ? null : { path, at: newest.at } }
}

export function failureCode(error: unknown): CoreReport['code'] {
  if (error instanceof WorkspaceFromTheFutureError) return 'from-the-future'
  if (error instanceof DamagedWorkspaceError) return 'damaged'
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT' ? 'damaged' : 'unreadable'
}
