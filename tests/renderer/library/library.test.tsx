import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pngOf } from '../../support/png.ts'
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

const names = async () => (await core.client.library.list()).map(({ data }) => data.name)

it('a certificate is added with its scan, found again, renewed, and its former state is kept', async () => {
  const { user, chooseFiles } = openWindow(core.client, { at: '/company/certificate' })
  const path = join(core.folder, 'iso.png')
  writeFileSync(path, pngOf(40, 60))
  chooseFiles([{ token: core.grant(path), name: 'iso.png' }])
  await user.click((await screen.findAllByRole('button', { name: '新增' }))[0]!)
  await user.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByText('请填写名称')).toBeTruthy()
  await user.type(screen.getByLabelText('名称'), '质量管理体系认证')
  await user.type(screen.getByLabelText('有效期至'), '2026年12月1日{Enter}')
  await user.click(screen.getByRole('button', { name: '添加文件' }))
  expect(await screen.findByText('40 × 60 · 1 KB')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '保存' }))
  const row = await screen.findByRole('row', { name: /质量管理体系认证/ })
  expect(within(row).getByText(/2026-12-01，还有 9 天/)).toBeTruthy()
  await user.clear(screen.getByLabelText('有效期至'))
  await user.type(screen.getByLabelText('有效期至'), '20291201{Enter}')
  await user.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(async () => expect(await core.client.library.history({ id: (await core.client.library.list())[0]!.id })).toHaveLength(2))
})

it('what is typed about the company stays until it is saved, wherever one looks meanwhile', async () => {
  const { user } = openWindow(core.client, { at: '/company' })
  await user.type(await screen.findByLabelText('公司名称'), '启衡智能')
  await user.click(screen.getByRole('link', { name: '项目' }))
  await user.click(screen.getByRole('link', { name: '公司资料' }))
  expect(await screen.findByLabelText('公司名称')).toHaveProperty('value', '启衡智能')
  await user.click(screen.getByRole('button', { name: '保存' }))
  await waitFor(async () => expect((await core.client.company.get()).name).toBe('启衡智能'))
  await waitFor(() => expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true))
})

it('what is typed stays while another item is looked at, and a removal is taken back', async () => {
  for (const name of ['甲', '乙']) await core.client.library.save({ id: null, version: 0, data: { kind: 'person', name, title: null, education: null, certificates: null, years: null, role: null, projects: [], socialInsuranceMonth: null, note: null, attachments: [] } })
  const { user } = openWindow(core.client, { at: '/company/person' })
  const grid = await screen.findByRole('grid', { name: '人员' })
  const panel = () => screen.getByLabelText('拟任职务')
  await user.type(panel(), '架构师')
  grid.focus()
  await user.keyboard('{ArrowDown}')
  expect(panel()).toHaveProperty('value', '')
  await user.keyboard('{ArrowUp}')
  expect(panel()).toHaveProperty('value', '架构师')
  await user.click(screen.getByRole('button', { name: '更多操作' }))
  await user.click(await screen.findByRole('menuitem', { name: '移出资料库' }))
  await waitFor(async () => expect(await names()).toHaveLength(1))
  await user.click(await screen.findByRole('button', { name: '撤销' }))
  await waitFor(async () => expect(await names()).toHaveLength(2))
})
