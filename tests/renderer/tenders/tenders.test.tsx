import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => {
  cleanup()
  core.close()
})

const facts = (title: string, more: { buyer?: string; bidDeadline?: string } = {}) => ({
  projectNo: null, title, buyer: null, agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, bidDeadline: null, openingTime: null, lots: [], ...more,
})
const rowTitles = () => screen.getAllByRole('row').slice(1).map((row) => row.querySelector('strong')?.textContent)

it('offers samples in an empty workspace, shows them, and takes exactly them away again', async () => {
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('button', { name: '载入示例' }))
  expect((await screen.findAllByRole('row')).length).toBeGreaterThan(5)
  await core.client.tenders.create(facts('自己的项目'))
  await user.click(screen.getByRole('button', { name: '清除示例' }))
  await waitFor(() => expect(rowTitles()).toEqual(['自己的项目']))
  expect(screen.queryByRole('button', { name: '清除示例' })).toBeNull()
})

it('starts empty on request and says how tenders come in', async () => {
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('button', { name: '从空白开始' }))
  expect(await screen.findByText('还没有项目。')).toBeTruthy()
})

it('takes a tender by hand with amounts as people write them and the deadline in Beijing time', async () => {
  const { user, visited } = openWindow(core.client, { at: '/tenders/new' })
  await user.type(await screen.findByRole('textbox', { name: /项目名称/ }), '智能客服平台{Enter}')
  await waitFor(() => expect(visited.at(-1)).not.toBe('/tenders/new'))
  const { tenders } = await core.client.tenders.search({})
  expect(tenders.map(({ title, buyer, ceiling }) => ({ title, buyer, ceiling }))).toEqual([{ title: '智能客服平台', buyer: null, ceiling: null }])
})

it('refuses an unreadable amount and a day without an hour, and keeps what was typed', async () => {
  const { user } = openWindow(core.client, { at: '/tenders/new' })
  await user.type(await screen.findByRole('textbox', { name: /项目名称/ }), '项目')
  await user.type(screen.getByRole('textbox', { name: /最高限价/ }), '四百万左右')
  await user.type(screen.getByLabelText(/投标截止/), '2026-12-03')
  await user.click(screen.getByRole('button', { name: '建立项目' }))
  expect(await screen.findByText(/看不出金额/)).toBeTruthy()
  expect((await core.client.tenders.search({})).total).toBe(0)
  await user.clear(screen.getByRole('textbox', { name: /最高限价/ }))
  await user.type(screen.getByRole('textbox', { name: /最高限价/ }), '398万')
  await user.click(screen.getByRole('button', { name: '建立项目' }))
  expect(await screen.findByText(/请写明几点/)).toBeTruthy()
  await user.type(screen.getByLabelText(/投标截止/), ' ０９：３０')
  await user.click(screen.getByRole('button', { name: '建立项目' }))
  await waitFor(async () => expect((await core.client.tenders.search({})).total).toBe(1))
  const [tender] = (await core.client.tenders.search({})).tenders
  expect([tender?.ceiling, tender?.bidDeadline]).toEqual(['3980000', '2026-12-03T01:30:00.000Z'])
})

it('a form put aside with Esc is there again as it was left; cancelled, it is empty', async () => {
  await core.client.tenders.create(facts('甲'))
  const { user } = openWindow(core.client, { at: '/tenders/new' })
  const title = () => screen.findByRole('textbox', { name: /项目名称/ })
  const reopen = async () => {
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(screen.getByRole('button', { name: '新建项目' }))
    return title()
  }
  await user.type(await title(), '智能客服平台{Escape}')
  expect(await reopen()).toHaveProperty('value', '智能客服平台')
  await user.click(screen.getByRole('button', { name: '取消' }))
  expect(await reopen()).toHaveProperty('value', '')
})

it.each([['2026年12月3日上午9时30分（北京时间）', '2026-12-03T01:30:00.000Z'], ['2026年12月3日下午2:00前', '2026-12-03T06:00:00.000Z'], ['2026/12/3 周四 9点半', '2026-12-03T01:30:00.000Z']])('takes a closing time as notices write it: %s', async (text, instant) => {
  const { user } = openWindow(core.client, { at: '/tenders/new' })
  await user.type(await screen.findByRole('textbox', { name: /项目名称/ }), '项目')
  await user.type(screen.getByLabelText(/投标截止/), `${text}{Enter}`)
  await waitFor(async () => expect((await core.client.tenders.search({})).tenders.map(({ bidDeadline }) => bidDeadline)).toEqual([instant]))
})

it('moves through the list by keyboard, opens with Enter and selects with Space', async () => {
  for (const [index, title] of ['甲', '乙', '丙'].entries()) await core.client.tenders.create(facts(title, { bidDeadline: `2026-12-0${index + 1}T01:00:00.000Z` }))
  const { user, visited } = openWindow(core.client)
  const grid = await screen.findByRole('grid')
  act(() => grid.focus())
  await user.keyboard('{ArrowDown} ')
  expect(screen.getAllByRole('row').map((row) => row.getAttribute('aria-selected'))).toEqual([null, 'false', 'true', 'false'])
  expect(grid.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('row')[2]?.id)
  await user.keyboard('{End}{Enter}')
  expect(await screen.findByRole('heading', { level: 1, name: '丙' })).toBeTruthy()
  expect(visited.at(-1)).toMatch(/^\/tenders\/id-/)
})

it('finds tenders by words of two characters and says how many', async () => {
  await core.client.tenders.create(facts('智能客服平台', { buyer: '远川能源' }))
  await core.client.tenders.create(facts('数据中台', { buyer: '中江水务' }))
  const { user } = openWindow(core.client)
  await screen.findByText('2 项')
  await user.keyboard('/')
  await user.keyboard('水务')
  await waitFor(() => expect(rowTitles()).toEqual(['数据中台']))
  expect(screen.getByText('1 项')).toBeTruthy()
})

it('shows a list of 1,200 in pages, drawing only what is in sight', async () => {
  const releases = Array.from({ length: 1200 }, (_, index) => ({ ocid: `ocds-test-${index}`, id: `${index}`, date: '2026-11-01T00:00:00Z', tag: ['tender'], initiationType: 'tender', tender: { id: `${index}`, title: `项目 ${index}` } }))
  writeFileSync(join(core.folder, 'tenders.json'), JSON.stringify({ uri: 'https://example.invalid', version: '1.1', publishedDate: '2026-11-01T00:00:00Z', publisher: { name: 'test' }, releases }))
  const token = core.grant(join(core.folder, 'tenders.json'))
  const { user, chooseFiles } = openWindow(core.client)
  chooseFiles([{ token, name: 'tenders.json' }])
  await user.click(await screen.findByRole('button', { name: '导入文件' }))
  const dialog = await screen.findByRole('dialog', { name: '导入结果' })
  expect(within(dialog).getByText('1,200')).toBeTruthy()
  await user.click(within(dialog).getByText('关闭'))
  const grid = await screen.findByRole('grid')
  expect(grid.getAttribute('aria-rowcount')).toBe('1201')
  expect(screen.getAllByRole('row').length).toBeLessThan(80)
})

const notice = `智能问答平台采购项目公开招标公告
项目编号：ABC-2026-018
采购人：中江水务集团有限公司
最高限价：3980000元
投标截止时间：2026年12月3日09时30分（北京时间）
`

it('reads a pasted notice and shows each fact with the words it was read from', async () => {
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('button', { name: '从空白开始' }))
  await user.click(screen.getByRole('button', { name: '粘贴公告' }))
  const field = await screen.findByLabelText('公告全文')
  await user.click(field)
  await user.paste(notice)
  await user.click(screen.getByRole('button', { name: '识别' }))
  await user.click(await screen.findByRole('button', { name: '打开该项目' }))
  await user.click(await screen.findByRole('button', { name: '¥3,980,000.00' }))
  const marked = [...document.querySelectorAll('mark')].filter((mark) => mark.dataset.current === 'true')
  expect(marked.map((mark) => mark.textContent)).toEqual([expect.stringContaining('3980000')])
})

it('lets a fact be corrected, keeps the old value when the new one cannot be read, and undoes', async () => {
  const { id } = await core.client.tenders.create(facts('项目'))
  const { user } = openWindow(core.client, { at: `/tenders/${id}` })
  const budget = () => core.client.tenders.get({ id }).then(({ tender }) => tender.budget)
  await user.click((await screen.findAllByRole('button', { name: '未填写' }))[4] ?? document.body)
  await user.type(screen.getByRole('textbox', { name: '预算金额' }), '约四百万{Enter}')
  expect(await screen.findByText(/看不出金额/)).toBeTruthy()
  expect(await budget()).toBeNull()
  await user.clear(screen.getByRole('textbox', { name: '预算金额' }))
  await user.type(screen.getByRole('textbox', { name: '预算金额' }), '４００万{Enter}')
  await screen.findByText('预算金额已保存。')
  expect(await budget()).toBe('4000000')
  await user.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(async () => expect(await budget()).toBeNull())
})

it('names every rejected row with its reason and what to do about it', async () => {
  writeFileSync(join(core.folder, 'broken.json'), '{ "releases": [')
  const token = core.grant(join(core.folder, 'broken.json'))
  const { user, chooseFiles } = openWindow(core.client)
  chooseFiles([{ token, name: 'broken.json' }])
  await user.click(await screen.findByRole('button', { name: '导入文件' }))
  const dialog = await screen.findByRole('dialog', { name: '导入结果' })
  expect(within(dialog).getByText('文件内容损坏或不完整')).toBeTruthy()
  expect(within(dialog).getByText(/请重新下载/)).toBeTruthy()
})

it('starts a bid on the lot the person chose and goes to it', async () => {
  const lots = [{ no: '1', name: '软件', budget: null, ceiling: '980000' }, { no: '2', name: '算力', budget: null, ceiling: '500000' }]
  const { id } = await core.client.tenders.create({ ...facts('两个包的项目'), lots })
  const { user, visited } = openWindow(core.client, { at: `/tenders/${id}` })
  await user.click(await screen.findByRole('button', { name: '开始投标…' }))
  await user.click(await screen.findByRole('menuitem', { name: '2 算力' }))
  await waitFor(() => expect(visited.at(-1)).toMatch(/^\/bids\//))
  expect((await core.client.bids.list()).map(({ lotNo, tenderId }) => ({ lotNo, tenderId }))).toEqual([{ lotNo: '2', tenderId: id }])
  cleanup()
  const again = openWindow(core.client, { at: `/tenders/${id}` })
  await again.user.click(await screen.findByRole('button', { name: '开始投标…' }))
  await again.user.click(await screen.findByRole('menuitem', { name: '2 算力 （已有投标，打开）' }))
  await waitFor(() => expect(again.visited.at(-1)).toMatch(/^\/bids\//))
  expect(await core.client.bids.list()).toHaveLength(1)
})

it('opens the bid there is instead of starting another', async () => {
  const { id } = await core.client.tenders.create(facts('一个包的项目'))
  const bid = await core.client.bids.start({ tenderId: id, lotNo: null })
  const { user, visited } = openWindow(core.client, { at: `/tenders/${id}` })
  expect(screen.queryByRole('button', { name: '开始投标' })).toBeNull()
  await user.click(await screen.findByRole('link', { name: '打开投标' }))
  await waitFor(() => expect(visited.at(-1)).toMatch(`/bids/${bid.id}`))
})

it('shows only tenders that can still be answered on request', async () => {
  await core.client.tenders.create(facts('已截止', { bidDeadline: '2026-11-22T02:00:00.000Z' }))
  await core.client.tenders.create(facts('未截止的', { bidDeadline: '2026-11-22T02:01:01.000Z' }))
  const { user } = openWindow(core.client)
  await screen.findByText('2 项')
  await user.click(screen.getByRole('button', { name: '未截止' }))
  await waitFor(() => expect(rowTitles()).toEqual(['未截止的']))
})
