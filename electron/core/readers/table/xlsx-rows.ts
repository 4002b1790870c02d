import { z } from 'zod'
import { mostColumns, TableFault, type TableRow } from '#core/readers/table/table-row.ts'
import { workbookParts, type WorkbookPart } from '#core/readers/table/workbook-zip.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** A date cell as its clock shows it; Excel knows no zones. */
function clockText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
}

/** A number as people see it: floats carry noise behind the 15th digit. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)))
}

/** The text of a cell: formulas by their result, rich text and links by what they show, faults ("#N/A") as they stand. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date) return clockText(value)
  if (Array.isArray(value)) return value.map(cellText).join('')
  if (!isRecord(value)) return ''
  for (const part of ['result', 'richText', 'text', 'error'] as const) if (value[part] !== undefined) return cellText(value[part])
  return ''
}

/** What the streaming reader knows of the workbook but keeps to itself. */
const Workbook = z.object({
  model: z.object({ sheets: z.array(z.object({ name: z.string(), rId: z.string(), state: z.string().optional() })) }),
  workbookRels: z.array(z.object({ Id: z.string(), Target: z.string() })),
})
const Sheet = z.object({ id: z.coerce.string(), name: z.string().optional(), state: z.string().optional() })

/** The reader finds a sheet's name by a relative target only; many writers put an absolute one, and its sheets stay "Sheet1". */
function sheetOf(workbook: unknown, sheet: unknown): { name: string; isHidden: boolean } {
  const known = Sheet.parse(sheet)
  const { data: book } = Workbook.safeParse(workbook)
  const relation = book?.workbookRels.find(({ Target }) => Target === `/xl/worksheets/sheet${known.id}.xml`)
  const found = book?.model.sheets.find(({ rId }) => rId === relation?.Id) ?? known
  return { name: found.name ?? `#${known.id}`, isHidden: found.state !== undefined && found.state !== 'visible' }
}

function cellsOf(values: unknown): string[] {
  // exceljs counts columns from 1.
  const list: unknown[] = Array.isArray(values) ? values.slice(1) : []
  return Array.from(list, cellText)
}

const sheetPath = /^xl\/worksheets\/sheet(\d+)\.xml$/

/**
 * exceljs' reader with what the cells of sheets refer to. It is given the parts one by one: its own way through a zip takes the end of
 * the file for the end of the parts and, where there are many small ones, loses sheets.
 */
async function openWorkbook(parts: readonly WorkbookPart[]) {
  // Loaded when the first workbook comes: core need not hold it before.
  const { default: WorkbookReader } = await import('exceljs/lib/stream/xlsx/workbook-reader.js')
  const workbook = new WorkbookReader(null, { sharedStrings: 'cache', styles: 'cache' })
  for (const { path, open } of parts) {
    if (path === 'xl/_rels/workbook.xml.rels') await workbook._parseRels(await open())
    else if (path === 'xl/workbook.xml') await workbook._parseWorkbook(await open())
    else if (path === 'xl/styles.xml') await workbook._parseStyles(await open())
    else if (path === 'xl/sharedstrings.xml') for await (const string of workbook._parseSharedStrings(await open())) void string
  }
  return workbook
}

async function* rowsOf(parts: readonly WorkbookPart[]): AsyncGenerator<TableRow> {
  const workbook = await openWorkbook(parts)
  let sheets = 0
  for (const { path, open } of parts) {
    const [, sheetNo] = sheetPath.exec(path) ?? []
    if (sheetNo === undefined) continue
    for (const { value: sheet } of workbook._parseWorksheet(await open(), sheetNo)) {
      sheets += 1
      const { name, isHidden } = sheetOf(workbook, sheet)
      for await (const row of sheet) if (!isHidden) yield { sheet: name, row: row.number, cells: cellsOf(row.values) }
    }
  }
  if (sheets === 0) throw new TableFault('syntax', 'the workbook has no sheet')
}

/** Streams the rows of every visible sheet of a workbook, in the file's order. Throws `TableFault`. */
export async function* xlsxRows(path: string, signal?: AbortSignal): AsyncGenerator<TableRow> {
  try {
    yield* rowsOf(await workbookParts(path, signal))
  } catch (error) {
    if (signal?.aborted === true || error instanceof TableFault) throw error
    const reason = error instanceof Error ? error.message : 'unknown fault'
    // The reader knows no column beyond the last that Excel has.
    if (reason.startsWith('Out of bounds')) throw new TableFault('too-many-columns', `a cell beyond column ${mostColumns} (${reason})`)
    throw new TableFault('syntax', `not a readable workbook: ${reason}`)
  }
}
