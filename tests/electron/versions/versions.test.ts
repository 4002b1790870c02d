import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
})
afterEach(() => core.close())

const firstBid = async () => {
  const [row] = await core.client.bids.list()
  if (row === undefined) throw new Error('the sample has no bid')
  return (await core.client.bids.get({ id: row.id })).bid
}

it('freezes price, cost, terms and verdict, with who and when, and gives them back whole', async () => {
  const bid = await firstBid()
  const { version, isNew } = await core.client.versions.freeze({ bidId: bid.id, bidVersion: bid.version, note: '首轮报价' })
  expect({ no: version.no, by: version.by, at: version.frozenAt, note: version.note, isNew }).toEqual({ no: 1, by: 'local user', at: '2026-11-22T02:00:00.000Z', note: '首轮报价', isNew: true })
  const stored = await core.client.versions.get({ id: version.id })
  expect([stored.estimate, stored.terms, stored.assessment]).toEqual([bid.estimate, bid.terms, (await core.client.bids.get({ id: bid.id })).assessment])
})

it('keeps a frozen version as it was while the bid goes on, the newest first', async () => {
  const bid = await firstBid()
  const first = await core.client.versions.freeze({ bidId: bid.id, bidVersion: bid.version, note: '' })
  const changed = await core.client.bids.saveEstimate({ id: bid.id, version: bid.version, estimate: { ...bid.estimate, overheadRate: '0.5' } })
  await core.client.versions.freeze({ bidId: bid.id, bidVersion: changed.bid.version, note: '加管理费' })
  const rows = await core.client.versions.list({ bidId: bid.id })
  expect(rows.map(({ no, note }) => [no, note])).toEqual([[2, '加管理费'], [1, '']])
  expect((await core.client.versions.get({ id: first.version.id })).estimate).toEqual(bid.estimate)
})

it('does not freeze the same content twice', async () => {
  const bid = await firstBid()
  const first = await core.client.versions.freeze({ bidId: bid.id, bidVersion: bid.version, note: 'a' })
  const second = await core.client.versions.freeze({ bidId: bid.id, bidVersion: bid.version, note: 'b' })
  expect(second).toEqual({ version: first.version, isNew: false })
})

it('refuses to freeze what the person does not see', async () => {
  const bid = await firstBid()
  await expect(core.client.versions.freeze({ bidId: bid.id, bidVersion: bid.version + 1, note: '' })).rejects.toMatchObject({ code: 'STALE', data: { version: bid.version } })
  expect(await core.client.versions.list({ bidId: bid.id })).toEqual([])
})

it.each(["UPDATE bidVersion SET note = 'x'", 'DELETE FROM bidVersion', "INSERT OR REPLACE INTO bidVersion SELECT id, bidId, no, frozenAt, by, 'x', estimate, terms, assessment FROM bidVersion"])('cannot be changed afterwards: %s', async (statement) => {
  const bid = await firstBid()
  await core.client.versions.freeze({ bidId: bid.id, bidVersion: bid.version, note: '原样' })
  expect(() => core.context.workspace.raw.exec(statement)).toThrow(/written once/)
  expect((await core.client.versions.list({ bidId: bid.id })).map(({ note }) => note)).toEqual(['原样'])
})
