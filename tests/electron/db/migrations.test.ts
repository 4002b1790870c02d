import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate, migrations, schemaVersion, WorkspaceFromTheFutureError, type Migration } from '#core/db/migrations.ts'
import { openSqlite } from '#core/db/sqlite.ts'
import { openWorkspace } from '#core/db/workspace.ts'

const newest = migrations.length
const nextStep: Migration = { number: newest + 1, statements: ['CREATE TABLE later (a INTEGER) STRICT', 'INSERT INTO later VALUES (7)'] }
let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-migrate-'))
  path = join(folder, 'w.bidwright')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('migrating a workspace', () => {
  test('numbers rise by one from 1', () => {
    expect(migrations.map((step) => step.number)).toEqual(migrations.map((_, index) => index + 1))
  })

  test('a new file gets every step and no backup', () => {
    const db = openSqlite(path)
    let backups = 0
    migrate(db, () => backups++, [...migrations, nextStep])
    expect(schemaVersion(db)).toBe(newest + 1)
    expect(backups).toBe(0)
    db.close()
  })

  test('an older file is backed up first, then brought forward with its rows', () => {
    const db = openSqlite(path)
    migrate(db, () => {})
    db.prepare('INSERT INTO company (id, data, isSample, updatedAt) VALUES (?, ?, ?, ?)').run([1, '{}', 0, 'x'])
    const seen: number[] = []
    migrate(db, () => seen.push(schemaVersion(db)), [...migrations, nextStep])
    expect(seen).toEqual([newest])
    expect(db.prepare('SELECT data FROM company').all([])).toEqual([{ data: '{}' }])
    expect(db.prepare('SELECT a FROM later').all([])).toEqual([{ a: 7 }])
    db.close()
  })

  test('a failing step changes nothing and stops the start', () => {
    const db = openSqlite(path)
    migrate(db, () => {})
    const broken: Migration = { number: newest + 1, statements: ['CREATE TABLE half (a INTEGER)', 'NOT SQL'] }
    expect(() => migrate(db, () => {}, [...migrations, broken])).toThrow()
    expect(schemaVersion(db)).toBe(newest)
    expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").all([])).toEqual([])
    db.close()
  })

  test('a file from the future is refused untouched', () => {
    const db = openSqlite(path)
    db.exec('PRAGMA user_version = 99')
    expect(() => migrate(db, () => {})).toThrow(WorkspaceFromTheFutureError)
    expect(schemaVersion(db)).toBe(99)
    db.close()
  })

  test('opening an older workspace leaves a complete copy of it beside it first', () => {
    const now = () => new Date('2026-11-22T00:00:00.000Z')
    const first = openWorkspace(path, now)
    first.raw.prepare('INSERT INTO company (id, data, isSample, updatedAt) VALUES (?, ?, ?, ?)').run([1, '{}', 0, 'x'])
    first.close()
    openWorkspace(path, now, [...migrations, nextStep]).close()
    const [name] = readdirSync(join(folder, 'backups'))
    const backup = openSqlite(join(folder, 'backups', name ?? ''))
    expect(schemaVersion(backup)).toBe(newest)
    expect(backup.prepare('SELECT data FROM company').all([])).toEqual([{ data: '{}' }])
    backup.close()
  })

  test('of the copies made before an upgrade the oldest go, whatever their numbers', () => {
    const at = (day: number) => new Date(Date.UTC(2026, 10, day))
    openWorkspace(path, () => at(1), migrations.slice(0, 4)).close()
    for (let steps = 5; steps <= 11; steps++) openWorkspace(path, () => at(steps), migrations.slice(0, steps)).close()
    const kept = readdirSync(join(folder, 'backups')).map((name) => /schema-(\d+)/.exec(name)?.[1])
    expect(kept.toSorted((a, b) => Number(a) - Number(b))).toEqual(['6', '7', '8', '9', '10'])
  })

  test('step 2 keeps every bid and adds a log that only grows, and outcomes that go with their bid', () => {
    const db = openSqlite(path)
    migrate(db, () => {}, migrations.slice(0, 1))
    db.exec("INSERT INTO tender (id, version, createdAt, updatedAt, sourceKey, title, lots, stage, sourceKind, sourceName, isSample) VALUES ('t', 1, 'x', 'x', 'k', 'T', '[]', 'new', 'manual', '', 0)")
    db.exec("INSERT INTO bid VALUES ('b', 1, 'x', 'x', 't', NULL, 'B', 'draft', '{}', '{}', NULL, 0)")
    migrate(db, () => {}, migrations.slice(0, 2))
    expect(db.prepare('SELECT id, title, stage FROM bid').all([])).toEqual([{ id: 'b', title: 'B', stage: 'draft' }])
    db.exec("INSERT INTO auditLog VALUES (0, 'x', '陈', 'e', '{}', '', 'h0')")
    expect(() => db.exec("INSERT INTO auditLog VALUES (5, 'x', '陈', 'e', '{}', 'h0', 'h5')")).toThrow(/append-only/)
    expect(() => db.exec("UPDATE auditLog SET by = '李'")).toThrow(/append-only/)
    expect(() => db.exec('DELETE FROM auditLog')).toThrow(/append-only/)
    db.exec("INSERT INTO outcome VALUES ('b', '{}', 'x')")
    db.exec("DELETE FROM bid WHERE id = 'b'")
    expect(db.prepare('SELECT * FROM outcome').all([])).toEqual([])
    db.close()
  })
})
