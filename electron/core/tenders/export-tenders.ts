import ExcelJS from 'exceljs'
import { open, rename, rm } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { rowsOf } from '#core/tenders/tender-rows.ts'
import { tendersBySeq } from '#core/tenders/tender-search.ts'
import { chunks, seqsOf } from '#core/tenders/tender-targets.ts'
import { beijingParts } from '#shared/calendar/beijing-time.ts'
import { dayInBeijing } from '#shared/calendar/schedule.ts'
import { csvLine, csvStart } from '#shared/csv.ts'
import type { TenderExport } from '#shared/tenders/contract.ts'
import { exportCell, type ExportCell } from '#shared/tenders/export-cells.ts'

type Table = Omit<TenderExport, 'destination'>
const perPage = 500
/** A double holds fifteen digits exactly; a longer amount stays text rather than losing its fen. */
const exactDigits = 15

/** Writes every chosen tender into a table, a page at a time, and the whole file or none. */
export async function exportTenders(db: WorkspaceDb, path: string, table: Table, now: string): Promise<number> {
  const seqs = await seqsOf(db, table.target, now, table)
  const partial = `${path}.part`
  try {
    await (table.format === 'xlsx' ? writeWorkbook(partial, table, pages(db, seqs, table)) : writeCsv(partial, table, pages(db, seqs, table)))
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  return seqs.length
}

async function* pages(db: WorkspaceDb, seqs: readonly number[], { columns, words }: Table): AsyncGenerator<ExportCell[][]> {
  for (const some of chunks(seqs, perPage)) {
    const rows = await rowsOf(db, await tendersBySeq(db, some))
    yield rows.map((row) => columns.map(({ id }) => exportCell(row, id, words)))
    // Other calls get their turn between two pages.
    await nextTurn()
  }
}

async function writeCsv(path: string, { columns }: Table, rows: AsyncGenerator<ExportCell[][]>): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.write(csvStart + csvLine(columns.map(({ heading }) => heading)))
    for await (const page of rows) await file.write(page.map((cells) => csvLine(cells.map(plainCell))).join(''))
  } finally {
    await file.close()
  }
}

async function writeWorkbook(path: string, { columns, sheetName }: Table, rows: AsyncGenerator<ExportCell[][]>): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetName.replaceAll(/[\\/?*[\]:]/g, ' '), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ id }) => ({ width: id === 'title' ? 48 : 20 }))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  const head = sheet.addRow(columns.map(({ heading }) => heading))
  head.font = { bold: true }
  head.commit()
  for await (const page of rows) {
    for (const cells of page) {
      const row = sheet.addRow([])
      for (const [at, cell] of cells.entries()) put(row.getCell(at + 1), cell)
      row.commit()
    }
  }
  sheet.commit()
  await book.commit()
}

function put(target: ExcelJS.Cell, cell: ExportCell): void {
  if (cell.value === null) return
  switch (cell.kind) {
    case 'text':
      target.value = cell.value
      return
    case 'number':
      target.value = cell.value
      return
    case 'percent':
      target.value = cell.value
      target.numFmt = '0.0%'
      return
    case 'money': {
      const isExact = cell.value.replace(/\D/g, '').length <= exactDigits
      target.value = isExact ? Number(cell.value) : cell.value
      target.numFmt = '#,##0.00'
      return
    }
    case 'moment':
    case 'day':
      target.value = wallClock(cell.value)
      target.numFmt = cell.kind === 'moment' ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd'
  }
}

/** A workbook's dates have no zone: the clock in Beijing is written down as it stands there. */
function wallClock(dayOrInstant: string): Date {
  if (dayOrInstant.length === 10) return new Date(`${dayOrInstant}T00:00:00Z`)
  const { day, hour, minute } = beijingParts(dayOrInstant)
  return new Date(Date.parse(`${day}T00:00:00Z`) + (hour * 60 + minute) * 60_000)
}

function plainCell(cell: ExportCell): string | null {
  if (cell.value === null) return null
  switch (cell.kind) {
    case 'moment': {
      const { day, hour, minute } = beijingParts(cell.value)
      return `${day} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    }
    case 'day':
      return dayInBeijing(cell.value)
    case 'percent':
      return `${(cell.value * 100).toFixed(1)}%`
    case 'number':
      return String(cell.value)
    case 'text':
    case 'money':
      return cell.value
  }
}
