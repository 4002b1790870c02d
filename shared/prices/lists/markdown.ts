import { readTableRow, tableColumns } from '#shared/prices/lists/cny-table.ts'
import { type ListFacts, type PriceReading, refusedPrice } from '#shared/prices/lists/reading.ts'

const isTableLine = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line)
const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^\s*:?-{2,}:?\s*$/.test(cell))
const cellsOf = (line: string): string[] => line.trim().slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim())

type Table = { start: number; heading: string[]; rows: { row: number; cells: string[] }[] }

const tablesOf = (text: string): Table[] => {
  const tables: Table[] = []
  let open: Table | null = null
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!isTableLine(line)) {
      open = null
      continue
    }
    const cells = cellsOf(line)
    if (open === null) {
      open = { start: index + 1, heading: cells, rows: [] }
      tables.push(open)
    } else if (!isRule(cells)) open.rows.push({ row: index + 1, cells })
  }
  return tables
}

/** The prices of a page's tables. A table that is none of ours is refused once, naming its line, not row by row. */
export const readMarkdownTables = (text: string, facts: ListFacts): PriceReading[] =>
  tablesOf(text).flatMap(({ start, heading, rows }) => {
    const columns = tableColumns(heading)
    if (columns === null) return [refusedPrice('price-missing', `the table "${heading.slice(0, 4).join(' | ')}" has no columns of prices that are read; its ${rows.length} rows are left out`, start)]
    let vendor: string | null = null
    return rows.flatMap(({ row, cells }) => {
      const own: string = columns.vendor === -1 ? '' : (cells[columns.vendor] ?? '').trim()
      if (own !== '') vendor = own
      return readTableRow(columns, cells, vendor, row, facts)
    })
  })
