import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { priceDraft } from '../../support/price.ts'
import { openWindow } from '../../support/window.tsx'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { PriceQuery } from '#shared/prices/contract.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => {
  cleanup()
  core.close()
})

const stored = async () => (await core.client.prices.list(PriceQuery.parse({}))).items

it('offers the public list prices to an empty book, and says what is unknown', async () => {
  const { user } = openWindow(core.client, { at: '/prices' })
  await user.click(await screen.findByRole('button', { name: '放入随附的公开标价' }))
  expect(await screen.findByRole('grid', { name: '价格本' })).toBeTruthy()
  expect(screen.getByText(`共 ${(await stored()).length} 项`)).toBeTruthy()
  await user.type(screen.getByRole('searchbox', { name: '搜索名称、供应商、型号、编码' }), 'MiniMax-M3 输入')
  await screen.findByText('共 1 项')
  const row = await screen.findByRole('row', { name: /MiniMax-M3 输入/ })
  expect(within(row).getByText('价格未知')).toBeTruthy()
  expect(row.textContent).not.toContain('¥0')
})

it('adds a price by hand, refusing what is none, then changes it, keeps its history and ends it', async () => {
  const { user } = openWindow(core.client, { at: '/prices' })
  await user.click(await screen.findByRole('button', { name: '新增价格' }))
  const form = within(await screen.findByRole('dialog', { name: '新增价格' }))
  await user.type(form.getByLabelText('名称'), '驻场工程师')
  await user.selectOptions(form.getByLabelText('类别'), '人工')
  await user.selectOptions(form.getByLabelText('单位'), '人天')
  await user.type(form.getByLabelText('单价（空 = 未知）'), '0')
  await user.click(form.getByRole('button', { name: '保存' }))
  expect(await form.findByText(/免费请写“免费”/)).toBeTruthy()
  await user.clear(form.getByLabelText('单价（空 = 未知）'))
  await user.type(form.getByLabelText('单价（空 = 未知）'), '2,150')
  await user.click(form.getByRole('button', { name: '保存' }))
  const panel = within(await screen.findByRole('complementary', { name: '价格详情' }))
  expect(await panel.findByText('¥2,150.00', { selector: 'p' })).toBeTruthy()

  await user.click(panel.getByRole('button', { name: '修改价格' }))
  const edit = within(await screen.findByRole('dialog', { name: '修改价格' }))
  await user.clear(edit.getByLabelText('单价（空 = 未知）'))
  await user.type(edit.getByLabelText('单价（空 = 未知）'), '2300')
  await user.click(edit.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(panel.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([expect.stringContaining('¥2,300.00'), expect.stringContaining('¥2,150.00')]))

  await user.click(panel.getByRole('button', { name: '令其失效' }))
  await waitFor(async () => expect(await stored()).toMatchObject([{ unitPrice: '2300', validUntil: '2026-11-21', version: 3 }]))
  expect(await screen.findByText('已过期', { selector: 'dd' })).toBeTruthy()
})

it('reads tiers line by line and shows them; the first must be the unit price', async () => {
  const { user } = openWindow(core.client, { at: '/prices' })
  await user.click(await screen.findByRole('button', { name: '新增价格' }))
  const form = within(await screen.findByRole('dialog', { name: '新增价格' }))
  await user.type(form.getByLabelText('名称'), '模型')
  await user.selectOptions(form.getByLabelText('单位'), 'token')
  await user.clear(form.getByLabelText('每多少单位'))
  await user.type(form.getByLabelText('每多少单位'), '1000000')
  await user.type(form.getByLabelText('单价（空 = 未知）'), '2')
  const tiers = form.getByLabelText(/^分档/, { selector: 'textarea' })
  await user.type(tiers, '32000 3{Enter}+ 4')
  await user.click(form.getByRole('button', { name: '保存' }))
  expect(await form.findByText(/第一档等于单价/)).toBeTruthy()
  await user.clear(tiers)
  await user.type(tiers, '32,000 2{Enter}+ 4')
  await user.click(form.getByRole('button', { name: '保存' }))
  const panel = within(await screen.findByRole('complementary', { name: '价格详情' }))
  expect(await panel.findByText('≤ 32,000')).toBeTruthy()
  expect(await stored()).toMatchObject([{ unitPrice: '2', tierBasis: 'input-tokens', tiers: [{ above: '0', upTo: '32000', unitPrice: '2' }, { above: '32000', upTo: null, unitPrice: '4' }] }])
})

it('compares a list before it is taken: what is ten times off is not chosen by itself', async () => {
  for (const [code, unitPrice] of [['A', '100'], ['B', '10']] as const) await core.client.prices.add({ draft: priceDraft({ code, name: `价${code}`, unit: 'server', category: 'server', per: '1', unitPrice, origin: 'list:报价', vatIncluded: null, vatRate: null }) })
  const path = join(core.folder, '报价.csv')
  writeFileSync(path, '编码,名称,单价,币种,单位\nA,价A,120,CNY,台\nB,价B,1000,CNY,台\nC,价C,五,CNY,台\n')
  const { user, chooseFiles } = openWindow(core.client, { at: '/prices' })
  chooseFiles([{ token: core.grant(path), name: '报价.csv' }])
  await user.click(await screen.findByRole('button', { name: '导入价格表' }))
  const dialog = within(await screen.findByRole('dialog', { name: '导入前比较' }))
  expect(await dialog.findByText('新增 0 · 变动 2 · 不变 0 · 列表中已无 0 · 不收录 1')).toBeTruthy()
  expect(dialog.getByText('不收录的 1 行')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: '采用所选 1 项' }))
  await waitFor(async () => expect((await stored()).map(({ code, unitPrice }) => [code, unitPrice])).toEqual([['A', '120'], ['B', '10']]))
})

it('keeps dated exchange rates', async () => {
  const { user } = openWindow(core.client, { at: '/prices' })
  await user.click(await screen.findByRole('button', { name: '汇率' }))
  const dialog = within(await screen.findByRole('dialog', { name: '汇率' }))
  await user.type(dialog.getByLabelText('汇率'), 'x')
  await user.click(dialog.getByRole('button', { name: '添加' }))
  expect(await dialog.findByRole('alert')).toBeTruthy()
  await user.clear(dialog.getByLabelText('汇率'))
  await user.type(dialog.getByLabelText('汇率'), '7.1')
  await user.type(dialog.getByLabelText('来源'), '中间价')
  await user.click(dialog.getByRole('button', { name: '添加' }))
  await waitFor(async () => expect(await core.client.prices.rates()).toEqual([{ currency: 'USD', day: '2026-11-22', rate: '7.1', source: '中间价' }]))
})
