import { writeTableFile } from '#core/workbook/table-file.ts'
import { ExportColumn } from '#shared/portfolio/contract.ts'
import type { PortfolioBid } from '#shared/portfolio/portfolio.ts'
import type { ExportCell } from '#shared/tenders/export-cells.ts'

type Table = { format: 'csv' | 'xlsx'; sheetName: string; headings: Record<ExportColumn, string>; words: Record<string, string> }

/** Writes bids into a table, the whole file or none. */
export async function exportBids(path: string, bids: readonly PortfolioBid[], { format, sheetName, headings, words }: Table): Promise<void> {
  const columns = ExportColumn.options
  async function* pages(): AsyncGenerator<ExportCell[][]> {
    yield bids.map((bid) => columns.map((column) => cellOf(bid, column, format, words)))
  }
  await writeTableFile(path, { format, sheetName, headings: columns.map((column) => headings[column]), widths: columns.map((column) => (column === 'title' ? 48 : 18)) }, pages())
}

function cellOf(bid: PortfolioBid, column: ExportColumn, format: Table['format'], words: Table['words']): ExportCell {
  const text = (value: string | null): ExportCell => ({ kind: 'text', value })
  switch (column) {
    case 'useCase': return text(bid.useCase === null ? null : (words[bid.useCase] ?? bid.useCase))
    case 'stage': return text(words[bid.stage] ?? bid.stage)
    case 'verdict': return text(words[bid.verdict] ?? bid.verdict)
    case 'offerTotal': case 'profit': return { kind: 'money', value: bid[column] }
    // A workbook shows a share in per cent and keeps every digit; a CSV could only round it.
    case 'parity': return { kind: format === 'xlsx' ? 'percent' : 'number', value: bid.parity }
    case 'bidDeadline': return { kind: 'moment', value: bid.bidDeadline }
    case 'reason': return text(bid.story?.reason ?? null)
    case 'payBack': return text(bid.story?.payBack ?? null)
    default: return text(bid[column])
  }
}
