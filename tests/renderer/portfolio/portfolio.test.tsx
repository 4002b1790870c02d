import { cleanup, screen, within } from '@testing-library/react'
import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { readOpenedPrices } from '#renderer/features/outcomes/opened-prices.ts'
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

it('says what to do while there is nothing to count', async () => {
  openWindow(core.client, { at: '/portfolio' })
  expect(await screen.findByText(/还没有投标/)).toBeTruthy()
  expect(await screen.findByText(/还没有导入中标公告/)).toBeTruthy()
})

it('a figure opens the bids behind it, a win at a loss is named, and under ten bids there is no rate', async () => {
  await loadOpenSample(core.context)
  const loss = (await core.client.bids.list()).find(({ assessment }) => assessment?.verdict === 'below-full-cost')
  await core.client.outcomes.record({ by: '陈静', outcome: { bidId: loss?.id ?? '', result: 'won', decidedOn: '2026-11-20', winner: null, contractAmount: null, openedPrices: [], reasons: [], lesson: null, actualCost: null } })
  const { user } = openWindow(core.client, { at: '/portfolio' })
  const losses = await screen.findByRole('region', { name: '亏损中标' })
  expect(within(losses).getByText('没有审批记录')).toBeTruthy()
  expect(within(await screen.findByRole('region', { name: '总览' })).getAllByText(/不足 10 件/)).toHaveLength(2)
  await user.click(within(losses).getByRole('button', { name: /1 件，合计/ }))
  const behind = await screen.findByRole('complementary', { name: '背后的投标' })
  expect(within(behind).getAllByRole('link').map((link) => link.textContent)).toEqual([loss?.title])
})

it('exports what the person chose, in the words of the window', async () => {
  await loadOpenSample(core.context)
  const path = join(core.folder, 'out.csv')
  core.context.files = { pathOf: () => path }
  const { user } = openWindow(core.client, { at: '/portfolio' })
  await screen.findByRole('region', { name: '在投与结果' })
  await user.click(screen.getByRole('button', { name: '导出 CSV' }))
  expect(await screen.findByText(/已导出 3 行：out.csv/)).toBeTruthy()
  expect(readFileSync(path, 'utf8')).toContain('云岭烟草合同智能审查系统采购项目')
})

it('writes a workbook of figures', async () => {
  await loadOpenSample(core.context)
  const bids = await core.client.portfolio.bids()
  const at = (name: string) => {
    const path = join(core.folder, name)
    core.context.files = { pathOf: () => path }
    return path
  }
  const book = at('out.xlsx')
  const { user } = openWindow(core.client, { at: '/portfolio' })
  await screen.findByRole('region', { name: '在投与结果' })
  await user.click(screen.getByRole('button', { name: '导出 Excel' }))
  expect(await screen.findByText(/已导出 3 行：out.xlsx/)).toBeTruthy()
  const read = new ExcelJS.Workbook()
  await read.xlsx.readFile(book)
  const sheet = read.getWorksheet('投标组合')
  expect(sheet?.rowCount).toBe(4)
  expect(sheet?.getColumn(8).values.slice(2)).toEqual(bids.map(({ offerTotal }) => Number(offerTotal)))
  expect(sheet?.getColumn(10).values.slice(2)).toEqual(bids.map(({ parity }) => parity ?? undefined))
})

it.for([
  ['启衡智能，1205000\n某云科技\t138万\n\n东方数科', { ok: true, prices: [{ bidder: '启衡智能', price: '1205000' }, { bidder: '某云科技', price: '1380000' }, { bidder: '东方数科', price: null }] }],
  ['甲公司 ￥1，200，000.00', { ok: true, prices: [{ bidder: '甲公司', price: '1200000' }] }],
  ['甲，12\n乙：十二万', { ok: false, line: 2, text: '乙：十二万' }],
  ['，12', { ok: false, line: 1, text: '，12' }],
] as const)('reads opened prices as people paste them: %s', ([text, expected]) => {
  expect(readOpenedPrices(text)).toEqual(expected)
})
