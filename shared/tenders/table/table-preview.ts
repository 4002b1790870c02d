import { z } from 'zod'
import { ambiguousDate, bareAmount } from '#shared/tenders/table/cell-values.ts'
import { ColumnMapping, isHeading, proposeMapping } from '#shared/tenders/table/column-mapping.ts'
import { AmountField, plainHeading, type TableField } from '#shared/tenders/table/table-fields.ts'

/** Why a table is shown to a person before it is read. */
export const TableDoubt = z.enum(['no-headings', 'few-columns', 'unit-unknown', 'date-order-unknown'])
export type TableDoubt = z.infer<typeof TableDoubt>

/** The first rows of one table, and how it would be read. `headingRow` counts in `rows` from 0; null: none was found. */
export const TablePreview = z.object({
  sheet: z.string().nullable(),
  rows: z.array(z.array(z.string())),
  headingRow: z.int().nullable(),
  mapping: ColumnMapping,
  doubts: z.array(TableDoubt),
})
export type TablePreview = z.infer<typeof TablePreview>

const widestShown = 200
const longestShown = 300

/** The part of a row a person is shown. A table is known by its headings as they were shown: what lies beyond must not make it another. */
export function shownCells(cells: readonly string[]): string[] {
  return cells.slice(0, widestShown).map((cell) => cell.slice(0, longestShown))
}

/** A table stands for any other with the same headings, in whatever order. Empty where there are none. */
export function headingsKey(cells: readonly string[]): string {
  const headings = shownCells(cells).map(plainHeading).filter((heading) => heading !== '')
  return headings.length < 2 ? '' : JSON.stringify([...new Set(headings)].toSorted())
}

/** A remembered mapping holds headings rather than places, so that columns may stand in another order next time. */
export const RememberedMapping = z.object({
  columns: z.partialRecord(z.string(), z.string()),
  units: ColumnMapping.shape.units,
  dates: ColumnMapping.shape.dates,
})
export type RememberedMapping = z.infer<typeof RememberedMapping>
export type RememberedMappings = Readonly<Record<string, RememberedMapping>>

/** Headings as they are compared; one that stands twice is told from its namesake by number. */
function numbered(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return shownCells(cells).map((cell) => {
    const heading = plainHeading(cell)
    const times = (seen.get(heading) ?? 0) + 1
    seen.set(heading, times)
    return times === 1 ? heading : `${heading}#${times}`
  })
}

export function rememberable(mapping: ColumnMapping, headings: readonly string[]): RememberedMapping {
  const places = numbered(headings)
  const columns = Object.fromEntries(Object.entries(mapping.columns).map(([field, column]) => [field, places[column] ?? '']))
  return { columns, units: mapping.units, ...(mapping.dates === undefined ? {} : { dates: mapping.dates }) }
}

/** The mapping remembered for these headings, its columns where they stand now; null where none is. */
export function recalled(cells: readonly string[], remembered: RememberedMappings): ColumnMapping | null {
  const key = headingsKey(cells)
  const known = key === '' || !Object.hasOwn(remembered, key) ? undefined : remembered[key]
  if (known === undefined) return null
  const places = numbered(cells)
  const columns = Object.fromEntries(Object.entries(known.columns).flatMap(([field, heading]) => {
    const column = places.indexOf(heading ?? '')
    return column === -1 ? [] : [[field, column]]
  }))
  return ColumnMapping.parse({ ...known, columns })
}

const listed: readonly TableField[] = ['projectNo', 'buyer', 'budget', 'ceiling', 'bidDeadline', 'publishedAt', 'url', 'supplier']
const dated = ['publishedAt', 'bidDeadline', 'openingTime'] as const

/** What can't be told from headings and cells alone: a bare number in a column without a unit, a day that could be a month. */
function doubtsOf(mapping: ColumnMapping, rows: readonly (readonly string[])[]): TableDoubt[] {
  const doubts: TableDoubt[] = []
  const cellsOf = (field: TableField) => {
    const column = mapping.columns[field]
    return column === undefined ? [] : rows.map((row) => row[column] ?? '')
  }
  if (listed.filter((field) => mapping.columns[field] !== undefined).length < 2) doubts.push('few-columns')
  const isUnitUnknown = AmountField.options.some((field) => mapping.units[field] === undefined && mapping.columns.unit === undefined && cellsOf(field).some(bareAmount))
  if (isUnitUnknown) doubts.push('unit-unknown')
  if (mapping.dates === undefined && dated.some((field) => cellsOf(field).some(ambiguousDate))) doubts.push('date-order-unknown')
  return doubts
}

/** How a table would be read, and what about it a person has to decide. A remembered one leaves nothing to ask. */
export function previewTable(sheet: string | null, rows: string[][], remembered: RememberedMappings): TablePreview {
  const known = rows.findIndex((row) => recalled(row, remembered) !== null)
  const knownRow = rows[known]
  if (knownRow !== undefined) return { sheet, rows, headingRow: known, mapping: recalled(knownRow, remembered) ?? proposeMapping(knownRow), doubts: [] }
  const found = rows.findIndex(isHeading)
  const headings = rows[found]
  if (headings === undefined) return { sheet, rows, headingRow: null, mapping: { columns: {}, units: {} }, doubts: ['no-headings'] }
  const mapping = proposeMapping(headings)
  return { sheet, rows, headingRow: found, mapping, doubts: doubtsOf(mapping, rows.slice(found + 1)) }
}
