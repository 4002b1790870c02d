import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { isZip } from '#core/readers/is-zip.ts'
import { openText, rejected, unreadable } from '#core/readers/open-text.ts'
import type { Reading, ReadSource } from '#core/readers/reading.ts'
import { csvRows, peeked } from '#core/readers/table/csv-rows.ts'
import { isJsonText, jsonRows } from '#core/readers/table/json-rows.ts'
import { createSheetReader } from '#core/readers/table/sheet-reader.ts'
import { TableFault, type TableRow } from '#core/readers/table/table-row.ts'
import { xlsxRows } from '#core/readers/table/xlsx-rows.ts'
import { previewTable, shownCells, type RememberedMappings, type TablePreview } from '#shared/tenders/table/table-preview.ts'
import type { TenderDraft } from '#shared/tenders/tender.ts'

type Rows = { ok: true; rows: AsyncIterable<TableRow> } | { ok: false; reading: Reading }

async function openRows(source: ReadSource): Promise<Rows> {
  try {
    const info = await stat(source.path)
    if (info.isFile() && info.size > 0 && (await isZip(source.path))) return { ok: true, rows: xlsxRows(source.path, source.signal) }
  } catch (error) {
    const refused = unreadable(error, source.signal)
    return { ok: false, reading: rejected(refused.code, refused.message) }
  }
  const opened = await openText(source)
  if (!opened.ok) return { ok: false, reading: rejected(opened.code, opened.message) }
  const { head, whole } = await peeked(opened.text)
  return { ok: true, rows: isJsonText(head) ? jsonRows(whole) : csvRows(whole) }
}

/** Bytes of a digest that are kept: short enough for a million rows, long enough never to meet by chance. */
const digestBytes = 12

/** Tells drafts that say exactly the same; remembers a digest each, not the drafts. */
function createRepeats() {
  const rows = new Map<string, number | null>()
  return (draft: TenderDraft, row: number | null): number | null | undefined => {
    const digest = createHash('sha1').update(JSON.stringify(draft)).digest().toString('latin1', 0, digestBytes)
    const first = rows.get(digest)
    if (first === undefined) rows.set(digest, row)
    return first
  }
}

/** Follows the rows sheet by sheet. */
async function* readSheets(rows: AsyncIterable<TableRow>, remembered: RememberedMappings): AsyncGenerator<Reading> {
  let sheet: ReturnType<typeof createSheetReader> | null = null
  let hasRows = false
  for await (const row of rows) {
    hasRows = true
    if (sheet === null || sheet.name !== row.sheet) {
      if (sheet) yield* sheet.end()
      sheet = createSheetReader(row.sheet, remembered)
    }
    yield* sheet.read(row)
  }
  if (sheet) yield* sheet.end()
  if (!hasRows) yield rejected('file-empty', 'the table has no rows')
}

/** Reads the tenders of CSV text (any encoding and delimiter), JSON lists and xlsx workbooks, by remembered mappings or else by their headings. */
export async function* readTable(source: ReadSource): AsyncGenerator<Reading> {
  const opened = await openRows(source)
  if (!opened.ok) {
    yield opened.reading
    return
  }
  const repeats = createRepeats()
  try {
    for await (const reading of readSheets(opened.rows, source.mappings ?? {})) {
      const first = reading.ok ? repeats(reading.draft, reading.row) : undefined
      yield first === undefined || !reading.ok ? reading : rejected('duplicate-in-file', `the same as row ${first}`, reading.row)
    }
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    yield rejected(error.code, error.message, error.row)
  }
}

const previewRows = 30
const previewSheets = 20
/** Rows looked through to find the beginnings of further sheets. */
const previewScan = 20_000

/** The first rows of every table of a file; none where it can't be read as one. */
export async function previewTables(source: ReadSource): Promise<TablePreview[]> {
  const opened = await openRows(source)
  if (!opened.ok) return []
  const sheets = new Map<string | null, string[][]>()
  let scanned = 0
  try {
    for await (const { sheet, cells } of opened.rows) {
      const rows = sheets.get(sheet) ?? []
      sheets.set(sheet, rows)
      if (rows.length < previewRows && cells.some((cell) => cell.trim() !== '')) rows.push(shownCells(cells))
      scanned += 1
      if (scanned > previewScan || (sheet === null ? rows.length >= previewRows : sheets.size > previewSheets)) break
    }
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
  }
  return [...sheets].map(([sheet, rows]) => previewTable(sheet, rows, source.mappings ?? {}))
}
