import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { countParameters, openSqlite, type Sqlite } from '#core/db/sqlite.ts'

let folder: string
let db: Sqlite

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-sqlite-'))
  db = openSqlite(join(folder, 'a.db'))
  db.exec('CREATE TABLE t (a, b)')
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the seam to the database', () => {
  test('commits are written through to the disk', () => {
    expect(db.pragma('journal_mode')).toBe('wal')
    expect(db.pragma('synchronous')).toBe(2)
    expect(db.pragma('foreign_keys')).toBe(1)
  })

  test('stores truth values as 0 and 1 instead of aborting', () => {
    db.prepare('INSERT INTO t VALUES (?, ?)').run([true, false])
    expect(db.prepare('SELECT a, b FROM t').all([])).toEqual([{ a: 1, b: 0 }])
  })

  test('stores the part of a buffer that was asked for', () => {
    db.exec('CREATE TABLE blobs (a BLOB) STRICT')
    db.prepare('INSERT INTO blobs VALUES (?)').run([Buffer.from('0123456789').subarray(3, 6)])
    expect(db.prepare('SELECT hex(a) AS a FROM blobs').all([])).toEqual([{ a: '333435' }])
  })

  test.each([
    ['a missing value', [1, undefined]],
    ['a date', [1, new Date(0)]],
    ['a plain object', [1, {}]],
    ['not a number', [1, Number.NaN]],
    ['text with a NUL character', [1, 'a\0b']],
  ])('refuses %s and stores nothing', (_what, parameters) => {
    expect(() => db.prepare('INSERT INTO t VALUES (?, ?)').run(parameters)).toThrow()
    expect(db.prepare('SELECT a FROM t').all([])).toEqual([])
  })

  test.each([[[1]], [[1, 2, 3]], [[]]])('refuses the wrong number of parameters %j', (parameters) => {
    expect(() => db.prepare('INSERT INTO t VALUES (?, ?)').run(parameters)).toThrow('takes 2 parameters')
  })

  test('a closed workspace answers nothing', () => {
    db.close()
    expect(() => db.prepare('SELECT 1').all([])).toThrow('closed')
  })

  test.each([
    ['SELECT ?', 1],
    ["SELECT '?', \"?\", 'it''s ?' WHERE a = ?", 1],
    ['SELECT 1', 0],
  ])('counts the parameters of %s', (sql, count) => expect(countParameters(sql)).toBe(count))
})
