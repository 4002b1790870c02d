import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
let bidId: string
beforeEach(async () => {
  core = openTestCore()
  await core.client.workspace.loadSample()
  bidId = (await core.client.bids.list()).find(({ title }) => title.includes('知识库'))?.id ?? ''
})
afterEach(() => core.close())

const listed = async () => (await core.client.bids.list()).find(({ id }) => id === bidId)?.assessment?.verdict

test('a ceiling corrected below our price shows in the lists at once', async () => {
  const { tender, assessment } = await core.client.bids.get({ id: bidId })
  expect(await listed()).toBe('healthy')
  await core.client.tenders.update({ id: tender.id, version: tender.version, facts: { ceiling: '2000000.00' } })
  expect(Number(assessment?.offerTotal)).toBeGreaterThan(2_000_000)
  expect((await core.client.tenders.get({ id: tender.id })).bids.map((bid) => bid.assessment?.verdict)).toEqual(['over-ceiling'])
  expect(await listed()).toBe('over-ceiling')
})

test('the law chosen for a tender governs its bids until a bid names another', async () => {
  const { tender } = await core.client.bids.get({ id: bidId })
  const rivals = ['甲', '乙', '丙'].map((id) => ({ id, name: id, low: '9000000.00', likely: '9000000.00', high: '9000000.00', lead: '0', leadSpread: '0', takesPart: 1, deduction: '0' }))
  const { version, contest } = await core.client.contests.save({ bidId, version: 0, contest: { ...(await core.client.contests.get({ bidId })).contest, rivals } })
  await core.client.schedule.save({ tenderId: tender.id, track: 'tender_law_soe' })
  expect(await listed()).toBe('healthy')
  await core.client.schedule.save({ tenderId: tender.id, track: 'government_procurement' })
  expect(await listed()).toBe('abnormally-low')
  await core.client.contests.save({ bidId, version, contest: { ...contest, track: 'soe_non_mandatory' } })
  expect(await listed()).toBe('healthy')
})
