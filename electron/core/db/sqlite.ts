import type { SqliteDatabase, SqliteStatement } from 'kysely'
import Database from 'libsql'
import { createRecent } from '#core/recent.ts'

/**
 * The one seam to the embedded database. libsql aborts the process on some arguments and accepts a wrong number of
 * parameters in silence, so nothing reaches it unchecked: one array, no booleans, no undefined, the right count.
 */
export type Sqlite = SqliteDatabase & { exec(sql: string): void; pragma(name: string): unknown }

const CACHED_STATEMENTS = 500

/** Kilobytes of pages kept in memory. The lists are read from indexes that fit; the system keeps the rest of the file at hand. */
const pageCache = 16_384

export function openSqlite(path: string): Sqlite {
  const db = new Database(path)
  db.exec('PRAGMA busy_timeout = 5000')
  db.exec('PRAGMA journal_mode = WAL')
  // FULL: a commit that was acknowledged survives a kill and a power cut.
  db.exec('PRAGMA synchronous = FULL')
  // Pages (32 MB): an import may not copy the log into the file at every turn.
  db.exec('PRAGMA wal_autocheckpoint = 8000')
  db.exec('PRAGMA foreign_keys = ON')
  db.exec('PRAGMA trusted_schema = OFF')
  db.exec(`PRAGMA cache_size = -${pageCache}`)
  let isOpen = true
  const statements = createRecent<SqliteStatement>(CACHED_STATEMENTS)
  const ensureOpen = () => {
    if (!isOpen) throw new Error('the workspace is closed')
  }
  return {
    prepare(sql) {
      ensureOpen()
      // A write that begins deferred can fail half-way when another process writes: take the lock at once.
      const text = sql === 'begin' ? 'begin immediate' : sql
      const statement = statements.get(text) ?? checkedStatement(db, text)
      statements.set(text, statement)
      return statement
    },
    exec(sql) {
      ensureOpen()
      db.exec(sql)
    },
    pragma(name) {
      ensureOpen()
      const [row] = db.prepare(`PRAGMA ${name}`).all([])
      return typeof row === 'object' && row !== null ? Object.values(row)[0] : undefined
    },
    close() {
      if (!isOpen) return
      isOpen = false
      statements.clear()
      db.close()
    },
  }
}

function checkedStatement(db: Database.Database, sql: string): SqliteStatement {
  const statement = db.prepare(sql)
  const expected = countParameters(sql)
  const bind = (parameters: readonly unknown[]) => {
    if (parameters.length !== expected) throw new Error(`statement takes ${expected} parameters, got ${parameters.length}: ${sql}`)
    return parameters.map(bindable)
  }
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(bind(parameters)),
    run: (parameters) => statement.run(bind(parameters)),
    iterate: (parameters) => statement.iterate(bind(parameters)),
  }
}

function bindable(value: unknown): string | number | bigint | Uint8Array | null {
  if (value === null || typeof value === 'bigint') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new Error('text with a NUL character cannot be stored')
    return value
  }
  if (typeof value === 'number' && Number.isFinite(value)) return value
  // libsql reads the buffer behind a view from its start: a part of a buffer would be stored as another part of it.
  if (value instanceof Uint8Array) return value.byteLength === value.buffer.byteLength ? value : new Uint8Array(value)
  throw new Error(`cannot store a ${value === undefined ? 'missing value' : typeof value}`)
}

/** Counts `?` outside of quoted text. */
export function countParameters(sql: string): number {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, '').split('?').length - 1
}
