import { rejected } from '#core/readers/open-text.ts'
import type { Reading } from '#core/readers/reading.ts'
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
  const where = name === null ? '' : `sheet "${name}": `

  function readRow(row: TableRow, heads: readonly string[]): Reading {
    data += 1
    const mapped = mapRow(row.cells, heads, mapping)
    return mapped.ok ? { ok: true, row: row.row, draft: mapped.draft } : rejected(mapped.code, `${where}${mapped.message}`, row.row, mapped.field)
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
    if (headings === null && skipped === rowsBeforeHeading) yield rejected('field-missing', `${where}no row of headings names a project`, null, 'title')
  }

  return {
    name,
    read,
    /** What is left to say once the sheet is over. */
    end: function* end(): Generator<Reading> {
      if (headings === null && skipped < rowsBeforeHeading && skipped > 0) yield rejected('field-missing', `${where}no row of headings names a project`, null, 'title')
      else if (headings !== null && data === 0) yield rejected('file-empty', `${where}no rows below the headings`)
    },
  }
}
