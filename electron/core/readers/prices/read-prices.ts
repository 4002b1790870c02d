import { basename, extname, sep } from 'node:path'
import { parse, TomlError } from 'smol-toml'
import { isZip } from '#core/readers/is-zip.ts'
import { openText, textOf } from '#core/readers/open-text.ts'
import { readJsonPrices } from '#core/readers/prices/read-json.ts'
import type { ReadSource } from '#core/readers/reading.ts'
import { csvRows, peeked } from '#core/readers/table/csv-rows.ts'
import { TableFault, type TableRow } from '#core/readers/table/table-row.ts'
import { xlsxRows } from '#core/readers/table/xlsx-rows.ts'
import { isSkypilotHeading, readSkypilotRow } from '#shared/prices/lists/gpu.ts'
import { readTableRow, tableColumns } from '#shared/prices/lists/cny-table.ts'
import { readMarkdownTables } from '#shared/prices/lists/markdown.ts'
import { readModelsDevModel } from '#shared/prices/lists/models-dev.ts'
import { priceColumns } from '#shared/prices/lists/price-columns.ts'
import { readPriceRow } from '#shared/prices/lists/price-row.ts'
import { type ListFacts, type PriceReading, refusedPrice } from '#shared/prices/lists/reading.ts'

/** Characters of a page, a model or a list in JSON, which are read whole; tables are streamed. */
const longestPage = 64 * 1024 * 1024
const rowsBeforeHeading = 20

/** The list a file is an edition of: its name without a date at the end, so that next month's file updates this month's. */
const listName = (name: string): string => basename(name, extname(name)).replace(/[-_. ]*20\d\d(?:[-_.年]?\d{1,2}){0,2}[月日]?$/, '')

const listFacts = (name: string): ListFacts => ({ origin: `list:${listName(name)}`.slice(0, 200), sourceName: name.slice(0, 300), sourceUrl: null, sourceDate: null, currency: 'CNY' })

type RowReader = (cells: readonly string[], row: number) => PriceReading[]

/** How rows below a heading are read; null: not a heading of a price list. */
function rowReader(heading: readonly string[], name: string): RowReader | null {
  const facts = listFacts(name)
  if (isSkypilotHeading(heading)) {
    const provider = listName(name).replace(/_vms$/, '')
    return (cells, row) => readSkypilotRow(provider, heading, cells, row, { ...facts, sourceName: 'SkyPilot catalogue', currency: 'USD' })
  }
  const published = tableColumns(heading)
  if (published !== null) {
    let vendor: string | null = null
    return (cells, row) => {
      const own = published.vendor === -1 ? '' : (cells[published.vendor] ?? '').trim()
      if (own !== '') vendor = own
      return readTableRow(published, cells, vendor, row, facts)
    }
  }
  const own = priceColumns(heading)
  return own === null ? null : (cells, row) => [readPriceRow(own, cells, row, facts)]
}

async function* readRows(rows: AsyncIterable<TableRow>, name: string): AsyncGenerator<PriceReading> {
  let sheet: string | null | undefined
  let read: RowReader | null = null
  let above = 0
  let hasHeading = false
  try {
    for await (const row of rows) {
      if (sheet !== row.sheet) {
        sheet = row.sheet
        read = null
        above = 0
      }
      if (row.cells.every((cell) => cell.trim() === '')) continue
      if (read !== null) yield* read(row.cells, row.row)
      else if (above < rowsBeforeHeading) {
        read = rowReader(row.cells, name)
        hasHeading ||= read !== null
        above += 1
      }
    }
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    yield refusedPrice(error.code, error.message, error.row)
    return
  }
  if (!hasHeading) yield refusedPrice('field-missing', 'no row of headings names both a product and a price', null, 'price')
}

function readToml(text: string, path: string): PriceReading[] {
  const parts = path.split(sep)
  const at = parts.lastIndexOf('models')
  const provider = at > 0 ? (parts[at - 1] ?? 'models.dev') : 'models.dev'
  const model = (at > 0 ? parts.slice(at + 1).join('/') : basename(path)).replace(/\.toml$/i, '')
  try {
    return readModelsDevModel({ id: provider, name: provider, doc: null }, model, parse(text), null, { origin: 'models.dev', sourceName: 'models.dev', sourceUrl: `https://models.dev/?provider=${encodeURIComponent(provider)}`, sourceDate: null, currency: 'USD' })
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    return [refusedPrice('syntax', `not TOML: ${error.message.split('\n')[0] ?? ''}`, error.line)]
  }
}

async function* readText(source: ReadSource): AsyncGenerator<PriceReading | { listDay: string }> {
  const opened = await openText(source)
  if (!opened.ok) return yield refusedPrice(opened.code, opened.message, null)
  const { head, whole } = await peeked(opened.text)
  const extension = extname(source.path).toLowerCase()
  const isMarkdown = extension === '.md' || extension === '.markdown'
  const isJson = extension !== '.toml' && !isMarkdown && /^\s*[{[]/.test(head)
  if (extension !== '.toml' && !isMarkdown && !isJson) {
    yield* readRows(csvRows(whole), source.name)
    return
  }
  const page = await textOf(whole, longestPage)
  if (page === null) return yield refusedPrice('file-too-large', `longer than ${longestPage} characters`, null)
  if (isJson) {
    const { readings, listDay } = readJsonPrices(page)
    if (listDay !== null) yield { listDay }
    yield* readings
    return
  }
  const readings = isMarkdown ? readMarkdownTables(page, listFacts(source.name)) : readToml(page, source.path)
  yield* readings
  if (readings.length === 0) yield refusedPrice('price-missing', 'no table of prices', null)
}

/** The prices of a file in any form we know: JSON lists, TOML, Markdown pages, catalogues and price lists in CSV or xlsx. `listDay`: the day the whole list is of. */
export async function* readPrices(source: ReadSource): AsyncGenerator<PriceReading | { listDay: string }> {
  let isWorkbook = false
  try {
    isWorkbook = await isZip(source.path)
  } catch (error) {
    return yield refusedPrice('file-unreadable', error instanceof Error ? error.message : 'the file cannot be read', null)
  }
  yield* isWorkbook ? readRows(xlsxRows(source.path, source.signal), source.name) : readText(source)
}
