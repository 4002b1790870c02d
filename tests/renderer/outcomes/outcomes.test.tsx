import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
let bidId: string
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list()).find(({ assessment }) => assessment?.verdict === 'below-full-cost')?.id ?? ''
})
afterEach(() => {
  cleanup()
  core.close()
})

it('records a lost bid with its reason, the winner and the opened prices, and reopens it', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/outcome` })
  await user.click(await screen.findByRole('button', { name: '记录结果' }))
  await user.click(screen.getByRole('radio', { name: '未中标' }))
  const day = screen.getByRole('textbox', { name: /结果日期/ })
  await user.clear(day)
  await user.type(day, '上周五{tab}')
  expect(await screen.findByText('不是日期，请写 2026-12-31')).toBeTruthy()
  await user.clear(day)
  await user.type(day, '2026年11月20日{tab}')
  expect(day).toHaveProperty('value', '2026-11-20')
  await user.type(screen.getByRole('textbox', { name: /中标人/ }), '某云科技')
  await user.type(screen.getByRole('textbox', { name: /开标价格/ }), '某云科技，113万{enter}东方数科')
  await user.type(screen.getByRole('textbox', { name: /你的姓名/ }), '李明')
  await user.click(screen.getByRole('button', { name: '记录结果' }))
  expect(await screen.findByText('未中标或撤回须选原因')).toBeTruthy()
  await user.click(screen.getByRole('checkbox', { name: '价格' }))
  await user.click(screen.getByRole('button', { name: '记录结果' }))
  await waitFor(async () => expect((await core.client.outcomes.get({ bidId })).outcome).toEqual({ bidId, result: 'lost', decidedOn: '2026-11-20', winner: '某云科技', contractAmount: null, openedPrices: [{ bidder: '某云科技', price: '1130000' }, { bidder: '东方数科', price: null }], reasons: ['price'], lesson: null, actualCost: null }))
  await user.click(await screen.findByRole('button', { name: '重新打开' }))
  await user.type(screen.getByRole('textbox', { name: /为什么重新打开/ }), '重新招标')
  await user.click(screen.getByRole('button', { name: '重新打开' }))
  await waitFor(async () => expect(await core.client.outcomes.get({ bidId })).toMatchObject({ stage: 'draft', outcome: null }))
})

it('a bid with an outcome says that nothing in it changes, and gives back what somebody tried', async () => {
  await core.client.outcomes.record({ by: '陈静', outcome: { bidId, result: 'withdrawn', decidedOn: '2026-11-22', winner: null, contractAmount: null, openedPrices: [], reasons: ['price'], lesson: null, actualCost: null } })
  const before = (await core.client.bids.get({ id: bidId })).bid
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/documents` })
  expect(await screen.findByText('已定，不再改动')).toBeTruthy()
  const remark = screen.getByRole('textbox', { name: /交付期/ })
  await user.clear(remark)
  await user.type(remark, '改过的')
  await user.tab()
  await user.click(await screen.findByRole('button', { name: '放弃修改' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '放弃修改' })).toBeNull())
  expect((await core.client.bids.get({ id: bidId })).bid).toEqual(before)
})

it('a copy opens as a new bid', async () => {
  const { user, visited } = openWindow(core.client, { at: `/bids/${bidId}/outcome` })
  await user.click(await screen.findByRole('button', { name: '复制为新投标' }))
  await waitFor(() => expect(visited.at(-1)).toMatch(/^\/bids\/.+\/cost$/))
  expect(visited.at(-1)).not.toContain(bidId)
  expect(await core.client.bids.list()).toHaveLength(4)
})
