import { insertNotice } from '#core/tenders/notice-store.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
let now: string
beforeEach(() => {
  now = '2026-12-01T02:00:00.000Z'
  core = openTestCore({ now: () => new Date(now) })
})
afterEach(() => core.close())

const facts = { projectNo: null, buyer: null, agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, openingTime: null, lots: [] }
const follow = async (title: string, bidDeadline: string) => {
  const { id } = await core.client.tenders.create({ ...facts, title, bidDeadline })
  await core.client.tenders.setStage({ id, stage: 'watching' })
  return id
}
const look = async () => {
  const { reminders } = await core.client.reminders.due()
  await core.client.reminders.seen({ reminders: reminders.map(({ tenderId, deadline, lead }) => ({ tenderId, deadline, lead })) })
  return reminders.map(({ title, lead }) => `${title} ${lead}`)
}

test('what we follow is told once a threshold, also what became due while the program was closed; what we do not follow is not', async () => {
  await follow('甲', '2026-12-03T01:30:00.000Z')
  await follow('乙', '2026-12-20T01:30:00.000Z')
  await core.client.tenders.create({ ...facts, title: '没人跟', bidDeadline: '2026-12-02T01:30:00.000Z' })
  expect([await look(), await look()]).toEqual([['甲 4320'], []])
  now = '2026-12-02T02:00:00.000Z'
  expect(await look()).toEqual(['甲 1440'])
  // Closed for weeks.
  now = '2026-12-19T02:00:00.000Z'
  expect([await look(), await look()]).toEqual([['甲 0', '乙 1440'], []])
})

test('a purchase that was terminated is neither reminded of nor on the agenda', async () => {
  const id = await follow('甲', '2026-12-03T01:30:00.000Z')
  const onAgenda = async () => (await core.client.schedule.agenda({ from: '2026-12-01', to: '2026-12-31' })).entries.map(({ code }) => code)
  expect(await onAgenda()).toContain('bid-deadline')
  await insertNotice(core.context.workspace.db, id, 'n', { id: 'n', type: 'termination', title: '终止公告', publishedAt: '2026-11-30', readAt: now, sourceName: '', url: null, text: null, evidence: {}, confidence: {}, awards: [], documents: [], amendments: [], changes: [] })
  expect(await onAgenda()).toEqual([])
  expect(await look()).toEqual([])
})

test('nothing shown is forgotten: what `seen` did not confirm is due again', async () => {
  await follow('甲', '2026-12-03T01:30:00.000Z')
  expect((await core.client.reminders.due()).reminders).toHaveLength(1)
  expect(await look()).toEqual(['甲 4320'])
})

test('a tender is switched off by itself, and all by the settings', async () => {
  const id = await follow('甲', '2026-12-03T01:30:00.000Z')
  await core.client.schedule.save({ tenderId: id, isMuted: true })
  expect(await look()).toEqual([])
  await core.client.schedule.save({ tenderId: id, isMuted: false })
  await core.client.reminders.saveSettings({ isOn: true, leads: [60, 60, 720] })
  expect(await core.client.reminders.settings()).toEqual({ isOn: true, leads: [720, 60] })
  expect(await look()).toEqual([])
  now = '2026-12-02T14:00:00.000Z'
  expect(await look()).toEqual(['甲 720'])
})

test('a clock set back is said and does not make the program forget what it has seen', async () => {
  await follow('甲', '2026-12-03T01:30:00.000Z')
  await look()
  now = '2026-11-20T02:00:00.000Z'
  expect((await core.client.reminders.due()).isClockBehind).toBe(true)
})

test('a tender deleted while its notice was shown does no harm', async () => {
  const tenderId = await follow('甲', '2026-12-03T01:30:00.000Z')
  const { reminders } = await core.client.reminders.due()
  await core.client.tenders.change({ target: { ids: [tenderId] }, change: { kind: 'delete' } })
  await core.client.reminders.seen({ reminders: reminders.map(({ deadline, lead }) => ({ tenderId, deadline, lead })) })
  expect(await look()).toEqual([])
})
