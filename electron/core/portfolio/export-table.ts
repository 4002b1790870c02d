import type { Cell } from 'exceljs'
import { formatBeijing } from '#shared/calendar/beijing-time.ts'
import { csvText } from '#shared/csv.ts'
import { ExportColumn } from '#shared/portfolio/contract.ts'
import type { PortfolioBid } from '#shared/portfolio/portfolio.ts'

type Table = { bids: readonly PortfolioBid[]; headings: Record<ExportColumn, string>; words: Record<string, string> }
/** Money, shares and text look the same in a CSV; in a workbook a figure is a figure. */
const amounts: readonly ExportColumn[] = ['offerTotal', 'profit']
/** A double holds fifteen digits exactly; a longer amount stays text rather than losing its fen. */
const exactDigits = 15

export function portfolioCsv({ bids, headings, words }: Table): Uint8Array {
  const columns = ExportColumn.options
  return new TextEncoder().encode(csvText([columns.map((column) => headings[column]), ...bids.map((bid) => columns.map((column) => cellOf(bid, column, words)))]))
}

export async function portfolioWorkbook({ bids, headings, words, sheetName }: Table & { sheetName: string }): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(sheetName.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] })
  const columns = ExportColumn.options
  sheet.columns = columns.map((column) => ({ width: column === 'title' ? 48 : 18 }))
  sheet.addRow(columns.map((column) => headings[column])).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  for (const bid of bids) {
    const row = sheet.addRow([])
    for (const [index, column] of columns.entries()) put(row.getCell(index + 1), bid, column, words)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function put(cell: Cell, bid: PortfolioBid, column: ExportColumn, words: Record<string, string>): void {
  const text = cellOf(bid, column, words)
  if (text === null) return
  if (amounts.includes(column) && text.replaceAll(/\D/g, '').length <= exactDigits) {
    cell.value = Number(text)
    cell.numFmt = '#,##0.00'
  } else if (column === 'parity') {
    cell.value = bid.parity
    cell.numFmt = '0.0%'
  } else cell.value = text
}

function cellOf(bid: PortfolioBid, column: ExportColumn, words: Record<string, string>): string | null {
  switch (column) {
    case 'useCase': return bid.useCase === null ? null : (words[bid.useCase] ?? bid.useCase)
    case 'stage': return words[bid.stage] ?? bid.stage
    case 'verdict': return words[bid.verdict] ?? bid.verdict
    case 'parity': return bid.parity === null ? null : String(bid.parity)
    case 'bidDeadline': return bid.bidDeadline === null ? null : formatBeijing(bid.bidDeadline).replace(/ \S+ /, ' ')
    case 'reason': return bid.story?.reason ?? null
    case 'payBack': return bid.story?.payBack ?? null
    default: return bid[column]
  }
}
