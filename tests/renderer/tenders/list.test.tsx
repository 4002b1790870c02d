import { notifications } from '@mantine/notifications'
import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { TenderFacts } from '#shared/tenders/tender.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
beforeEach(async () => {
  core = openTestCore()
  await add({ title: '光伏电站智能巡检', buyer: '江苏远川能源', ceiling: '4800000', bidDeadline: '2026-11-25T01:30:00.000Z' })
  await add({ title: '污水厂数据分析', buyer: '中江水务', budget: '990000', bidDeadline: '2026-12-20T01:30:00.000Z' })
  await add({ title: '客服平台', buyer: '中江水务' })
})
afterEach(() => {
  act(() => notifications.clean())
  cleanup()
  core.close()
})

const add = (facts: Partial<TenderFacts>) =>
  core.client.tenders.create({ projectNo: null, title: '', buyer: null, agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, bidDeadline: null, openingTime: null, lots: [], ...facts })
const rowTitles = () => screen.getAllByRole('row').slice(1).map((row) => row.querySelector('strong')?.textContent)
const stages = async () => (await core.client.tenders.search({})).tenders.map(({ stage }) => stage)

it('shows what is due first, and lets what closes meanwhile go behind the rest', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  let clock = '2026-11-25T01:29:58.000Z'
  await add({ title: '早已截止', bidDeadline: '2026-11-01T01:30:00.000Z' })
  openWindow(core.client, { now: () => new Date(clock) })
  await waitFor(() => expect(rowTitles()).toEqual(['光伏电站智能巡检', '污水厂数据分析', '客服平台', '早已截止']))
  clock = '2026-11-25T01:30:10.000Z'
  act(() => void vi.advanceTimersByTime(15_000))
  await waitFor(() => expect(rowTitles()).toEqual(['污水厂数据分析', '客服平台', '光伏电站智能巡检', '早已截止']))
})

it('narrows by buyer and by days, says what is chosen, and lets one part go again', async () => {
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('button', { name: '采购人' }))
  await user.click(await screen.findByRole('checkbox', { name: '中江水务 (2)' }))
  await waitFor(() => expect(rowTitles()).toEqual(['污水厂数据分析', '客服平台']))
  await user.keyboard('{Escape}')
  expect(screen.getByRole('button', { name: '采购人：中江水务' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '清除“采购人”' }))
  await user.click(screen.getByRole('button', { name: '截止' }))
  await user.click(await screen.findByRole('radio', { name: '3 天内截止' }))
  await waitFor(() => expect(rowTitles()).toEqual(['光伏电站智能巡检']))
})

it('finds amounts as people write them', async () => {
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('button', { name: '金额' }))
  await user.type(await screen.findByLabelText('不低于'), '１００{Enter}')
  await waitFor(() => expect(rowTitles()).toEqual(['光伏电站智能巡检']))
})

it('saves a search with its count, opens with the default one, and warns of a name taken', async () => {
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('button', { name: '未截止' }))
  await user.click(screen.getByRole('button', { name: /^已存筛选/ }))
  await user.click(await screen.findByText('保存当前筛选…'))
  await user.type(await screen.findByRole('textbox', { name: '名称' }), '在招{Enter}')
  await user.click(await screen.findByRole('button', { name: '已存筛选：在招' }))
  expect((await screen.findByRole('menuitem', { name: /在招/ })).textContent).toBe('在招 2')
  await user.click(screen.getByText('管理已存筛选…'))
  await user.click(await screen.findByRole('checkbox', { name: '默认打开' }))
  await user.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(async () => expect((await core.client.savedSearches.list())[0]?.isDefault).toBe(true))
  cleanup()
  openWindow(core.client)
  await waitFor(() => expect(rowTitles()).toHaveLength(2))
  expect(screen.getByRole('button', { name: '已存筛选：在招' })).toBeTruthy()
})

it('changes all that match, not only those in sight, and takes it back', async () => {
  const { user } = openWindow(core.client)
  const grid = await screen.findByRole('grid')
  act(() => grid.focus())
  await user.keyboard('{Control>}a{/Control}')
  const bar = await screen.findByRole('region', { name: '已选 3 项' })
  await user.click(within(bar).getByRole('button', { name: '改阶段' }))
  await user.click(await screen.findByRole('menuitem', { name: '跟踪' }))
  await screen.findByText('3 项已改为“跟踪”。')
  expect(await stages()).toEqual(['watching', 'watching', 'watching'])
  await user.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(async () => expect(await stages()).toEqual(['new', 'new', 'new']))
})

it('gives tenders an owner by name and shows it', async () => {
  const { user } = openWindow(core.client)
  await screen.findByRole('grid')
  await user.click(screen.getAllByRole('checkbox', { name: '选择此行' })[0] ?? document.body)
  await user.click(screen.getByRole('button', { name: '分配负责人' }))
  await user.type(await screen.findByRole('combobox', { name: '负责人' }), '李明{Enter}')
  await user.click(await screen.findByRole('button', { name: '分配给 李明' }))
  await screen.findByText('1 项已分配给李明。')
  expect(within(screen.getAllByRole('row')[1] ?? document.body).getByText('李明')).toBeTruthy()
})

it('asks before deleting, deletes, and takes it back', async () => {
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('checkbox', { name: '选择全部符合条件的行' }))
  await user.click(await screen.findByRole('button', { name: '删除' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '删除' }))
  await screen.findByText('已删除 3 项。')
  expect((await core.client.tenders.search({})).total).toBe(0)
  await user.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(async () => expect((await core.client.tenders.search({})).total).toBe(3))
})

it('shows the columns chosen, in their order, and remembers them', async () => {
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('button', { name: '列' }))
  const dialog = await screen.findByRole('dialog', { name: '列' })
  await user.click(within(dialog).getByRole('checkbox', { name: '编号' }))
  await user.click(within(dialog).getByRole('checkbox', { name: '地区' }))
  await user.click(within(dialog).getByRole('button', { name: '下移项目' }))
  await user.click(within(dialog).getByRole('button', { name: '保存' }))
  const heads = () => screen.getAllByRole('columnheader').slice(1).map((head) => head.textContent)
  await waitFor(() => expect(heads().slice(0, 2)).toEqual(['采购人', '项目']))
  expect(heads()).toContain('地区')
  expect(screen.getByText('江苏')).toBeTruthy()
  await waitFor(async () => expect((await core.client.savedSearches.columns())?.[0]).toEqual({ id: 'buyer', width: null }))
})

it('marks what was found in the title, and shows where it stands in the text otherwise', async () => {
  const { user } = openWindow(core.client)
  await user.type(await screen.findByRole('searchbox'), '水务')
  await waitFor(() => expect(rowTitles()).toHaveLength(2))
  expect((await screen.findAllByText('水务')).every((mark) => mark.tagName === 'MARK')).toBe(true)
  await user.clear(screen.getByRole('searchbox'))
  await user.type(screen.getByRole('searchbox'), '光')
  await waitFor(() => expect(rowTitles()).toEqual(['光伏电站智能巡检']))
  expect(screen.getByText('光').tagName).toBe('MARK')
})

it('exports all that match to the place chosen', async () => {
  const path = join(core.folder, 'out.csv')
  const { user } = openWindow(core.client, { destination: { token: core.grant(path), name: 'out.csv' } })
  await user.click(await screen.findByRole('button', { name: '导出' }))
  await user.click(await screen.findByRole('menuitem', { name: 'CSV（.csv）' }))
  await screen.findByText('已导出 3 项到 out.csv。')
  expect(readFileSync(path, 'utf8').split('\r\n')[1]).toMatch(/,光伏电站智能巡检,江苏远川能源,2026-11-25 09:30,4800000,新发现,/)
})
