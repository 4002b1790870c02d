import type { Cell, CellValue, Fill, Workbook } from 'exceljs'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { SheetData } from '#shared/workbook/read-sheets.ts'
import { firstDataRow, type Sheet, type SheetCell } from '#shared/workbook/sheet.ts'
import { estimateSheets } from '#shared/workbook/write-sheets.ts'

const formats = { money: '#,##0.00', rate: '0.00%', plain: 'General', text: '@' } as const
const inputFill: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } }

/** The estimate as .xlsx bytes: inputs shaded, everything else a live formula. */
export async function estimateWorkbook(estimate: Estimate, asOf: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  book.calcProperties = { fullCalcOnLoad: true }
  for (const sheet of estimateSheets(estimate, asOf)) addSheet(book, sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addSheet(book: Workbook, sheet: Sheet): void {
  const target = book.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: firstDataRow - 1 }] })
  target.columns = sheet.columns.map(({ width }) => ({ width }))
  const keys = target.getRow(1)
  const labels = target.getRow(2)
  sheet.columns.forEach(({ key, label }, index) => {
    keys.getCell(index + 1).value = key
    labels.getCell(index + 1).value = label
  })
  keys.hidden = true
  labels.font = { bold: true }
  sheet.rows.forEach((cells, index) => {
    const row = target.getRow(firstDataRow + index)
    cells.forEach((cell, column) => put(row.getCell(column + 1), cell, formats[sheet.columns[column]?.style ?? 'plain']))
  })
  for (const { address, cell } of sheet.extra ?? []) put(target.getCell(address), cell, formats.plain)
}

function put(target: Cell, cell: SheetCell, format: string): void {
  if (cell.kind === 'formula') {
    target.value = { formula: cell.formula, date1904: false }
    target.numFmt = formats[cell.style]
    return
  }
  target.value = cell.value
  if (cell.kind === 'label') return
  target.numFmt = typeof cell.value === 'string' ? formats.text : format
  target.fill = inputFill
}

/** The cells of every sheet by the keys of its first row; null when the bytes are no workbook. */
export async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<SheetData[] | null> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(bytes.buffer)
  } catch {
    return null
  }
  return book.worksheets.map((sheet) => {
    const keys = sheet.getRow(1)
    const rows: SheetData['rows'] = []
    sheet.eachRow((row, number) => {
      if (number < firstDataRow) return
      const values: Record<string, string | number | null> = {}
      keys.eachCell((key, column) => {
        values[key.text] = plain(row.getCell(column).value)
      })
      rows.push({ row: number, values })
    })
    return { name: sheet.name, rows }
  })
}

/** A cell as text or number; a formula counts with its result, a date as its day. */
function plain(value: CellValue): string | number | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if ('result' in value) return plain(value.result)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  return 'text' in value ? value.text : null
}
