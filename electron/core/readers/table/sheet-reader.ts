import type { Reading } from '#core/readers/reading.ts'
import type { Refusal } from '#shared/imports/issue.ts'
import type { TableRow } from '#core/readers/table/table-row.ts'
import { isHeading, proposeMapping, type ColumnMapping } from '#shared/tenders/table/column-mapping.ts'
import { recalled, type RememberedMappings } from '#shared/tenders/table/table-preview.ts'
import { mapRow } from '#shared/tenders/table/map-row.ts'

/** Titles and remarks may stand above the headings, but not more than this. */
const rowsBeforeHeading = 20

const isBlank = (row: TableRow): boolean => row.cells.every((cell) => cell.trim() === '')

/** Reads the rows of one sheet: what stands above its headings is decoration, blank rows are nothing, all others are read or refused. */
export function createSheetReader(name: string | null, remembered: RememberedMappings) {
  let headings: string[] | null = null
  let mapping: ColumnMapping = { columns: {}, units: {} }
  let skipped = 0
  let data = 0
  const rejected = ({ message, ...refusal }: Refusal): Reading => ({ ok: false, issue: { ...refusal, sheet: name, message: name === null ? message : `sheet "${name}": ${message}` } })
  const noHeadings = (): Reading => rejected({ code: 'field-missing', message: 'no row of headings names a project', row: null, field: 'title' })

  function readRow(row: TableRow, heads: readonly string[]): Reading {
    data += 1
    const mapped = mapRow(row.cells, heads, mapping)
    if (mapped.ok) return { ok: true, row: row.row, draft: mapped.draft }
    const { code, field, found = null, message } = mapped
    return rejected({ code, field, found, message, row: row.row })
  }

  function* read(row: TableRow): Generator<Reading> {
    if (isBlank(row)) return
    if (headings) yield readRow(row, headings)
    else {
      const known = recalled(row.cells, remembered)
      if (known !== null || isHeading(row.cells)) {
        headings = row.cells
        mapping = known ?? proposeMapping(row.cells)
      } else skipped += 1
    }
    if (headings === null && skipped === rowsBeforeHeading) yield noHeadings()
  }

  return {
    name,
    read,
    /** What is left to say once the sheet is over. */
    end: function* end(): Generator<Reading> {
      if (headings === null && skipped < rowsBeforeHeading && skipped > 0) yield noHeadings()
      else if (headings !== null && data === 0) yield rejected({ code: 'file-empty', message: 'no rows below the headings', row: null, field: null })
    },
  }
}
