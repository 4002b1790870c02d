import { afterEach, beforeEach, expect, test } from 'vitest'
import { approvalChecks } from '#core/approvals/approval-checks.ts'
import { loadOpenSample } from '#core/sample/sample.ts'
import { Bid } from '#shared/bids/bid.ts'
import { Tender } from '#shared/tenders/tender.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
})
afterEach(() => core.close())

const healthyBid = async () => {
  const healthy = (await core.client.bids.list()).find(({ assessment }) => assessment?.verdict === 'healthy')
  return core.client.bids.get({ id: healthy?.id ?? '' })
}

test('a bid read from a file is judged by what the file says, whatever version it claims', async () => {
  const { bid, tender } = await healthyBid()
  expect(await approvalChecks({ bid: Bid.parse(bid), tender: Tender.parse(tender) }, core.context)).toEqual([])
  const cheaper = bid.estimate.offerLines.map((line) => ({ ...line, unitPrice: String(Number(line.unitPrice) / 2) }))
  const edited = Bid.parse({ ...bid, estimate: { ...bid.estimate, offerLines: cheaper } })
  expect(await approvalChecks({ bid: edited, tender }, core.context)).toMatchObject([{ code: 'approval-missing', figures: { verdict: 'below-fulfilment' } }])
})

test('a ceiling lowered in the file counts as well', async () => {
  const { bid, tender } = await healthyBid()
  const lowered = Tender.parse({ ...tender, ceiling: '1000000.00' })
  expect(await approvalChecks({ bid, tender: lowered }, core.context)).toMatchObject([{ code: 'approval-missing', figures: { verdict: 'over-ceiling' } }])
})
