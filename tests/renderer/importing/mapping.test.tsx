import { cleanup, screen, within } from '@testing-library/react'
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
