import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../../support/workspace.ts'
import { openWindow } from '../../../support/window.tsx'

let core: TestCore
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
})
afterEach(() => {
  cleanup()
  core.close()
})

const shown = async () => {
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText(/共 \d+ 页，A4/, {}, { timeout: 20_000 })).toBeTruthy()
  return dialog
}

it.each([
  ['/tenders', '打印：项目'],
  ['/bids', '打印：投标'],
  ['/prices', '打印：价格本'],
  ['/portfolio', '打印：投标组合报告'],
])('Ctrl P on %s shows the paper of that screen', async (at, title) => {
  const { user } = openWindow(core.client, { at })
  await waitFor(() => expect(screen.getByRole('button', { name: '打印' })).toHaveProperty('disabled', false))
  await user.keyboard('{Control>}p{/Control}')
  expect(within(await shown()).getByText(title)).toBeTruthy()
})

it.each([
  ['cost', '打印：投标测算与审批表'],
  ['approvals', '打印：投标审批记录'],
])('on a bid’s %s tab the paper is that of the tab', async (tab, title) => {
  const [bid] = await core.client.bids.list()
  const { user } = openWindow(core.client, { at: `/bids/${bid?.id}/${tab}` })
  await waitFor(() => expect(screen.getByRole('button', { name: '打印' })).toHaveProperty('disabled', false))
  await user.keyboard('{Control>}p{/Control}')
  expect(within(await shown()).getByText(title)).toBeTruthy()
})

it('prints and saves what is filtered, as the same PDF', async () => {
  const path = join(core.folder, 'list.pdf')
  const { user, orders } = openWindow(core.client, { at: '/bids', destination: { token: core.grant(path), name: 'list.pdf' }, printers: [{ name: 'A', label: '二楼', isDefault: true }] })
  await user.type(await screen.findByRole('textbox', { name: '筛选名称、编号、采购人' }), '客服')
  await user.click(screen.getByRole('button', { name: '打印' }))
  const dialog = await shown()
  await user.type(within(dialog).getByRole('textbox', { name: '页码范围' }), '1')
  await user.click(within(dialog).getByRole('button', { name: '打印' }))
  expect(await within(dialog).findByText('已送往打印机。', {}, { timeout: 20_000 })).toBeTruthy()
  expect(orders).toEqual([{ token: expect.any(String), printer: 'A', copies: 1, pages: '1', sides: 'two-sided-long-edge' }])
  const printed = readFileSync(path)
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-')
  await user.click(within(dialog).getByRole('button', { name: '存为 PDF…' }))
  expect(await screen.findByText('list.pdf 共 1 页，已存')).toBeTruthy()
  expect(readFileSync(path)).toEqual(printed)
})
