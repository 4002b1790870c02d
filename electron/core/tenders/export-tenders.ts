import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { rowsOf } from '#core/tenders/tender-rows.ts'
import { tendersBySeq } from '#core/tenders/tender-search.ts'
import { chunks, seqsOf } from '#core/tenders/tender-targets.ts'
import { writeTableFile } from '#core/workbook/table-file.ts'
import type { TenderExport } from '#shared/tenders/contract.ts'
import { exportCell, type ExportCell } from '#shared/tenders/export-cells.ts'

type Table = Omit<TenderExport, 'destination'>
const perPage = 500

/** Writes every chosen tender into a table, a page at a time, and the whole file or none. */
export async function exportTenders(db: WorkspaceDb, path: string, table: Table, now: string): Promise<number> {
  const seqs = await seqsOf(db, table.target, now, table)
  const { format, sheetName, columns } = table
  await writeTableFile(path, { format, sheetName, headings: columns.map(({ heading }) => heading), widths: columns.map(({ id }) => (id === 'title' ? 48 : 20)) }, pages(db, seqs, table))
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
