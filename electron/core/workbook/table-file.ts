import type { Cell } from 'exceljs'
import { open } from 'node:fs/promises'
import { wholeFile } from '#core/files/whole-file.ts'
import { beijingParts } from '#shared/calendar/beijing-time.ts'
import { csvLine, csvStart } from '#shared/csv.ts'
import { plainCell, type ExportCell } from '#shared/tenders/export-cells.ts'

/** `widths` are those of a workbook's columns, in characters. */
export type TableLayout = { format: 'csv' | 'xlsx'; sheetName: string; headings: readonly string[]; widths: readonly number[] }
type Pages = AsyncIterable<ExportCell[][]>

/** A double holds fifteen digits exactly; a longer amount stays text rather than losing its fen. */
const exactDigits = 15

/** Writes a table a page at a time, and the whole file or none. */
export function writeTableFile(path: string, layout: TableLayout, pages: Pages): Promise<void> {
  return wholeFile(path, (partial) => (layout.format === 'xlsx' ? writeWorkbook(partial, layout, pages) : writeCsv(partial, layout, pages)))
}

async function writeCsv(path: string, { headings }: TableLayout, pages: Pages): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.write(csvStart + csvLine(headings))
    for await (const page of pages) await file.write(page.map((cells) => csvLine(cells.map(plainCell))).join(''))
  } finally {
    await file.close()
  }
}

async function writeWorkbook(path: string, { headings, widths, sheetName }: TableLayout, pages: Pages): Promise<void> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet(sheetName.replaceAll(/[\\/?*[\]:]/g, ' '), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = widths.map((width) => ({ width }))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headings.length } }
  const head = sheet.addRow([...headings])
  head.font = { bold: true }
  head.commit()
  for await (const page of pages) {
    for (const cells of page) {
      const row = sheet.addRow([])
      for (const [at, cell] of cells.entries()) put(row.getCell(at + 1), cell)
      row.commit()
    }
  }
  sheet.commit()
  await book.commit()
}

function put(target: Cell, cell: ExportCell): void {
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
