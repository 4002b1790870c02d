import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'

const largest = 64 * 1024 * 1024
const Row = z.record(z.string(), z.unknown())
const isList = (value: unknown): value is Record<string, unknown>[] => Array.isArray(value) && value.length > 0 && value.every((row) => Row.safeParse(row).success)

const ocdsMembers = ['ocid', 'releases', 'records', 'compiledRelease']
const isOcds = (value: unknown): boolean => (Array.isArray(value) ? value.some(isOcds) : Row.safeParse(value).success && ocdsMembers.some((name) => Object.hasOwn(Object(value), name)))

/** The list in an answer: the answer itself, or the longest list of objects one or two levels down ("data", "data.records", "rows" …). */
function listIn(value: unknown, depth = 0): Record<string, unknown>[] | null {
  if (isList(value)) return value
  const inside = Row.safeParse(value)
  if (!inside.success || depth === 2) return null
  const lists = Object.values(inside.data).map((part) => listIn(part, depth + 1)).filter((list) => list !== null)
  return lists.toSorted((a, b) => b.length - a.length)[0] ?? null
}

const cellOf = (value: unknown): string => (typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value))
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/** A JSON list of objects as a table: its members are the headings, so that a remembered mapping serves it like any other. Null: it is no such list, or OCDS. */
export async function jsonListAsTable(path: string): Promise<string | null> {
  const { size } = await stat(path)
  if (size > largest) return null
  const text = await readFile(path, 'utf8')
  if (!/^\uFEFF?\s*[[{]/.test(text)) return null
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null
  }
  const list = isOcds(parsed) ? null : listIn(parsed)
  if (list === null) return null
  const headings = [...new Set(list.flatMap((row) => Object.keys(row)))]
  return [headings, ...list.map((row) => headings.map((heading) => cellOf(row[heading])))].map((cells) => cells.map(quoted).join(',')).join('\r\n')
}
