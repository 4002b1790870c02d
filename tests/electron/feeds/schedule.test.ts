import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFeedSchedule, type FeedSchedule } from '#core/feeds/schedule.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

const start = Date.parse('2026-11-22T02:00:00.000Z')
const lookMs = 30_000

let clock = start
let core: TestCore
let schedule: FeedSchedule
let inbox: string
const failures: unknown[] = []

beforeEach(() => {
  // Only the timer the schedule looks by; files and the database go on in real time.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  clock = start
  failures.length = 0
  core = openTestCore({ now: () => new Date(clock) })
  inbox = join(core.folder, 'inbox')
  mkdirSync(inbox)
  schedule = createFeedSchedule({ ...core.context, wait: () => Promise.resolve() }, { isRunning: true, log: (error) => failures.push(error) })
})
afterEach(() => {
  schedule.close()
  core.close()
  vi.useRealTimers()
})

function arrive(name: string, title: string): void {
  writeFileSync(join(inbox, name), JSON.stringify({ ocid: name, id: '1', date: '2026-11-01', tag: ['tender'], tender: { id: name, title } }))
  utimesSync(join(inbox, name), new Date(clock - 60_000), new Date(clock - 60_000))
}

const watch = (everyMinutes = 10) => core.client.feeds.addFolder({ name: '收件夹', everyMinutes, token: core.grant(inbox) })
const stateOf = async (id: string) => (await core.client.feeds.list()).find((feed) => feed.id === id)
const titles = async () => (await core.client.tenders.search({ sort: 'title' })).tenders.map(({ title }) => title)

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(5)
}

/** The clock and the schedule's timer move together. */
function pass(ms: number): void {
  clock += ms
  vi.advanceTimersByTime(ms)
}

test('a watched folder is read at the first look, then not before it is due again', async () => {
  arrive('a.json', '甲项目')
  const { id } = await watch()
  pass(lookMs)
  await until(async () => (await stateOf(id))?.lastRunAt === '2026-11-22T02:00:30.000Z')
  expect(await stateOf(id)).toMatchObject({ problem: null, counts: { added: 1 }, nextRunAt: '2026-11-22T02:10:30.000Z' })
  arrive('b.json', '乙项目')
  for (let looks = 0; looks < 19; looks++) {
    pass(lookMs)
    await pause(1)
  }
  await schedule.run('nobody')
  expect(await titles()).toEqual(['甲项目'])
  pass(lookMs)
  await until(async () => (await titles()).length === 2)
  await until(async () => (await stateOf(id))?.nextRunAt === '2026-11-22T02:20:30.000Z')
})

test('a feed that is switched off is left alone, and a folder that is gone is asked less often', async () => {
  arrive('a.json', '甲项目')
  const { id: off } = await watch()
  await core.client.feeds.change({ id: off, settings: {}, isOn: false })
  const gone = join(core.folder, 'gone')
  mkdirSync(gone)
  const { id } = await core.client.feeds.addFolder({ name: '旧收件夹', everyMinutes: 10, token: core.grant(gone) })
  rmSync(gone, { recursive: true })
  pass(lookMs)
  await until(async () => (await stateOf(id))?.failures === 1)
  expect(await stateOf(id)).toMatchObject({ problem: { code: 'folder-missing' }, nextRunAt: '2026-11-22T02:20:30.000Z' })
  expect(await stateOf(off)).toMatchObject({ lastRunAt: null })
  expect(await titles()).toEqual([])
  expect(failures).toEqual([])
})

test('nothing runs once it is closed', async () => {
  arrive('a.json', '甲项目')
  const { id } = await watch()
  schedule.close()
  pass(lookMs * 10)
  await pause(20)
  expect(await stateOf(id)).toMatchObject({ lastRunAt: null })
  await expect(schedule.run(id)).rejects.toThrow()
})

test('a reader that breaks is told of, and the source is left alone until it is due again', async () => {
  arrive('a.json', '甲项目')
  const { id } = await watch()
  schedule.close()
  const broken = () => {
    throw new Error('the disk is full')
  }
  schedule = createFeedSchedule({ ...core.context, readBatches: broken, wait: () => Promise.resolve() }, { isRunning: true, log: (error) => failures.push(error) })
  pass(lookMs)
  await until(async () => (await stateOf(id))?.failures === 1)
  expect(await stateOf(id)).toMatchObject({ problem: { code: 'failed', detail: 'the disk is full' }, nextRunAt: '2026-11-22T02:20:30.000Z' })
  await until(() => Promise.resolve(failures.length === 1))
})
