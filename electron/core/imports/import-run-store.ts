import type { WorkspaceDb } from '#core/db/workspace.ts'
import { ImportIssue, ImportIssueCode } from '#shared/imports/issue.ts'
import type { ImportCounts } from '#shared/imports/contract.ts'

/** Runs whose rejected records are kept for export. */
const keptRuns = 50
const perInsert = 200

export async function beginRun(db: WorkspaceDb, id: string, startedAt: string, feedId: string | null): Promise<void> {
  await db.insertInto('importRun').values({ id, startedAt, endedAt: null, feedId, added: 0, updated: 0, unchanged: 0, rejected: 0 }).execute()
  const old = db.selectFrom('importRun').select('id').orderBy('startedAt', 'desc').orderBy('id').limit(-1).offset(keptRuns)
  await db.deleteFrom('importRun').where('id', 'in', old).execute()
}

export async function saveCounts(db: WorkspaceDb, id: string, { added, updated, unchanged, rejected }: ImportCounts, endedAt: string | null): Promise<void> {
  await db.updateTable('importRun').set({ added, updated, unchanged, rejected, endedAt }).where('id', '=', id).execute()
}

/** Adds rejected records behind the `from` that are stored already. */
export async function insertIssues(db: WorkspaceDb, runId: string, from: number, issues: readonly ImportIssue[]): Promise<void> {
  for (let start = 0; start < issues.length; start += perInsert) {
    const rows = issues.slice(start, start + perInsert).map(({ path, sheet, field, found, message, ...issue }, index) => ({ ...issue, path: storable(path), sheet: sheet && storable(sheet), field: field && storable(field), found: found && storable(found), message: storable(message), runId, position: from + start + index }))
    await db.insertInto('importIssue').values(rows).execute()
  }
}

/** A message may quote what a file holds. */
const storable = (text: string): string => text.replaceAll('\0', '\uFFFD')

export async function issuesOf(db: WorkspaceDb, runId: string, offset: number, limit: number): Promise<ImportIssue[]> {
  const rows = await db.selectFrom('importIssue').select(['path', 'sheet', 'row', 'field', 'found', 'code', 'message']).where('runId', '=', runId).where('position', '>=', offset).orderBy('position').limit(limit).execute()
  return rows.map((row) => ({ ...row, code: ImportIssueCode.parse(row.code) }))
}
