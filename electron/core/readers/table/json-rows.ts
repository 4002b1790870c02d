import { z } from 'zod'
import { textOf } from '#core/readers/open-text.ts'
import { parseExact } from '#core/readers/ocds/json-scan.ts'
import { TableFault, type TableRow } from '#core/readers/table/table-row.ts'

/** Characters of a list, which is held in memory. */
const longest = 64 * 1024 * 1024
/** How far inside an answer its list may lie: "data", "data.records". */
const deepest = 2

const Row = z.record(z.string(), z.unknown())
type Row = z.infer<typeof Row>

const isList = (value: unknown): value is Row[] => Array.isArray(value) && value.length > 0 && value.every((row) => Row.safeParse(row).success)

/** The list in an answer: the answer itself, or the longest list of objects a little way inside. */
function listIn(value: unknown, depth = 0): Row[] | null {
  if (isList(value)) return value
  const inside = Row.safeParse(value)
  if (!inside.success || depth === deepest) return null
  const lists = Object.values(inside.data).map((part) => listIn(part, depth + 1)).filter((list) => list !== null)
  return lists.toSorted((a, b) => b.length - a.length)[0] ?? null
}

function cellOf(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

/** Whether text can be JSON rather than a table of delimited text. */
export const isJsonText = (head: string): boolean => /^\s*(?:\[\s*[{\]]|\{\s*["}])/.test(head)

/** A JSON list of objects as a table: its members are the headings, so that a remembered mapping serves it like any other. Throws `TableFault`. */
export async function* jsonRows(pieces: AsyncIterable<string>): AsyncGenerator<TableRow> {
  const text = await textOf(pieces, longest)
  if (text === null) throw new TableFault('file-too-large', `longer than ${longest} characters`)
  yield* tableOf(text)
}

function tableOf(text: string): TableRow[] {
  try {
    const list = listIn(parseExact(text))
    if (list === null) throw new TableFault('kind-unknown', 'JSON, but no list of records')
    const headings = [...new Set(list.flatMap((row) => Object.keys(row)))]
    return [{ sheet: null, row: 0, cells: headings }, ...list.map((row, index) => ({ sheet: null, row: index + 1, cells: headings.map((heading) => cellOf(row[heading])) }))]
  } catch (error) {
    if (error instanceof RangeError) throw new TableFault('syntax', 'nested too deep')
    throw error instanceof SyntaxError ? new TableFault('syntax', `not JSON: ${error.message}`) : error
  }
}
