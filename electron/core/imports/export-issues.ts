import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { issuesOf } from '#core/imports/import-run-store.ts'
import { writeTableFile } from '#core/workbook/table-file.ts'
import type { IssueExport } from '#shared/imports/contract.ts'
import type { ExportCell } from '#shared/tenders/export-cells.ts'

const perPage = 1000
const widths = [32, 16, 8, 20, 24, 28, 48, 64]

/** Writes every rejected record of a run into a table: file, sheet, row, field, what stands there, what is wrong, what to do, and the reader's own words. Returns how many. */
export async function exportIssues(db: WorkspaceDb, path: string, { runId, format, sheetName, headings, words }: Omit<IssueExport, 'destination'>): Promise<number> {
  let written = 0
  const text = (value: string | null): ExportCell => ({ kind: 'text', value })
  async function* pages(): AsyncGenerator<ExportCell[][]> {
    for (;;) {
      const issues = await issuesOf(db, runId, written, perPage)
      if (issues.length === 0) return
      written += issues.length
      yield issues.map(({ path: file, sheet, row, field, found, code, message }) => [text(file), text(sheet), { kind: 'number', value: row }, text(field), text(found), text(words[code]?.problem ?? code), text(words[code]?.remedy ?? null), text(message)])
      await nextTurn()
    }
  }
  await writeTableFile(path, { format, sheetName, headings, widths }, pages())
  return written
}
