import { firstWorkspace } from '#core/db/migrations/0001-first-workspace.ts'
import { approvals } from '#core/db/migrations/0002-approvals.ts'
import { bidContests } from '#core/db/migrations/0003-bid-contests.ts'
import { bidVersions } from '#core/db/migrations/0004-bid-versions.ts'
import { requirements } from '#core/db/migrations/0005-requirements.ts'
import { desk } from '#core/db/migrations/0006-desk.ts'
import { rulePacksTable } from '#core/db/migrations/0007-rule-packs.ts'
import { responses } from '#core/db/migrations/0008-responses.ts'
import { storedFiles } from '#core/db/migrations/0009-stored-files.ts'
import { priceBook } from '#core/db/migrations/0010-price-book.ts'
import { searchBacklog } from '#core/db/migrations/0011-search-backlog.ts'
import { library } from '#core/db/migrations/0012-library.ts'
import { review } from '#core/db/migrations/0013-review.ts'
import { tableMappings } from '#core/db/migrations/0014-table-mappings.ts'
import { feeds } from '#core/db/migrations/0015-feeds.ts'
import { duplicates } from '#core/db/migrations/0016-duplicates.ts'
import { programmes } from '#core/db/migrations/0017-programmes.ts'
import { bidChanges } from '#core/db/migrations/0018-bid-changes.ts'
import { bidMaterials } from '#core/db/migrations/0019-bid-materials.ts'
import { noticePapers } from '#core/db/migrations/0020-notice-papers.ts'
import { listIndexes } from '#core/db/migrations/0021-list-indexes.ts'
import { issueDetails } from '#core/db/migrations/0022-issue-details.ts'
import type { Sqlite } from '#core/db/sqlite.ts'

/** One forward step of the workspace file. */
export type Migration = { number: number; statements: readonly string[] }

export const migrations: readonly Migration[] = [firstWorkspace, approvals, bidContests, bidVersions, requirements, desk, rulePacksTable, responses, storedFiles, priceBook, searchBacklog, library, review, tableMappings, feeds, duplicates, programmes, bidChanges, bidMaterials, noticePapers, listIndexes, issueDetails]

export class WorkspaceFromTheFutureError extends Error {
  readonly code = 'workspace-from-the-future'
}

/** The number of the last migration the file has seen. */
export function schemaVersion(db: Sqlite): number {
  return Number(db.pragma('user_version'))
}

/**
 * Brings the file to the newest schema, each step in its own transaction; `backup` runs first when there is something to lose.
 * A file written by a newer program is refused untouched.
 */
export function migrate(db: Sqlite, backup: () => void, steps: readonly Migration[] = migrations): void {
  const current = schemaVersion(db)
  const newest = steps.at(-1)?.number ?? 0
  if (current > newest) throw new WorkspaceFromTheFutureError(`this workspace was written by a newer version of Bidwright (schema ${current}, this program knows ${newest})`)
  const pending = steps.filter((step) => step.number > current)
  if (pending.length === 0) return
  if (current > 0) backup()
  for (const step of pending) {
    db.exec('BEGIN IMMEDIATE')
    try {
      // Two processes may open a new file at once: the second finds the work done.
      if (schemaVersion(db) < step.number) {
        for (const statement of step.statements) db.exec(statement)
        db.exec(`PRAGMA user_version = ${step.number}`)
      }
      db.exec('COMMIT')
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  }
}
