import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
})
afterEach(() => core.close())

const firstBid = async () => (await core.client.bids.get({ id: (await core.client.bids.list())[0]!.id })).bid

it('writes down who changed which field from what to what, and nothing for an edit that changes nothing', async () => {
  const bid = await firstBid()
  const [line, ...rest] = bid.estimate.costLines
  const dearer = { ...bid.estimate, overheadRate: '0.31', costLines: [{ ...line!, months: line!.months + 1 }, ...rest] }
  const { bid: saved } = await core.client.bids.saveEstimate({ id: bid.id, version: bid.version, estimate: dearer })
  const { bid: same } = await core.client.bids.saveEstimate({ id: bid.id, version: saved.version, estimate: dearer })
  await core.client.bids.saveTerms({ id: bid.id, version: same.version, terms: { ...bid.terms, warranty: '三年' } })
  const history = await core.client.versions.history({ bidId: bid.id })
  expect(history.map(({ changes }) => [changes.lines.map(({ id, fields }) => [id, fields]), changes.settings, changes.terms])).toEqual([
    [[], [], [{ field: 'warranty', before: bid.terms.warranty, after: '三年' }]],
    [[[line!.id, [{ field: 'months', before: String(line!.months), after: String(line!.months + 1) }]]], [{ field: 'overheadRate', before: bid.estimate.overheadRate, after: '0.31' }], []],
  ])
})

it('reads on from any entry', async () => {
  let { bid } = { bid: await firstBid() }
  for (const overheadRate of ['0.41', '0.42', '0.43']) bid = (await core.client.bids.saveEstimate({ id: bid.id, version: bid.version, estimate: { ...bid.estimate, overheadRate } })).bid
  const [newest] = await core.client.versions.history({ bidId: bid.id, limit: 1 })
  const older = await core.client.versions.history({ bidId: bid.id, before: newest!.seq })
  expect([newest!, ...older].map(({ changes }) => changes.settings[0]?.after)).toEqual(['0.43', '0.42', '0.41'])
})

it('cannot be changed, removed or replaced', async () => {
  const bid = await firstBid()
  await core.client.bids.saveEstimate({ id: bid.id, version: bid.version, estimate: { ...bid.estimate, overheadRate: '0.41' } })
  for (const statement of [`UPDATE bidChange SET by = 'x'`, 'DELETE FROM bidChange', `REPLACE INTO bidChange (seq, bidId, version, at, by, changes) SELECT seq, bidId, version, at, 'x', changes FROM bidChange`]) {
    await expect(sql.raw(statement).execute(core.context.workspace.db)).rejects.toThrow(/append-only/)
  }
})
