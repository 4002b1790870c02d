import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { loadOpenSample } from '#core/sample/sample.ts'
import type { Outcome } from '#shared/outcomes/outcome.ts'
import { ExportColumn } from '#shared/portfolio/contract.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
let bidId: string
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list()).find(({ assessment }) => assessment?.verdict === 'below-full-cost')?.id ?? ''
})
afterEach(() => core.close())

const won = (): Outcome => ({ bidId, result: 'won', decidedOn: '2026-12-10', winner: null, contractAmount: '1205000.00', openedPrices: [{ bidder: '某云', price: '1380000' }, { bidder: '东方数科', price: null }], reasons: [], lesson: '二期再谈价', actualCost: '1315000' })

test('a bid is handed in, won, and known as such by its tender, the list and the log', async () => {
  expect(await core.client.outcomes.handIn({ bidId })).toMatchObject({ stage: 'submitted', outcome: null })
  await expect(core.client.outcomes.handIn({ bidId })).rejects.toMatchObject({ code: 'WRONG_STAGE' })
  expect(await core.client.outcomes.record({ by: '陈静', outcome: won() })).toMatchObject({ stage: 'won', outcome: won() })
  const { bid, tender } = await core.client.bids.get({ id: bidId })
  expect([bid.stage, tender.stage]).toEqual(['won', 'won'])
  const { entries } = await core.client.approvals.verify()
  expect(entries.map(({ event, by }) => [event, by])).toEqual([['outcome-recorded', '陈静']])
})

test('what a bid was decided with stays as it is until somebody opens it again', async () => {
  await core.client.outcomes.record({ by: '陈静', outcome: won() })
  const decided = await core.client.bids.get({ id: bidId })
  const { version, estimate, terms } = decided.bid
  await expect(core.client.bids.saveEstimate({ id: bidId, version, estimate: { ...estimate, overheadRate: '0.5' } })).rejects.toMatchObject({ code: 'DECIDED' })
  await expect(core.client.bids.saveTerms({ id: bidId, version, terms: { ...terms, validityDays: 1 } })).rejects.toMatchObject({ code: 'DECIDED' })
  const { version: known, contest } = await core.client.contests.get({ bidId })
  await core.client.contests.save({ bidId, version: known, contest: { ...contest, abnormalRates: { avg: null, second: null, ceiling: '0.99' } } })
  expect(await core.client.bids.get({ id: bidId })).toEqual(decided)
  await core.client.outcomes.reopen({ bidId, by: '陈静', reason: '重新招标' })
  expect(await core.client.bids.saveEstimate({ id: bidId, version: version + 1, estimate: { ...estimate, overheadRate: '0.5' } })).toMatchObject({ bid: { version: version + 2, stage: 'draft' } })
})

test('a bid opened again is a draft whose outcome only the log remembers; a copy starts from its estimate', async () => {
  await core.client.outcomes.record({ by: '陈静', outcome: { ...won(), result: 'lost', reasons: ['price'] } })
  expect(await core.client.outcomes.reopen({ bidId, by: '陈静', reason: '重新招标' })).toMatchObject({ stage: 'draft', outcome: null })
  expect((await core.client.approvals.verify()).entries).toHaveLength(2)
  const copy = await core.client.outcomes.clone({ bidId })
  const { bid } = await core.client.bids.get({ id: bidId })
  expect(copy).toMatchObject({ version: 1, stage: 'draft', tenderId: bid.tenderId, estimate: bid.estimate, terms: { ...bid.terms, signedOn: null }, isSample: false })
  expect(copy.id).not.toBe(bidId)
})

test('a frozen version starts a bid of its own, of its own bid only, whatever the draft became', async () => {
  const { bid } = await core.client.bids.get({ id: bidId })
  const { version } = await core.client.versions.freeze({ bidId, bidVersion: bid.version, note: '' })
  await core.client.bids.saveEstimate({ id: bidId, version: bid.version, estimate: { ...bid.estimate, overheadRate: '0.5' } })
  const copy = await core.client.outcomes.clone({ bidId, versionId: version.id })
  expect((await core.client.bids.get({ id: copy.id })).bid).toMatchObject({ version: 1, stage: 'draft', tenderId: bid.tenderId, estimate: bid.estimate, terms: { ...bid.terms, signedOn: null } })
  expect((await core.client.bids.get({ id: bidId })).bid.estimate.overheadRate).toBe('0.5')
  await expect(core.client.outcomes.clone({ bidId: copy.id, versionId: version.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the portfolio knows the win and its story, and exports it for Excel', async () => {
  await core.client.outcomes.record({ by: '陈静', outcome: won() })
  const bids = await core.client.portfolio.bids()
  expect(bids.find(({ id }) => id === bidId)).toMatchObject({ stage: 'won', decidedOn: '2026-12-10', month: '2026-12', verdict: 'below-full-cost', story: null })
  const path = join(core.folder, 'portfolio.csv')
  const headings = z.record(ExportColumn, z.string()).parse(Object.fromEntries(ExportColumn.options.map((column) => [column, `H-${column}`])))
  expect(await core.client.portfolio.export({ destination: core.grant(path), format: 'csv', sheetName: '组合', bidIds: [bidId], headings, words: { won: '中标', 'below-full-cost': '亏损中标' } })).toEqual({ fileName: 'portfolio.csv', rows: 1 })
  const [head, line, end] = readFileSync(path, 'utf8').split('\r\n')
  expect(head?.startsWith('\uFEFFH-projectNo,H-title')).toBe(true)
  expect(line).toMatch(/^YLYC-2-0418,云岭烟草合同智能审查系统采购项目,.*,中标,亏损中标,1205000\.00,-\d+\.\d\d,/)
  expect(end).toBe('')
})

test('the market is told by imported notices, not by samples', async () => {
  expect(await core.client.portfolio.market({ currency: null })).toMatchObject({ currency: null, all: { count: 0 } })
})
