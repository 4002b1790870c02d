import { notifications } from '@mantine/notifications'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TenderFacts } from '#shared/tenders/tender.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => {
  act(() => notifications.clean())
  cleanup()
  core.close()
})

const add = async (facts: Partial<TenderFacts>) =>
  (await core.client.tenders.create({ projectNo: null, title: '智能客服平台', buyer: null, agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, bidDeadline: null, openingTime: null, lots: [], ...facts })).id

it('scores what speaks for a bid, waits for a reason to say no, and keeps every decision', async () => {
  const id = await add({})
  const { user } = openWindow(core.client, { at: `/tenders/${id}` })
  const card = within(await screen.findByRole('region', { name: '投标决策' }))
  expect(card.getByText(/还有 8 项未评/)).toBeTruthy()
  for (const criterion of ['战略契合', '能力匹配', '价格空间', '竞争态势', '付款条件', '交付资源', '客户关系', '风险可控']) await user.click(card.getByRole('button', { name: `${criterion} 2 分` }))
  expect(await card.findByText('40.0 分')).toBeTruthy()
  expect(card.getByText('低于门槛 60 分')).toBeTruthy()
  await user.click(card.getByRole('radio', { name: '不投' }))
  await user.type(card.getByRole('combobox', { name: '决定人' }), '周婷{Enter}')
  expect(card.getByRole('button', { name: '记录决定' })).toHaveProperty('disabled', true)
  await user.type(card.getByRole('textbox', { name: '理由' }), '限价低于成本')
  await user.click(card.getByRole('button', { name: '记录决定' }))
  expect(await card.findByText('限价低于成本')).toBeTruthy()
  await waitFor(async () => expect((await core.client.tenders.search({ decisions: ['no-go'] })).tenders[0]?.desk).toMatchObject({ decision: 'no-go', score: 40 }))
})

it('takes a tender with lots by keyboard alone, and warns of one that is there already', async () => {
  await add({ title: '远川能源智能客服平台', buyer: '远川能源' })
  const { user } = openWindow(core.client, { at: '/tenders/new' })
  await user.type(await screen.findByRole('textbox', { name: /项目名称/ }), '远川能源 智能客服平台{Tab}远川能源')
  expect(await screen.findByText('名称相近')).toBeTruthy()
  screen.getByRole('button', { name: '添加标段' }).focus()
  await user.keyboard('{Enter}')
  await user.type(screen.getByRole('textbox', { name: '名称' }), '软件开发')
  await user.type(within(screen.getByRole('group', { name: '标段' })).getByRole('textbox', { name: '最高限价' }), '98万')
  await user.type(screen.getByRole('textbox', { name: /项目名称/ }), '{Enter}')
  await waitFor(async () => expect((await core.client.tenders.search({})).total).toBe(2))
  const { tenders } = await core.client.tenders.search({ sort: 'updated', descending: true })
  expect(tenders.find(({ lots }) => lots.length > 0)?.lots).toEqual([{ no: '1', name: '软件开发', budget: null, ceiling: '980000' }])
})

it('says what keeps a lot from being taken', async () => {
  const { user } = openWindow(core.client, { at: '/tenders/new' })
  await user.click(await screen.findByRole('button', { name: '添加标段' }))
  const name = screen.getByRole('textbox', { name: '名称' })
  expect(document.activeElement).toBe(name)
  await user.keyboard('算力')
  const lots = within(screen.getByRole('group', { name: '标段' }))
  await user.clear(lots.getByRole('textbox', { name: '编号' }))
  expect(lots.getByRole('alert').textContent).toBe('请填写标段编号。')
  await user.type(lots.getByRole('textbox', { name: '编号' }), '1')
  await user.type(lots.getByRole('textbox', { name: '预算金额' }), '约九十万')
  expect(lots.getByRole('alert').textContent).toMatch('标段 1：看不出金额')
  await user.clear(lots.getByRole('textbox', { name: '预算金额' }))
  await user.click(lots.getByRole('button', { name: '添加标段' }))
  await user.keyboard('软件')
  await user.clear(lots.getAllByRole('textbox', { name: '编号' })[1] ?? name)
  await user.type(lots.getAllByRole('textbox', { name: '编号' })[1] ?? name, '1')
  expect(lots.getByRole('alert').textContent).toBe('编号“1”用了两次。')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '建立项目' }).disabled).toBe(true)
})

it('changes lots in one step that can be taken back', async () => {
  const id = await add({ lots: [{ no: '1', name: '软件', budget: null, ceiling: '500000' }] })
  const lots = async () => (await core.client.tenders.get({ id })).tender.lots
  const { user } = openWindow(core.client, { at: `/tenders/${id}` })
  await user.click(await screen.findByRole('button', { name: '编辑标段' }))
  const dialog = within(await screen.findByRole('dialog', { name: '编辑标段' }))
  await user.click(dialog.getByRole('button', { name: '添加标段' }))
  await user.type(dialog.getAllByRole('textbox', { name: '名称' })[1] ?? document.body, '算力')
  await user.click(dialog.getByRole('button', { name: '保存' }))
  await screen.findByText('标段已保存。')
  expect((await lots()).map(({ no, name }) => [no, name])).toEqual([['1', '软件'], ['2', '算力']])
  await user.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(async () => expect(await lots()).toHaveLength(1))
})

it('reminds on the desktop once, groups several, and a click opens the tender', async () => {
  const id = await add({ title: '甲', bidDeadline: '2026-11-24T01:30:00.000Z' })
  await core.client.tenders.setStage({ id, stage: 'watching' })
  const { notices, clickNotice, visited } = openWindow(core.client, { at: '/settings' })
  await waitFor(() => expect(notices).toEqual([{ title: '距投标截止不足 3 天', body: '甲\n2026-11-24 周二 09:30', tenderId: id }]))
  await waitFor(async () => expect((await core.client.reminders.due()).reminders).toEqual([]))
  act(() => clickNotice(id))
  await waitFor(() => expect(visited.at(-1)).toBe(`/tenders/${id}`))
  cleanup()
  for (const title of ['乙', '丙']) await core.client.tenders.setStage({ id: await add({ title, bidDeadline: '2026-11-23T01:30:00.000Z' }), stage: 'bidding' })
  const second = openWindow(core.client, { at: '/settings' })
  await waitFor(() => expect(second.notices).toEqual([{ title: '2 个项目临近截止', body: '11-23 周一 09:30 乙\n11-23 周一 09:30 丙', tenderId: null }]))
})

it('says in the window what the desktop would not show, and warns of a clock that was set', async () => {
  const id = await add({ title: '甲', bidDeadline: '2026-11-24T01:30:00.000Z' })
  await core.client.tenders.setStage({ id, stage: 'watching' })
  const { setClock } = openWindow(core.client, { at: '/settings', isDesktopThere: false })
  expect(await screen.findByText('距投标截止不足 3 天')).toBeTruthy()
  act(() => setClock(600_000))
  expect(await screen.findByText(/时间刚被调整/)).toBeTruthy()
})

it('keeps people, thresholds and the scorecard in the settings', async () => {
  const { user } = openWindow(core.client, { at: '/settings/people' })
  await user.type(await screen.findByRole('textbox', { name: '姓名' }), '李明{Enter}')
  expect(await screen.findByText('李明')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: '提醒' }))
  await user.click(await screen.findByRole('checkbox', { name: '截止前 7 天' }))
  await waitFor(async () => expect((await core.client.reminders.settings()).leads).toEqual([4320, 1440, 120]))
  await user.click(screen.getByRole('link', { name: '决策评分表' }))
  await user.clear(await screen.findByRole('textbox', { name: '价格空间的权重' }))
  await user.type(screen.getByRole('textbox', { name: '价格空间的权重' }), '４０')
  await user.type(screen.getByRole('textbox', { name: '新的评分项' }), '信创要求')
  await user.click(screen.getByRole('button', { name: '添加' }))
  await user.click(screen.getByRole('button', { name: '保存' }))
  await screen.findByText('评分表已保存。')
  const { criteria } = await core.client.goNoGo.scorecard()
  expect([criteria.find(({ id }) => id === 'price-room')?.weight, criteria.at(-1)?.name]).toEqual([40, '信创要求'])
})
