import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { z } from 'zod'
import { mostColumns, TableFault, type TableRow } from '#core/readers/table/table-row.ts'
import { isHeading } from '#shared/tenders/table/column-mapping.ts'

/** Characters of one record: an unclosed quote may not swallow the file. */
const longestRecord = 4 * 1024 * 1024
/** Characters of a line that show its delimiter. */
const telling = 20_000
const delimiters = [',', '\t', ';', '|'] as const

const ParsedRecord = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) })

/** The mark that makes a heading of one of the first lines; else the most frequent there. */
export function delimiterOf(head: string): string {
  const lines = head.split(/\r?\n/).slice(0, 100).map((line) => line.slice(0, telling)).filter((line) => line.trim() !== '').slice(0, 10)
  const scored = delimiters.map((mark) => {
    const rows = lines.map((line) => line.split(mark).map((cell) => cell.replace(/^\s*"|"\s*$/g, '')))
    const cells = rows.reduce((sum, row) => sum + row.length - 1, 0)
    return { mark, score: cells + (rows.some(isHeading) ? 1_000_000 : 0) }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).mark
}

/** The text again, its first piece looked at: a heading may be cut by a piece's end, so it is read at least a few lines long. */
export async function peeked(text: AsyncIterable<string>): Promise<{ head: string; whole: AsyncGenerator<string> }> {
  const iterator = text[Symbol.asyncIterator]()
  const first = await iterator.next()
  const head = first.done === true ? '' : first.value
  async function* whole(): AsyncGenerator<string> {
    yield head
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  }
  return { head, whole: whole() }
}

/** Streams the records of delimited text; the delimiter is found from its first lines. Throws `TableFault`. */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<TableRow> {
  const { head, whole } = await peeked(text)
  const parser = parse({ delimiter: delimiterOf(head), relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true, max_record_size: longestRecord })
  const records: Readable = pipeline(Readable.from(whole), parser, () => undefined)
  try {
    for await (const parsed of records) {
      const { record, info } = ParsedRecord.parse(parsed)
      if (record.length > mostColumns) throw new TableFault('too-many-columns', `${record.length} columns in one row; a table has at most ${mostColumns}`, info.lines)
      yield { sheet: null, row: info.lines, cells: record }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new TableFault('syntax', error.message, parser.info.lines)
    throw error
  }
}
