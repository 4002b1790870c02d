import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createBidDraft } from '#renderer/features/bids/bid-draft.ts'
import type { BidDetail } from '#shared/bids/contract.ts'
import type { CoreClient } from '#shared/contract.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { plainEstimate } from './open-bid.ts'

let core: TestCore
let detail: BidDetail
beforeEach(async () => {
  core = openTestCore()
  const tender = await core.client.tenders.create({ projectNo: null, title: '项目', buyer: null, agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, bidDeadline: null, openingTime: null, lots: [] })
  const { id, version } = await core.client.bids.start({ tenderId: tender.id, lotNo: null })
  detail = await core.client.bids.saveEstimate({ id, version, estimate: plainEstimate })
})
afterEach(() => core.close())

const stored = async () => (await core.client.bids.get({ id: detail.bid.id })).bid
const named = (name: string) => ({ ...plainEstimate, costLines: [{ ...plainEstimate.costLines[0]!, name }] })

/** The real core behind a line that breaks for the first `failures` saves, as when its process dies. */
function breakingLine(failures: number): CoreClient {
  let left = failures
  const saveEstimate: CoreClient['bids']['saveEstimate'] = async (input, options) => {
    left -= 1
    if (left >= 0) throw new Error('the port was closed')
    return core.client.bids.saveEstimate(input, options)
  }
  return { ...core.client, bids: { ...core.client.bids, saveEstimate } }
}

it('saves edits made in quick succession one after the other, each on the version the last one gave', async () => {
  const draft = createBidDraft(core.client, detail, () => undefined)
  for (const name of ['一', '二', '三']) draft.edit((content) => ({ ...content, estimate: named(name) }))
  draft.edit((content) => ({ ...content, terms: { ...content.terms, validityDays: 90 } }))
  await vi.waitFor(() => expect(draft.state().save).toEqual({ kind: 'saved' }))
  const bid = await stored()
  expect([bid.estimate, bid.terms.validityDays]).toEqual([named('三'), 90])
})

it('keeps an edit while core is away and saves it by itself when core is back', async () => {
  const draft = createBidDraft(breakingLine(1), detail, () => undefined)
  draft.edit((content) => ({ ...content, estimate: named('不能丢') }))
  await vi.waitFor(() => expect(draft.state().save).toEqual({ kind: 'failed', reason: 'unreachable' }))
  expect(draft.state().content.estimate).toEqual(named('不能丢'))
  await vi.waitFor(async () => expect((await stored()).estimate).toEqual(named('不能丢')), { timeout: 5000 })
  expect(draft.state().save).toEqual({ kind: 'saved' })
})

it('undoes and redoes edit by edit and stores where it ends', async () => {
  const draft = createBidDraft(core.client, detail, () => undefined)
  draft.edit((content) => ({ ...content, estimate: named('一') }))
  draft.edit((content) => ({ ...content, estimate: named('二') }))
  draft.undo()
  draft.undo()
  draft.undo()
  draft.redo()
  expect([draft.state().content.estimate, draft.state().canUndo, draft.state().canRedo]).toEqual([named('一'), true, true])
  await vi.waitFor(async () => expect((await stored()).estimate).toEqual(named('一')))
  draft.edit((content) => ({ ...content, estimate: named('三') }))
  expect(draft.state().canRedo).toBe(false)
  await vi.waitFor(() => expect(draft.state().save).toEqual({ kind: 'saved' }))
})

it('never writes over what somebody else saved without being told to', async () => {
  const draft = createBidDraft(core.client, detail, () => undefined)
  await core.client.bids.saveEstimate({ id: detail.bid.id, version: detail.bid.version, estimate: named('别人') })
  draft.edit((content) => ({ ...content, estimate: named('我') }))
  await vi.waitFor(() => expect(draft.state().save).toEqual({ kind: 'failed', reason: 'stale' }))
  expect((await stored()).estimate).toEqual(named('别人'))
  await draft.reload()
  expect([draft.state().content.estimate, draft.state().canUndo]).toEqual([named('别人'), false])
})

it('takes in a newer bid from core only while nothing here is unsaved', async () => {
  const draft = createBidDraft(core.client, detail, () => undefined)
  draft.accept(await core.client.bids.saveEstimate({ id: detail.bid.id, version: detail.bid.version, estimate: named('外面') }))
  expect(draft.state().content.estimate).toEqual(named('外面'))
  draft.accept(detail)
  expect(draft.state().content.estimate).toEqual(named('外面'))
})
