import { z } from 'zod'
import type { Sqlite } from '#core/db/sqlite.ts'

const Cell = z.union([z.string(), z.number(), z.null()])
const Row = z.record(z.string(), Cell)
export type Row = z.infer<typeof Row>

/** Rows of another table that speak of a tender: `column` names it, `keys` are the rest of the primary key. */
type Reference = { table: string; column: string; keys: string[] }
const Moved = z.object({ table: z.string(), column: z.string(), key: Row })

/** All that is needed to put a merged tender back. `left`: rows that had no room beside those of the kept tender. */
export const Snapshot = z.object({ tender: Row, moved: z.array(Moved), left: z.array(z.object({ table: z.string(), row: Row })), facts: z.array(z.object({ field: z.string(), before: Cell, after: Cell })) })
export type Snapshot = z.infer<typeof Snapshot>

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const where = (names: readonly string[]) => names.map((name) => `${quoted(name)} IS ?`).join(' AND ')
const rowsOf = (raw: Sqlite, query: string, values: readonly unknown[]): Row[] => raw.prepare(query).all([...values]).map((row) => Row.parse(row))

/** Every column of the workspace that refers to a tender: also those of features that came later. */
function referencesTo(raw: Sqlite): Reference[] {
  const found = rowsOf(raw, `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f."table" = 'tender'`, [])
  return found.map(({ table, column }) => {
    const [name, referring] = [String(table), String(column)]
    const keys = rowsOf(raw, 'SELECT name FROM pragma_table_info(?) WHERE pk > 0 AND name <> ?', [name, referring]).map((row) => String(row['name']))
    return { table: name, column: referring, keys }
  })
}

export function rowOfTender(raw: Sqlite, id: string): Row | null {
  return rowsOf(raw, 'SELECT * FROM tender WHERE id = ?', [id])[0] ?? null
}

/** Hands everything of one tender to another; what finds no room there is returned, to be kept for the way back. Inside a transaction. */
export function moveAll(raw: Sqlite, from: string, to: string): Pick<Snapshot, 'moved' | 'left'> {
  const moved: Snapshot['moved'] = []
  const left: Snapshot['left'] = []
  for (const { table, column, keys } of referencesTo(raw)) {
    for (const row of rowsOf(raw, `SELECT * FROM ${quoted(table)} WHERE ${quoted(column)} = ?`, [from])) {
      const key = Object.fromEntries(keys.map((name) => [name, row[name] ?? null]))
      const { changes } = raw.prepare(`UPDATE OR IGNORE ${quoted(table)} SET ${quoted(column)} = ? WHERE ${where([column, ...keys])}`).run([to, from, ...Object.values(key)])
      if (Number(changes) > 0) moved.push({ table, column, key })
      else left.push({ table, row })
    }
  }
  return { moved, left }
}

/** Takes back what was handed over, as far as it is still there. Inside a transaction, the tender's own row being back already. */
export function moveBack(raw: Sqlite, from: string, to: string, { moved, left }: Pick<Snapshot, 'moved' | 'left'>): void {
  for (const { table, column, key } of moved) {
    raw.prepare(`UPDATE OR IGNORE ${quoted(table)} SET ${quoted(column)} = ? WHERE ${where([column, ...Object.keys(key)])}`).run([to, from, ...Object.values(key)])
  }
  for (const { table, row } of left) insertRow(raw, table, row)
}

export function insertRow(raw: Sqlite, table: string, row: Row): void {
  const columns = Object.keys(row)
  raw.prepare(`INSERT OR IGNORE INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(Object.values(row))
}
