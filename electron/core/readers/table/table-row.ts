import type { ImportIssueCode } from '#shared/imports/issue.ts'

/** As many columns as a workbook can have; more are no list of tenders, and naming each would take minutes. */
export const mostColumns = 16_384

/** One row of a table: its sheet (null in a file that has none), its line or sheet row from 1, its cells as text. */
export type TableRow = { sheet: string | null; row: number; cells: string[] }

/** A table can't be read on; what came before stands. */
export class TableFault extends Error {
  readonly code: ImportIssueCode
  readonly row: number | null
  constructor(code: ImportIssueCode, message: string, row: number | null = null) {
    super(message)
    this.code = code
    this.row = row
  }
}
