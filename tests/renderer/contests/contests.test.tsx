import { join } from 'node:path'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openContest } from '#shared/contests/bid-contest.ts'
import { insertNotice } from '#core/tenders/notice-store.ts'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
let bidId: string
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list()).find(({ title }) => title.includes('客服'))?.id ?? ''
  const { version } = await core.client.contests.get({ bidId })
  await core.client.contests.save({ bidId, version, contest: openContest })
})
afterEach(() => {
  cleanup()
  core.close()
})

const panel = (name: string) => screen.findByRole('region', { name })
const stored = async () => (await core.client.contests.get({ bidId })).contest

it('proposes the track from the notice with the words, and shows where they stand', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/contest` })
  const rules = within(await panel('适用规则'))
  expect(rules.getByText('按公告建议：招标投标法（国企招标）')).toBeTruthy()
  expect(rules.getByText('提示，不是法律意见')).toBeTruthy()
  await user.click(rules.getByRole('button', { name: '招标条件' }))
  expect(rules.getByText('招标条件', { selector: 'mark' }).closest('blockquote')?.textContent).toContain('已具备招标条件')
})

it('takes another track, keeps it, and the lines of that law appear', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/contest` })
  const lines = within(await panel('异常低价'))
  expect(lines.getByText(/没有比例界线/)).toBeTruthy()
  await user.selectOptions(await screen.findByRole('combobox', { name: '采购轨道' }), '政府采购')
  expect(await lines.findByRole('row', { name: /低于最高限价（或预算）的比例 216.00 万 182.00 万 不触发/ })).toBeTruthy()
  await waitFor(async () => expect((await stored()).track).toBe('government_procurement'))
})

it('reads the formula from the notice and warns when another one may not be used', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/contest` })
  const formula = within(await panel('价格分公式'))
  expect(formula.getByRole('textbox', { name: '价格分' })).toHaveProperty('value', '30')
  expect(await formula.findByText('文件写明')).toBeTruthy()
  await user.selectOptions(await screen.findByRole('combobox', { name: '采购轨道' }), '政府采购')
  await user.selectOptions(formula.getByRole('combobox', { name: '公式' }), '均值（下浮）偏差扣分')
  expect(await formula.findByText(/可能违反 财政部令第87号55条/)).toBeTruthy()
  await user.click(formula.getByRole('button', { name: '恢复按公告' }))
  const points = formula.getByRole('textbox', { name: '价格分' })
  await user.clear(points)
  await user.type(points, '8{Enter}')
  expect(await formula.findByText(/价格分低于下限 10 分/)).toBeTruthy()
  await user.clear(points)
  await user.type(points, '一百{Enter}')
  expect(points.getAttribute('aria-invalid')).toBe('true')
  await waitFor(async () => expect((await stored()).formula).toMatchObject({ kind: 'lowest-price', points: '8' }))
})

it('ranks by price plus deviations where no points are given', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/contest` })
  await user.selectOptions(await screen.findByRole('combobox', { name: '公式' }), '经评审的最低价（不打分）')
  const add = screen.getByRole('button', { name: '添加对手' })
  await user.click(add)
  await user.click(add)
  const result = within(await panel('结果'))
  expect(await result.findByText('评审价')).toBeTruthy()
  expect(result.getByText('1 / 3')).toBeTruthy()
  const deviations = screen.getByRole('textbox', { name: '我方偏差加价' })
  await user.clear(deviations)
  await user.type(deviations, '200000{Enter}')
  expect(await result.findByText('418.00 万')).toBeTruthy()
  expect(result.getByText('3 / 3')).toBeTruthy()
  expect(result.getByText('比最低的对手高 10.00 万')).toBeTruthy()
  expect(screen.getByText('与最低的对手持平')).toBeTruthy()
  await waitFor(async () => expect((await stored()).ownAdjustment).toBe('200000'))
})

it('says why there is no chance to win until enough rivals are assumed, then shows score, rank, chance and a price at or above the floor', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/contest` })
  expect(within(await panel('结果')).getByText(/只假设了 0 家对手/)).toBeTruthy()
  const add = screen.getByRole('button', { name: '添加对手' })
  await user.click(add)
  await user.click(add)
  const likely = await screen.findByRole('textbox', { name: '对手 1 可能' })
  await user.clear(likely)
  await user.type(likely, '380万{Enter}')
  expect(await screen.findByText('28.64 / 30')).toBeTruthy()
  const result = within(await panel('结果'))
  expect(result.getByText('2 / 3')).toBeTruthy()
  const advice = await result.findByText(/^建议报价/)
  const price = Number(/¥([\d,.]+\d)/.exec(advice.textContent)?.[1]?.replaceAll(',', ''))
  const floor = 4_271_777
  expect(price).toBeGreaterThanOrEqual(floor)
  expect(await result.findByRole('slider', { name: /中标概率/ })).toBeTruthy()
  expect((await stored()).rivals.map(({ name, low, likely: middle, high }) => [name, low, middle, high])).toEqual([['对手 1', '3360000.00', '3800000.00', '4800000.00'], ['对手 2', '3360000.00', '4080000.00', '4800000.00']])
})

it('starts a rival from what this buyer paid before, with the size of the sample', async () => {
  const { tender } = await core.client.bids.get({ id: bidId })
  for (const [index, amount] of ['3000000', '3500000', '9000000'].entries()) {
    const past = await core.client.tenders.create({ projectNo: null, title: `往年项目 ${index}`, buyer: tender.buyer, agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, bidDeadline: null, openingTime: null, lots: [] })
    await insertNotice(core.context.workspace.db, past.id, `award-${index}`, { id: `award-${index}`, type: 'award', title: '中标公告', publishedAt: '2026-01-01', readAt: '2026-01-02T00:00:00.000Z', sourceName: '', url: null, text: null, evidence: {}, confidence: {}, awards: [{ supplier: '甲', amount, lotNo: null }], documents: [], amendments: [], changes: [] })
  }
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/contest` })
  await user.click(await screen.findByRole('button', { name: '用历史中标价' }))
  await user.click(await screen.findByRole('menuitem', { name: '本采购人（3 条） 300.00 万 · 中位 350.00 万 · 900.00 万' }))
  // Nobody is assumed above the ceiling of 480 万, which would be rejected.
  await waitFor(async () => expect((await stored()).rivals.map(({ low, likely, high }) => [low, likely, high])).toEqual([['3000000.00', '3500000.00', '4800000.00']]))
})

it('says what keeps the explanation of a low price from being made, and where to put it right', async () => {
  const loss = (await core.client.bids.list()).find(({ assessment }) => assessment?.verdict === 'below-full-cost')
  const { user } = openWindow(core.client, { at: `/bids/${loss?.id ?? ''}/contest`, destination: { token: core.grant(join(core.folder, 'explanation.pdf')), name: 'explanation.pdf' } })
  await user.click(await screen.findByRole('button', { name: '生成报价合理性说明' }))
  const said = await screen.findByText(/不能生成：审批未完成/)
  expect(within(said).getByRole('link', { name: '去处理' }).getAttribute('href')).toMatch(/approvals$/)
})

it('gives a removed rival back', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/contest` })
  await user.click(await screen.findByRole('button', { name: '添加对手' }))
  await user.click(await screen.findByRole('button', { name: '删除 对手 1' }))
  await waitFor(async () => expect((await stored()).rivals).toEqual([]))
  const notice = (await screen.findByText('已删除对手“对手 1”')).parentElement
  await user.click(within(notice ?? document.body).getByRole('button', { name: /撤销/ }))
  await waitFor(async () => expect((await stored()).rivals.length).toBe(1))
})

it('moves score and chance with the price in the price tab', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/contest` })
  await user.click(await screen.findByRole('button', { name: '添加对手' }))
  await user.click(screen.getByRole('button', { name: '添加对手' }))
  await waitFor(async () => expect((await stored()).rivals.length).toBe(2))
  await user.click(screen.getByRole('link', { name: /报价/ }))
  expect(await screen.findByText('按假设的 2 家对手')).toBeTruthy()
  expect(await screen.findByText('30.00 / 30')).toBeTruthy()
  const price = screen.getByRole('textbox', { name: '含税报价' })
  await user.clear(price)
  await user.type(price, '450万{Enter}')
  expect(await screen.findByText('27.20 / 30')).toBeTruthy()
})

it('reads the formula of the tender document before the notice’s, and shows its words', async () => {
  const { bid } = await core.client.bids.get({ id: bidId })
  const text = '第三章 评标办法\n以有效投标报价的算术平均值下浮3%作为评标基准价，投标报价（35分）：每高于基准价1%扣1分，每低于基准价1%扣0.5分。'
  await core.client.requirements.extract({ tenderId: bid.tenderId, from: { type: 'text', name: '招标文件', text } })
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/contest` })
  const formula = within(await panel('价格分公式'))
  await waitFor(() => expect(formula.getByRole('textbox', { name: '价格分' })).toHaveProperty('value', '35'))
  expect(formula.getByRole('combobox', { name: '公式' })).toHaveProperty('value', 'mean-deviation')
  await user.click(formula.getByRole('button', { name: '平均值下浮3%' }))
  expect(formula.getByText('平均值下浮3%', { selector: 'mark' }).closest('blockquote')?.textContent).toContain('第三章 评标办法')
})
