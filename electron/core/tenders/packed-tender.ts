import { z } from 'zod'
import type { Sqlite } from '#core/db/sqlite.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { reindexTender } from '#core/tenders/tender-store.ts'

const Cell = z.union([z.string(), z.number(), z.null()])
const PackedRow = z.record(z.string(), Cell)
type PackedRow = z.infer<typeof PackedRow>

/** A tender with everything that goes when it goes, table by table, parents first. */
export const PackedTender = z.object({ tables: z.array(z.object({ table: z.string(), rows: z.array(PackedRow) })) })
export type PackedTender = z.infer<typeof PackedTender>

const ForeignKey = z.object({ table: z.string(), from: z.string(), to: z.string().nullable(), on_delete: z.string() })
const Named = z.object({ name: z.string() })

/** Which tables hang on a table is asked of the file itself, so that a table added later is not forgotten. */
export function packTender(raw: Sqlite, tenderId: string): PackedTender {
  const tables: PackedTender['tables'] = []
  const collect = (table: string, column: string, value: string) => {
    const rows = PackedRow.array().parse(raw.prepare(`SELECT * FROM "${table}" WHERE "${column}" = ?`).all([value]))
    if (rows.length === 0) return
    tables.push({ table, rows })
    for (const child of cascadesFrom(raw, table)) {
      for (const row of rows) {
        const key = row[child.to]
        if (typeof key === 'string') collect(child.table, child.from, key)
      }
    }
  }
  collect('tender', 'id', tenderId)
  return { tables }
}

/** Puts a packed tender back; false when a tender of the same source stands in its place. */
export async function unpackTender(raw: Sqlite, db: WorkspaceDb, { tables }: PackedTender): Promise<boolean> {
  const [tender] = tables[0]?.rows ?? []
  const taken = await db.selectFrom('tender').select('id').where((eb) => eb.or([eb('id', '=', String(tender?.['id'])), eb('sourceKey', '=', String(tender?.['sourceKey']))])).executeTakeFirst()
  if (tender === undefined || taken) return false
  for (const { table, rows } of tables) for (const row of rows) insert(raw, table, row)
  await reindexTender(db, String(tender['id']))
  return true
}

// The row number may have been given to another tender since.
function insert(raw: Sqlite, table: string, row: PackedRow): void {
  const cells = Object.entries(row).filter(([column]) => !(table === 'tender' && column === 'seq'))
  raw.prepare(`INSERT INTO "${table}" (${cells.map(([column]) => `"${column}"`).join(', ')}) VALUES (${cells.map(() => '?').join(', ')})`).run(cells.map(([, cell]) => cell))
}

function cascadesFrom(raw: Sqlite, parent: string): { table: string; from: string; to: string }[] {
  const tables = Named.array().parse(raw.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE '%VIRTUAL%'`).all([]))
  return tables.flatMap(({ name }) =>
    ForeignKey.array()
      .parse(raw.prepare(`PRAGMA foreign_key_list("${name}")`).all([]))
      .filter((key) => key.table === parent && key.on_delete === 'CASCADE')
      .map((key) => ({ table: name, from: key.from, to: key.to ?? 'id' })),
  )
}
