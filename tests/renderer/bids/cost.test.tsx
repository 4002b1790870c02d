import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openBid, plainEstimate, three } from './open-bid.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => {
  cleanup()
  core.close()
})

const costGrid = () => screen.findByRole('grid', { name: '成本项' })
const cell = (grid: HTMLElement, row: number, column: number) => within(within(grid).getAllByRole('row')[row]!).getAllByRole('gridcell')[column]!
const editor = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^\d+ / })
const bar = () => screen.getByRole('region', { name: '判定' })
const unitCost = 4

it('shows a missing price as a dashed question mark, never as 0, and says what that does', async () => {
  const [first, second] = plainEstimate.costLines
  await openBid(core, 'cost', { estimate: { ...plainEstimate, costLines: [first!, { ...second!, unitCost: null }] } })
  const grid = await costGrid()
  expect(cell(grid, 2, unitCost).textContent).toBe('?没有价格填写')
  expect(cell(grid, 2, unitCost + 3).textContent).not.toContain('0')
  expect(screen.getByText(/1 行成本没有有效价格 → 判定为“无法判断”/)).toBeTruthy()
  expect(screen.getByText(/履约成本/, { selector: 'span' }).textContent).toContain('≥ ¥2,000,000.00')
  await waitFor(() => expect(within(bar()).getByText('无法判断')).toBeTruthy())
})

it('marks an expired price with a clock and a zero nobody confirmed with a question mark', async () => {
  const [first, second] = plainEstimate.costLines
  const costLines = [{ ...first!, price: { source: '报价单', validUntil: '2026-11-21' } }, { ...second!, unitCost: three('0') }]
  await openBid(core, 'cost', { estimate: { ...plainEstimate, costLines } })
  const grid = await costGrid()
  expect(within(cell(grid, 1, unitCost)).getByText('价格已过期')).toBeTruthy()
  expect(within(cell(grid, 2, unitCost)).getByText('零价未确认')).toBeTruthy()
})

it('fills in a price by typing over the cell, saves it, and judges again', async () => {
  const [first, second] = plainEstimate.costLines
  const { user, stored } = await openBid(core, 'cost', { estimate: { ...plainEstimate, costLines: [first!, { ...second!, unitCost: null }] } })
  await user.click(cell(await costGrid(), 2, unitCost))
  await user.keyboard('10万{Enter}')
  await waitFor(async () => expect((await stored()).costLines[1]?.unitCost).toEqual(three('100000')))
  await waitFor(() => expect(within(bar()).getByText('健康')).toBeTruthy())
})

it('refuses what is no number in words and keeps the old value', async () => {
  const { user, version } = await openBid(core, 'cost')
  const grid = await costGrid()
  const before = await version()
  await user.click(cell(grid, 1, unitCost))
  await user.keyboard('abc{Enter}')
  expect(screen.getByText('第 1 行“单位成本（不含税）”：“abc”不是数字，已恢复原值。')).toBeTruthy()
  expect(editor().value).toBe('20000')
  expect(await version()).toBe(before)
})

it('walks with arrows and Tab, edits with F2, and gives back the old value on Escape', async () => {
  const { user, version } = await openBid(core, 'cost')
  const before = await version()
  await user.click(cell(await costGrid(), 1, 0))
  await user.keyboard('{ArrowDown}{Tab}{Tab}')
  expect(editor().value).toBe('10')
  await user.keyboard('{F2}5{Escape}')
  expect(editor().value).toBe('10')
  await user.keyboard('{Shift>}{Tab}{/Shift}{Home}')
  expect(editor().value).toBe('算力租赁')
  expect(await version()).toBe(before)
})

it('does not take an input method’s Enter for its own', async () => {
  const { user, version } = await openBid(core, 'cost')
  const before = await version()
  await user.click(cell(await costGrid(), 1, 0))
  fireEvent.change(editor(), { target: { value: 'moxing' } })
  fireEvent.keyDown(editor(), { key: 'Enter', isComposing: true })
  expect(editor().value).toBe('moxing')
  expect(await version()).toBe(before)
})

it('takes a range in per cent and keeps it when the price changes', async () => {
  const { user, stored } = await openBid(core, 'cost')
  await user.click(cell(await costGrid(), 1, unitCost + 1))
  await user.keyboard('-10/+25%{Enter}')
  await waitFor(async () => expect((await stored()).costLines[0]?.unitCost).toEqual({ low: '18000', likely: '20000', high: '25000' }))
  await user.click(cell(await costGrid(), 1, unitCost))
  await user.keyboard('10000{Enter}')
  await waitFor(async () => expect((await stored()).costLines[0]?.unitCost).toEqual({ low: '9000', likely: '10000', high: '12500' }))
})

it('fills down, duplicates, removes and takes each back', async () => {
  const { user, stored } = await openBid(core, 'cost')
  const names = async () => (await stored()).costLines.map(({ name }) => name)
  await user.click(cell(await costGrid(), 2, 0))
  await user.keyboard('{Control>}d{/Control}')
  await waitFor(async () => expect(await names()).toEqual(['模型调优', '模型调优']))
  const panel = screen.getByRole('region', { name: '成本项' })
  await user.click(within(panel).getByRole('button', { name: '复制此行' }))
  await waitFor(async () => expect(await names()).toHaveLength(3))
  expect(new Set((await stored()).costLines.map(({ id }) => id)).size).toBe(3)
  await user.click(within(panel).getByRole('button', { name: '删除此行' }))
  await user.click(within(panel).getByRole('button', { name: '删除此行' }))
  await waitFor(async () => expect(await names()).toHaveLength(1))
  for (let step = 0; step < 4; step += 1) await user.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(async () => expect(await stored()).toEqual(plainEstimate))
})

it('pastes a block from a spreadsheet, adds rows, and names every cell it could not take', async () => {
  const { user, stored } = await openBid(core, 'cost')
  await user.click(cell(await costGrid(), 2, 0))
  fireEvent.paste(editor(), { clipboardData: { getData: () => '驻场运维\t人力\t24\t人月\t18,000\n差旅\t飞机\tmany\t次\t"2,300"\n' } })
  await waitFor(async () => expect((await stored()).costLines.map(({ name, category, quantity, unit, unitCost: cost }) => [name, category, quantity.likely, unit, cost?.likely])).toEqual([
    ['模型调优', 'people', '100', undefined, '20000'],
    ['驻场运维', 'people', '24', '人月', '18000'],
    ['差旅', 'people', '1', '次', '2300'],
  ]))
  const panel = screen.getByRole('region', { name: '成本项' })
  expect(within(panel).getAllByRole('status').map(({ textContent }) => textContent)).toContain('已粘贴 8 格。 有 2 格没有粘贴，例如第 3 行“类别”的“飞机”：没有对应的列或选项。')
})

it('shows only rows with problems on request', async () => {
  const [first, second] = plainEstimate.costLines
  const { user } = await openBid(core, 'cost', { estimate: { ...plainEstimate, costLines: [first!, { ...second!, unitCost: null }] } })
  const grid = await costGrid()
  expect(within(grid).getAllByRole('row')).toHaveLength(3)
  await user.click(screen.getByRole('checkbox', { name: '只看有问题的行' }))
  expect(within(grid).getAllByRole('row').slice(1).map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['2'])
})

it('begins with nothing: adds offer and cost lines by keyboard', async () => {
  const { user, stored } = await openBid(core, 'cost', { estimate: { ...plainEstimate, offerLines: [], costLines: [] } })
  await user.click(await screen.findByRole('button', { name: /添加成本项/ }))
  await user.keyboard('调优{Tab}{Tab}12{Tab}人天{Tab}2000{Enter}')
  await waitFor(async () => expect((await stored()).costLines.map(({ name, quantity, unit, unitCost: cost }) => ({ name, quantity, unit, cost }))).toEqual([
    { name: '调优', quantity: three('12'), unit: '人天', cost: three('2000') },
  ]))
  expect(within(bar()).getByText('无法判断')).toBeTruthy()
  expect(bar().textContent).toContain('还没有报价，无法判断')
})

it('says when the bid was changed elsewhere, loses nothing, and lets the person choose', async () => {
  const { user, id, version, stored } = await openBid(core, 'cost')
  const grid = await costGrid()
  await core.client.bids.saveEstimate({ id, version: await version(), estimate: { ...plainEstimate, overheadRate: '0.2' } })
  await user.click(cell(grid, 1, 0))
  await user.keyboard('我的修改{Enter}')
  expect(await screen.findByText('这份投标在别处也改了。')).toBeTruthy()
  expect((await stored()).costLines[0]?.name).toBe('模型调优')
  await user.click(screen.getByRole('button', { name: '用我的修改' }))
  await waitFor(async () => expect((await stored()).costLines[0]?.name).toBe('我的修改'))
})

it('warns when the payments are not the whole price', async () => {
  const { user } = await openBid(core, 'cost')
  const grid = await screen.findByRole('grid', { name: '付款' })
  await user.click(cell(grid, 1, 1))
  await user.keyboard('90{Enter}')
  expect(await screen.findByText(/份额合计 90%，不是 100%/)).toBeTruthy()
})

it('takes rates in per cent and refuses more than all of it', async () => {
  const { user, stored } = await openBid(core, 'cost')
  const field = await screen.findByRole('textbox', { name: '管理费率' })
  await user.clear(field)
  await user.type(field, '8{Enter}')
  await waitFor(async () => expect((await stored()).overheadRate).toBe('0.08'))
  await user.clear(field)
  await user.type(field, '800{Enter}')
  expect(screen.getByRole('alert').textContent).toContain('不能超过 100%')
})
