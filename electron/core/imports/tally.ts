import type { CoreContext } from '#core/context.ts'
import { beginRun, insertIssues, saveCounts } from '#core/imports/import-run-store.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import type { ImportedFile, ImportReport } from '#shared/imports/contract.ts'
import type { ImportIssue, Refusal } from '#shared/imports/issue.ts'

/** Rejected records the report names, of one file and cause and in all; the run keeps every one. */
const shownPerCause = 100
const shownInAll = 5000
const shownTenders = 1000

type Outcome = 'added' | 'updated' | 'unchanged' | 'rejected'
export type Tally = Awaited<ReturnType<typeof createTally>>

const emptyFile = (path: string): ImportedFile => ({ path, kind: null, records: 0, added: 0, updated: 0, unchanged: 0, rejected: 0 })

/** Counts what became of every record of a run, file by file, and keeps each rejected one with its reason. */
export async function createTally({ workspace, now, newId }: Pick<CoreContext, 'workspace' | 'now' | 'newId'>, feedId: string | null) {
  const runId = newId()
  const report: ImportReport = { runId, added: 0, updated: 0, unchanged: 0, rejected: 0, causes: {}, issues: [], files: [], tenderIds: [] }
  const tenders = new Set<string>()
  const shown = new Map<string, number>()
  let file = emptyFile('')
  let stored = 0
  let waiting: ImportIssue[] = []
  await beginRun(workspace.db, runId, now().toISOString(), feedId)

  function count(outcome: Outcome): void {
    file.records += 1
    file[outcome] += 1
    report[outcome] += 1
  }

  function isShown({ path, code }: ImportIssue): boolean {
    const alike = `${code} ${path}`
    const met = (shown.get(alike) ?? 0) + 1
    shown.set(alike, met)
    return met <= shownPerCause && report.issues.length < shownInAll
  }

  async function save(db: WorkspaceDb): Promise<void> {
    const issues = waiting
    waiting = []
    await insertIssues(db, runId, stored, issues)
    stored += issues.length
  }

  return {
    report,
    get file(): ImportedFile {
      return file
    },
    open(path: string): void {
      file = emptyFile(path)
      report.files.push(file)
    },
    /** For what is no tender. */
    counted(outcome: Exclude<Outcome, 'rejected'>): void {
      count(outcome)
    },
    stored(outcome: Exclude<Outcome, 'rejected'>, tenderId: string): void {
      count(outcome)
      if (tenders.size >= shownTenders || tenders.has(tenderId)) return
      tenders.add(tenderId)
      report.tenderIds.push(tenderId)
    },
    reject(refusal: Refusal): void {
      count('rejected')
      const issue = { path: file.path, sheet: null, found: null, ...refusal }
      waiting.push(issue)
      report.causes[issue.code] = (report.causes[issue.code] ?? 0) + 1
      if (isShown(issue)) report.issues.push(issue)
    },
    save,
    async end(): Promise<void> {
      await workspace.db.transaction().execute(async (db) => {
        await save(db)
        await saveCounts(db, runId, report, now().toISOString())
      })
    },
  }
}
