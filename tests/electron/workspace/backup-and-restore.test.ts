import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrations } from '#core/db/migrations.ts'
import { openSqlite } from '#core/db/sqlite.ts'
import { openWorkspace } from '#core/db/workspace.ts'
import { automaticBackups, isBackupDue, writeAutomaticBackup } from '#core/workspace/automatic-backups.ts'
import { finishRestore, stageRestore } from '#core/workspace/restore.ts'
import { failureCode, markOpen, prepareWorkspaceFile, recover } from '#core/workspace/workspace-file.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { factsOf } from '#shared/tenders/merge-draft.ts'
import { aDraft } from '../../support/tender.ts'

const tenderFacts = factsOf(aDraft())
let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => core.close())

const titles = async (path: string): Promise<string[]> => {
  const workspace = openWorkspace(path, () => new Date('2026-11-22T02:00:00.000Z'))
  const rows = await workspace.db.selectFrom('tender').select('title').orderBy('title').execute()
  workspace.close()
  return rows.map(({ title }) => title)
}

describe('one file that holds everything', () => {
  test('is written where the person chose, and brings everything back in the place of another workspace', async () => {
    await core.client.tenders.create({ ...tenderFacts, title: '甲项目' })
    const file = join(core.folder, '备份.bidwright')
    expect(await core.client.workspace.backup({ destination: core.grant(file) })).toMatchObject({ fileName: '备份.bidwright', records: 1 })

    const other = openTestCore()
    await other.client.tenders.create({ ...tenderFacts, title: '乙项目' })
    const { path } = other.context.workspace
    expect(await other.client.workspace.restore({ token: other.grant(file) })).toEqual({ isRestarting: true })
    expect(other.restarts()).toBe(1)
    // What a start does after core has ended.
    other.context.workspace.close()
    finishRestore(path)
    expect(await titles(path)).toEqual(['甲项目'])
    expect(await titles(`${path}.before-restore`)).toEqual(['乙项目'])
    rmSync(other.folder, { recursive: true })
  })

  test('a file that is no backup is refused and nothing is staged', async () => {
    const file = join(core.folder, 'notes.txt')
    writeFileSync(file, 'not a workspace')
    await expect(core.client.workspace.restore({ token: core.grant(file) })).rejects.toMatchObject({ code: 'NOT_A_WORKSPACE' })
    expect(core.restarts()).toBe(0)
    expect(readdirSync(core.folder).filter((name) => name.includes('restoring'))).toEqual([])
  })

  test('each restore keeps what stood there: a second one does not cost what the first set aside', async () => {
    const { path } = core.context.workspace
    await core.client.tenders.create({ ...tenderFacts, title: '甲项目' })
    const file = join(core.folder, '备份.bidwright')
    await core.client.workspace.backup({ destination: core.grant(file) })
    await core.client.tenders.create({ ...tenderFacts, title: '乙项目' })
    core.context.workspace.close()
    for (let time = 0; time < 2; time++) {
      expect(stageRestore(file, path)).toBeNull()
      finishRestore(path)
    }
    expect(await titles(`${path}.before-restore`)).toEqual(['乙项目', '甲项目'])
    expect(await titles(`${path}.before-restore-2`)).toEqual(['甲项目'])
  })

  test('a database of another program is refused, whatever number it bears', async () => {
    const file = join(core.folder, 'other.db')
    const other = openSqlite(file)
    other.exec('CREATE TABLE note (text TEXT)')
    other.exec(`PRAGMA user_version = ${migrations.length}`)
    other.close()
    await expect(core.client.workspace.restore({ token: core.grant(file) })).rejects.toMatchObject({ code: 'NOT_A_WORKSPACE' })
    expect(readdirSync(core.folder).filter((name) => name.includes('restoring'))).toEqual([])
  })

  test('the backup itself is only read, and may lie where nothing can be written', async () => {
    await core.client.tenders.create({ ...tenderFacts, title: '甲项目' })
    const file = join(core.folder, '备份.bidwright')
    await core.client.workspace.backup({ destination: core.grant(file) })
    const before = readFileSync(file)
    chmodSync(file, 0o444)
    await core.client.workspace.restore({ token: core.grant(file) })
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(statSync(`${core.context.workspace.path}.restoring`).mode & 0o200).toBe(0o200)
  })

  test('a backup that cannot be written leaves the one that stood there', async () => {
    const file = join(core.folder, '备份.bidwright')
    writeFileSync(file, 'the backup of yesterday')
    // A folder where the new file would be written.
    mkdirSync(`${file}.part`)
    await expect(core.client.workspace.backup({ destination: core.grant(file) })).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    expect(readFileSync(file, 'utf8')).toBe('the backup of yesterday')
  })

  test('a backup is not written onto the open workspace itself', async () => {
    await core.client.tenders.create({ ...tenderFacts, title: '甲项目' })
    await expect(core.client.workspace.backup({ destination: core.grant(core.context.workspace.path) })).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    expect((await core.client.tenders.search({})).total).toBe(1)
  })
})

describe('automatic backups', () => {
  const day = (date: number) => new Date(Date.UTC(2026, 10, date, 2))

  test('are due once a day; the last seven are kept, the newest first', () => {
    const { path } = core.context.workspace
    expect(isBackupDue(path, day(1))).toBe(true)
    for (let date = 1; date <= 9; date++) writeAutomaticBackup(path, day(date))
    expect(automaticBackups(path).map(({ at }) => at.slice(8, 10))).toEqual(['09', '08', '07', '06', '05', '04', '03'])
    expect(isBackupDue(path, new Date(day(9).getTime() + 23 * 3_600_000))).toBe(false)
    expect(isBackupDue(path, day(10))).toBe(true)
  })

  test('what a killed program left half written is gone with the next', () => {
    const { path } = core.context.workspace
    writeAutomaticBackup(path, day(1))
    const [{ name } = { name: '' }] = automaticBackups(path)
    const backups = join(core.folder, 'backups')
    writeFileSync(join(backups, `${name.replace('11-01', '11-02')}.part`), 'half')
    writeAutomaticBackup(path, day(3))
    expect(readdirSync(backups).filter((file) => file.endsWith('.part'))).toEqual([])
  })

  test('are restored by name; a name from elsewhere leads nowhere', async () => {
    const { name } = writeAutomaticBackup(core.context.workspace.path, day(1))
    expect(await core.client.workspace.backups()).toMatchObject([{ name }])
    await expect(core.client.workspace.restore({ name: '../test.bidwright' })).rejects.toMatchObject({ code: 'FILE_UNKNOWN' })
    expect(await core.client.workspace.restore({ name })).toEqual({ isRestarting: true })
  })
})

describe('a workspace that cannot be opened', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bidwright-damaged-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const now = day0()

  test('is recognised as damaged, kept beside, and the backup takes its place', async () => {
    const path = join(folder, 'workspace.bidwright')
    await core.client.tenders.create({ ...tenderFacts, title: '甲项目' })
    const backup = join(folder, 'backup.bidwright')
    await core.client.workspace.backup({ destination: core.grant(backup) })
    writeFileSync(path, 'no database '.repeat(1000))
    expect(openFailureOf(path)).toBe('damaged')
    expect(recover(path, { kind: 'restore', backup }, now)).toBeNull()
    prepareWorkspaceFile(path, true)
    expect(await titles(path)).toEqual(['甲项目'])
    expect(existsSync(`${path}.before-restore`)).toBe(true)
  })

  test('can be set aside to begin empty; what it held stays on the disk', () => {
    const path = join(folder, 'workspace.bidwright')
    writeFileSync(path, 'no database '.repeat(1000))
    expect(recover(path, { kind: 'set-aside' }, now)).toBeNull()
    expect(openFailureOf(path)).toBeNull()
    expect(readdirSync(folder).some((name) => name.includes('set-aside'))).toBe(true)
  })

  test('a bad backup is refused and the question comes again', () => {
    const path = join(folder, 'workspace.bidwright')
    const backup = join(folder, 'backup.bidwright')
    writeFileSync(path, 'no database '.repeat(1000))
    writeFileSync(backup, 'neither')
    expect(recover(path, { kind: 'restore', backup }, now)).toBe('bad-backup')
    expect(openFailureOf(path)).toBe('damaged')
  })
})

function day0(): Date {
  return new Date('2026-11-22T02:00:00.000Z')
}

/** What the start of the program would report of the file; null when it opens. */
function openFailureOf(path: string): string | null {
  markOpen(path)
  try {
    prepareWorkspaceFile(path, true)
    openWorkspace(path, day0).close()
    return null
  } catch (error) {
    return failureCode(error)
  }
}
