import { cleanup, screen, within } from '@testing-library/react'
import ExcelJS from 'exceljs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWindow } from '../../support/window.tsx'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => {
  cleanup()
  core.close()
})

function given(name: string, content: string) {
  const path = join(core.folder, name)
  writeFileSync(path, content)
  return { token: core.grant(path), name }
}

test('a table whose unit is unknown is shown first; what the person says is remembered, and used next time without asking', async () => {
  const window = openWindow(core.client)
  window.chooseFiles([given('台账.csv', '项目名称,采购人,预算金额,截止\n智能问答系统,远川能源集团有限公司,150,03/04/2027 09:30\n')])
  window.menu('import')
  const mapping = await screen.findByRole('dialog', { name: '核对表格的列' })
  expect(mapping.textContent).toContain('金额列没有写明单位')
  expect(mapping.textContent).toContain('日期里日和月分不清')
  const becomes = within(mapping).getByRole('region', { name: '前几行将成为' })
  expect(becomes.textContent).toContain('内容不合规范 · 截止')
  await window.user.selectOptions(within(mapping).getByLabelText('日期顺序'), '日/月/年')
  await window.user.selectOptions(within(mapping).getByLabelText('第 3 列的单位'), '万元')
  expect(becomes.textContent).toContain('智能问答系统 · 远川能源集团有限公司 · 预算金额 1,500,000 CNY · 投标截止 2027-04-03 周六 09:30')
  await window.user.click(within(mapping).getByRole('button', { name: '按此导入并记住' }))
  expect((await screen.findByRole('dialog', { name: '导入结果' })).textContent).toContain('新增1')
  const [tender] = (await core.client.tenders.search({ query: '智能问答' })).tenders
  expect(tender).toMatchObject({ budget: '1500000', bidDeadline: '2027-04-03T01:30:00.000Z' })
  await window.user.keyboard('{Escape}')
  // The same headings in another order, another file.
  window.chooseFiles([given('新台账.csv', '采购人,截止,项目名称,预算金额\n示例水务中心,05/04/2027 10:00,数据分析平台,80\n')])
  window.menu('import')
  expect((await screen.findByRole('dialog', { name: '导入结果' })).textContent).toContain('新增1')
  const [second] = (await core.client.tenders.search({ query: '数据分析' })).tenders
  expect(second).toMatchObject({ budget: '800000', bidDeadline: '2027-04-05T02:00:00.000Z' })
})

test('a table without known headings is read by what the person says, or left out', async () => {
  const window = openWindow(core.client)
  const file = given('x.csv', '附表一,,\n甲,乙,丙\n001,知识助手采购,某集团\n')
  window.chooseFiles([file])
  window.menu('import')
  const mapping = await screen.findByRole('dialog', { name: '核对表格的列' })
  expect(within(mapping).getByRole('button', { name: '按此导入并记住' }).hasAttribute('disabled')).toBe(true)
  await window.user.selectOptions(within(mapping).getByLabelText('表头在'), '1')
  await window.user.selectOptions(within(mapping).getByLabelText('第 2 列“乙”的含义'), '项目名称')
  await window.user.selectOptions(within(mapping).getByLabelText('第 3 列“丙”的含义'), '采购人')
  await window.user.click(within(mapping).getByRole('button', { name: '按此导入并记住' }))
  expect((await screen.findByRole('dialog', { name: '导入结果' })).textContent).toContain('新增1')
  expect((await core.client.tenders.search({ query: '知识助手' })).tenders[0]).toMatchObject({ title: '知识助手采购', buyer: '某集团' })
  await window.user.keyboard('{Escape}')
  window.chooseFiles([given('y.csv', '一,二,三\n1,2,3\n')])
  window.menu('import')
  await window.user.click(await screen.findByRole('button', { name: '不导入此文件' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect((await core.client.tenders.search({})).total).toBe(1)
})

test('remembered tables are listed with how they are read, and can be forgotten', async () => {
  const headings = ['项目名称', '采购人', '预算']
  await core.client.imports.rememberMapping({ headings, mapping: { columns: { title: 0, buyer: 1, budget: 2 }, units: { budget: '万元' }, dates: 'dmy' } })
  const { user } = openWindow(core.client, { at: '/settings/mappings' })
  const forget = await screen.findByRole('button', { name: /忘记“/ })
  const item = forget.closest('li')
  expect(item?.textContent).toContain('预算金额：万元')
  expect(item?.textContent).toContain('日期顺序：日/月/年')
  await user.click(forget)
  expect(await screen.findByText('还没有记住任何表格。')).toBeTruthy()
  expect(await core.client.imports.mappings()).toEqual([])
})

test('all rejected records are exported as a workbook with what is wrong and what to do', async () => {
  const releases = Array.from({ length: 1200 }, (_, i) => ({ ocid: `ocds-x-${i}`, tag: ['tender'], tender: {} }))
  const target = join(core.folder, 'rejected.xlsx')
  const window = openWindow(core.client, { destination: { token: core.grant(target), name: 'rejected.xlsx' } })
  window.chooseFiles([given('bad.json', JSON.stringify({ releases }))])
  window.menu('import')
  const dialog = await screen.findByRole('dialog', { name: '导入结果' })
  await window.user.click(within(dialog).getByRole('button', { name: '导出清单' }))
  await window.user.click(await screen.findByRole('menuitem', { name: /Excel/ }))
  expect(await screen.findByText(/已把 1200 条写入/)).toBeTruthy()
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(target)
  const sheet = book.worksheets[0]
  expect([sheet?.name, sheet?.rowCount, sheet?.getRow(1).getCell(1).text]).toEqual(['未存入的记录', 1201, '文件'])
  const last = sheet?.getRow(1201)
  expect([last?.getCell(3).value, last?.getCell(4).text, last?.getCell(8).text]).toEqual([1200, 'tender.title', 'the release has neither a title nor a description'])
})

test('what was not stored is told by cause, in the words of the window: field, what stands there, and rows that read alike on one line', async () => {
  const window = openWindow(core.client)
  const rows = ['甲,某局,10万元', '乙,某局,是', '丙,某局,是', '丁,某局,3万元', '戊,某局,是', ',某局,1万元']
  const releases = [1, 2, 3].map((i) => ({ ocid: `ocds-x-${i}`, tag: ['tender'], tender: {} }))
  window.chooseFiles([given('list.csv', `项目名称,采购人,预算金额（元）\n${rows.join('\n')}\n`), given('bad.json', JSON.stringify({ releases }))])
  window.menu('import')
  const dialog = await screen.findByRole('dialog', { name: '导入结果' })
  const lines = within(dialog).getAllByRole('listitem').map((line) => [...line.children].map((part) => part.textContent).join(' | '))
  expect(lines).toEqual(['项目名称 | list.csv · 第 7 行', 'tender.title | bad.json · 第 1–3 条', '预算金额（元）：“是” | list.csv · 第 3–4、6 行'])
  expect(dialog.textContent).not.toMatch(/expected|release/)
})
