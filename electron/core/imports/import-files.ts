import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { CoreContext } from '#core/context.ts'
import { storeDraft } from '#core/imports/store-draft.ts'
import { detectKind } from '#core/readers/detect-kind.ts'
import { readers } from '#core/readers/readers.ts'
import type { Reading } from '#core/readers/reading.ts'
import { ImportKind, type ImportedFile, type ImportEvent, type ImportReport } from '#shared/imports/contract.ts'
import type { ImportIssue } from '#shared/imports/issue.ts'

type Deps = Pick<CoreContext, 'workspace' | 'now' | 'newId'>
export type ImportOptions = { kind?: ImportKind | undefined; signal?: AbortSignal | undefined }

/** Rows per transaction: a kill in the middle loses at most the batch that was not acknowledged. */
const BATCH = 200
const MAX_ISSUES = 1000
const MAX_TENDER_IDS = 1000

/** Reads files and folders into the workspace, one transaction per batch, and says what became of every record. */
export async function* importFiles(paths: readonly string[], deps: Deps, options: ImportOptions = {}): AsyncGenerator<ImportEvent> {
  const report: ImportReport = { added: 0, updated: 0, unchanged: 0, rejected: 0, issues: [], files: [], tenderIds: [] }
  const files = await walk(paths)
  for (const [index, file] of files.entries()) {
    options.signal?.throwIfAborted()
    const tally = new FileTally(file.label, report)
    yield { type: 'progress', file: file.label, records: 0, files: files.length, filesDone: index }
    for await (const records of importFile(file, tally, deps, options)) {
      yield { type: 'progress', file: file.label, records, files: files.length, filesDone: index }
    }
    report.files.push(tally.file)
  }
  yield { type: 'done', report }
}

/** Drains an import to its report. */
export async function importReport(events: AsyncIterable<ImportEvent>, onProgress?: (event: ImportEvent) => void): Promise<ImportReport> {
  for await (const event of events) {
    if (event.type === 'done') return event.report
    onProgress?.(event)
  }
  throw new Error('an import ended without a report')
}

class FileTally {
  readonly file: ImportedFile
  readonly report: ImportReport
  constructor(path: string, report: ImportReport) {
    this.file = { path, kind: null, records: 0, added: 0, updated: 0, unchanged: 0, rejected: 0 }
    this.report = report
  }
  count(outcome: 'added' | 'updated' | 'unchanged' | 'rejected') {
    this.file.records++
    this.file[outcome]++
    this.report[outcome]++
  }
  reject(issue: Omit<ImportIssue, 'path'>) {
    this.count('rejected')
    if (this.report.issues.length < MAX_ISSUES) this.report.issues.push({ path: this.file.path, ...issue })
  }
}

async function* importFile(file: WalkedFile, tally: FileTally, deps: Deps, options: ImportOptions): AsyncGenerator<number> {
  if (file.problem !== null) return tally.reject({ row: null, field: null, code: 'file-unreadable', message: file.problem })
  const detected = options.kind ?? (await detectKind(file.path))
  const kind = ImportKind.safeParse(detected).data
  if (kind === undefined) {
    return tally.reject({ row: null, field: null, code: 'kind-unknown', message: 'neither a notice, OCDS, eForms nor a table' })
  }
  tally.file.kind = kind
  const readings = readers[kind]({ name: basename(file.path), path: file.path, signal: options.signal })
  let batch: Reading[] = []
  for await (const reading of readings) {
    batch.push(reading)
    if (batch.length < BATCH) continue
    await storeBatch(batch, tally, deps)
    batch = []
    options.signal?.throwIfAborted()
    yield tally.file.records
  }
  await storeBatch(batch, tally, deps)
}

export async function storeBatch(batch: readonly Reading[], tally: Pick<FileTally, 'file' | 'report' | 'count' | 'reject'>, deps: Deps): Promise<void> {
  if (batch.length === 0) return
  const outcomes: { outcome: 'added' | 'updated' | 'unchanged'; tenderId: string }[] = []
  await deps.workspace.db.transaction().execute(async (db) => {
    for (const reading of batch) if (reading.ok) outcomes.push(await storeDraft(db, reading.draft, basename(tally.file.path), deps))
  })
  // Counted only after the commit: what is reported is stored.
  for (const { outcome, tenderId } of outcomes) {
    tally.count(outcome)
    if (tally.report.tenderIds.length < MAX_TENDER_IDS && !tally.report.tenderIds.includes(tenderId)) tally.report.tenderIds.push(tenderId)
  }
  for (const reading of batch) if (!reading.ok) tally.reject(reading.issue)
}

/** Stores readings that come from no file (pasted text). */
export async function importReadings(readings: readonly Reading[], label: string, kind: ImportKind, deps: Deps): Promise<ImportReport> {
  const report: ImportReport = { added: 0, updated: 0, unchanged: 0, rejected: 0, issues: [], files: [], tenderIds: [] }
  const tally = new FileTally(label, report)
  tally.file.kind = kind
  await storeBatch(readings, tally, deps)
  report.files.push(tally.file)
  return report
}

type WalkedFile = { path: string; label: string; problem: string | null }

async function walk(paths: readonly string[]): Promise<WalkedFile[]> {
  const files: WalkedFile[] = []
  for (const path of paths) {
    const info = await stat(path).catch(() => null)
    if (info === null) {
      files.push({ path, label: path, problem: 'no such file or folder' })
      continue
    }
    if (!info.isDirectory()) {
      files.push({ path, label: path, problem: null })
      continue
    }
    const entries = await readdir(path, { withFileTypes: true, recursive: true })
    const inside = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
    for (const file of inside) files.push({ path: file, label: join(path, relative(path, file)), problem: null })
  }
  return files
}
