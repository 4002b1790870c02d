import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { CoreContext } from '#core/context.ts'
import { FileTooLargeError } from '#core/imports/reading-thread.ts'
import { rememberedMappings } from '#core/imports/mapping-store.ts'
import { createTally, type Tally } from '#core/imports/tally.ts'
import { storeBatch } from '#core/imports/store-batch.ts'
import { hashed } from '#core/imports/hashed-reading.ts'
import { diffWithBook, readPriceFile, takeChanges } from '#core/prices/price-import.ts'
import { detectKind } from '#core/readers/detect-kind.ts'
import type { Reading } from '#core/readers/reading.ts'
import { ImportKind, type ImportEvent, type ImportReport } from '#shared/imports/contract.ts'

export type ImportDeps = Pick<CoreContext, 'workspace' | 'now' | 'newId' | 'readBatches' | 'textIndex'>
/** `label` is what people know the files by where it isn't their path. `takePrices`: nobody looks at a comparison with the book first, so price lists are taken at once and what is implausible is refused. */
export type ImportOptions = { kind?: ImportKind | undefined; takePrices?: boolean; signal?: AbortSignal | undefined; feedId?: string | undefined; label?: string | undefined }

/** Reads files and folders into the workspace, one transaction per batch, and says what became of every record. */
export async function* importFiles(paths: readonly string[], deps: ImportDeps, options: ImportOptions = {}): AsyncGenerator<ImportEvent> {
  const files = await walk(paths)
  const tally = await createTally(deps, options.feedId ?? null)
  const release = deps.textIndex.rest()
  try {
    for (const [index, file] of files.entries()) {
      options.signal?.throwIfAborted()
      const label = options.label ?? file.label
      tally.open(label)
      const place = { type: 'progress', file: label, files: files.length, filesDone: index } as const
      yield { ...place, records: 0, share: null }
      for await (const share of importFile(file, tally, deps, options)) yield { ...place, records: tally.file.records, share }
    }
  } finally {
    release()
    await tally.end()
  }
  yield { type: 'done', report: tally.report }
}

/** Drains an import to its report. */
export async function importReport(events: AsyncIterable<ImportEvent>, onProgress?: (event: ImportEvent) => void): Promise<ImportReport> {
  for await (const event of events) {
    if (event.type === 'done') return event.report
    onProgress?.(event)
  }
  throw new Error('an import ended without a report')
}

async function* importFile(file: WalkedFile, tally: Tally, deps: ImportDeps, options: ImportOptions): AsyncGenerator<number | null> {
  const refuse = (issue: Parameters<Tally['reject']>[0]) => storeBatch([{ ok: false, issue }], tally, deps)
  if (file.problem !== null) return refuse({ row: null, field: null, code: 'file-unreadable', message: file.problem })
  const detected = options.kind ?? (await detectKind(file.path))
  const kind = ImportKind.safeParse(detected).data
  if (kind === undefined) return refuse({ row: null, field: null, code: 'kind-unknown', message: 'neither a notice, OCDS, eForms nor a table' })
  tally.file.kind = kind
  if (kind === 'prices') return options.takePrices === true ? await importPrices(file, tally, deps, options.signal) : refuse({ row: null, field: null, code: 'price-list', message: 'a price list: compare it with the price book before it is taken' })
  try {
    for await (const { readings, share } of deps.readBatches({ kind, source: { name: basename(file.path), path: file.path, ...(kind === 'table' ? { mappings: await rememberedMappings(deps.workspace.db) } : {}) } }, options.signal)) {
      await storeBatch(readings, tally, deps)
      options.signal?.throwIfAborted()
      yield share
    }
  } catch (error) {
    if (!(error instanceof FileTooLargeError)) throw error
    await refuse({ row: null, field: null, code: 'file-too-large', message: error.message })
  }
}

/** Takes a price list into the book; a price that moved by an implausible factor is refused for a person to look at. */
async function importPrices(file: WalkedFile, tally: Tally, deps: ImportDeps, signal: AbortSignal | undefined): Promise<void> {
  const readings = await readPriceFile({ name: basename(file.path), path: file.path, ...(signal === undefined ? {} : { signal }) })
  for (const reading of readings) if (!reading.ok) tally.reject({ row: reading.row, field: reading.field, code: reading.code, message: reading.message })
  const changes = (await diffWithBook(readings, deps)).filter(({ status }) => status !== 'gone')
  const plausible = changes.filter(({ isImplausible }) => !isImplausible)
  await takeChanges(plausible, deps)
  for (const { status } of plausible) tally.counted(status === 'new' ? 'added' : status === 'changed' ? 'updated' : 'unchanged')
  for (const { code, before, after, isImplausible } of changes) {
    if (isImplausible) tally.reject({ row: null, field: 'unitPrice', code: 'price-implausible', message: `${code}: ${before?.unitPrice ?? '?'} per ${before?.per ?? '?'} became ${after?.unitPrice ?? '?'} per ${after?.per ?? '?'}; look at it in the price book's import` })
  }
  await deps.workspace.db.transaction().execute((db) => tally.save(db))
}

/** Stores readings that come from no file (pasted text). */
export async function importReadings(readings: readonly Reading[], label: string, kind: ImportKind, deps: Omit<ImportDeps, 'readBatches' | 'textIndex'>): Promise<ImportReport> {
  const tally = await createTally(deps, null)
  tally.open(label)
  tally.file.kind = kind
  await storeBatch(readings.map(hashed), tally, deps)
  await tally.end()
  return tally.report
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
