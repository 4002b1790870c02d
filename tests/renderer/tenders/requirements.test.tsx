import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importReadings } from '#core/imports/import-files.ts'
import type { TenderDraft } from '#shared/tenders/tender.ts'
import { aDraft } from '../../support/tender.ts'
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

const notice = '智能客服招标公告\n二、投标人资格要求\n1. 具有独立法人资格。\n三、技术要求\n★1. 系统须支持私有化部署。\n'
const read = async (change: Partial<TenderDraft> = {}) => (await importReadings([{ ok: true, row: null, draft: aDraft({ text: notice, ...change }) }], 'a.txt', 'notice', core.context)).tenderIds[0] ?? ''
const card = async () => screen.findByRole('region', { name: '采购要求' })
const readBy = async (user: ReturnType<typeof openWindow>['user'], item: RegExp) => {
  await user.click(within(await card()).getByRole('button', { name: '读取要求' }))
  await user.click(await screen.findByRole('menuitem', { name: item }))
}

it('reads the requirements from the notice, ★ first, and shows where each was read', async () => {
  const { user } = openWindow(core.client, { at: `/tenders/${await read()}` })
  await readBy(user, /从公告读取/)
  expect(await screen.findByText('新增 2 条要求，0 条此前已有。')).toBeTruthy()
  const rows = within(await card()).getAllByRole('listitem')
  expect(rows.map((row) => row.textContent)).toEqual([expect.stringContaining('★1系统须支持私有化部署。'), expect.stringContaining('具有独立法人资格。')])
  await user.click(within(await card()).getByRole('button', { name: '系统须支持私有化部署。' }))
  await waitFor(() => expect(document.querySelector('mark[data-current]')?.textContent).toBe('★1. 系统须支持私有化部署。'))
})

it('reads a tender document from a file and shows the text around the place', async () => {
  const path = join(core.folder, '招标文件.txt')
  writeFileSync(path, '第一章 技术要求\n1.1 须提供离线更新包。\n')
  const { user, chooseFiles } = openWindow(core.client, { at: `/tenders/${await read()}` })
  chooseFiles([{ token: core.grant(path), name: '招标文件.txt' }])
  await readBy(user, /从招标文件读取/)
  await user.click(await screen.findByRole('button', { name: '须提供离线更新包。' }))
  await waitFor(() => expect(document.querySelector('mark[data-current]')?.textContent).toBe('1.1 须提供离线更新包。'))
})

it('says why a document could not be read', async () => {
  const path = join(core.folder, 'a.pdf')
  writeFileSync(path, '%PDF-1.4 broken')
  const { user, chooseFiles } = openWindow(core.client, { at: `/tenders/${await read()}` })
  chooseFiles([{ token: core.grant(path), name: 'a.pdf' }])
  await readBy(user, /从招标文件读取/)
  expect(await screen.findByText(/文件损坏、带密码或格式不支持/)).toBeTruthy()
})

it('takes a requirement by hand, changes it in place, and gives back what was removed', async () => {
  const id = await read()
  const { user } = openWindow(core.client, { at: `/tenders/${id}` })
  await user.click(within(await card()).getByRole('button', { name: '新增要求' }))
  await user.type(screen.getByRole('textbox', { name: '要求内容' }), '须有驻场人员{Control>}{Enter}{/Control}')
  expect(await screen.findByText('须有驻场人员')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '修改要求' }))
  await user.clear(screen.getByRole('textbox', { name: '要求内容' }))
  await user.type(screen.getByRole('textbox', { name: '要求内容' }), '须有两名驻场人员')
  await user.type(screen.getByRole('textbox', { name: '分值' }), '十分')
  expect(screen.getByText('请填数字，如 10 或 2.5')).toBeTruthy()
  await user.clear(screen.getByRole('textbox', { name: '分值' }))
  await user.click(screen.getByRole('button', { name: '保存' }))
  expect(await screen.findByText('须有两名驻场人员')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '移除要求' }))
  await waitFor(() => expect(screen.queryByText('须有两名驻场人员')).toBeNull())
  await user.click(await screen.findByRole('button', { name: '撤销' }))
  expect(await screen.findByText('须有两名驻场人员')).toBeTruthy()
})

it('leads through the doubtful facts by key and on to the next tender', async () => {
  const text = '采购人：远川能源 截止：2026年12月1日'
  const evidence = { buyer: { text: '远川能源', start: 4, end: 8 }, bidDeadline: { text: '2026年12月1日', start: 12, end: 22 } }
  const first = await read({ text, evidence, confidence: { buyer: 0.5, bidDeadline: 0.6 } })
  await read({ key: 'notice:B', projectNo: 'B-2026-0001', title: '另一个项目', text: '二', confidence: { buyer: 0.5 } })
  const { user, visited } = openWindow(core.client)
  await user.click(await screen.findByRole('button', { name: '待核对 2' }))
  await user.dblClick(await screen.findByText('智能客服平台建设项目'))
  await waitFor(() => expect(visited.at(-1)).toBe(`/tenders/${first}`))
  await screen.findByRole('button', { name: /2 处请核对/ })
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(document.querySelector('mark[data-current]')?.textContent).toBe('远川能源'))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByRole('button', { name: /1 处请核对/ })
  await waitFor(() => expect(document.querySelector('mark[data-current]')?.textContent).toBe('2026年12月1日'))
  await user.click(screen.getByRole('button', { name: '确认投标截止无误' }))
  expect(await screen.findByRole('link', { name: '还有 1 个项目待核对，看下一个' })).toBeTruthy()
  expect((await core.client.tenders.get({ id: first })).toReview).toEqual([])
})

it('shows that a purchase was ended, and no time left, and proposes the kind of work', async () => {
  const id = await read({ text: '一', title: '信息化服务', description: '含数据分析模块', bidDeadline: '2026-12-20T01:30:00.000Z' })
  await read({ title: '信息化服务', text: '二', noticeType: 'termination', publishedAt: '2026-11-10' })
  const { user } = openWindow(core.client, { at: `/tenders/${id}` })
  expect(await screen.findAllByText('已终止')).toHaveLength(2)
  expect(screen.queryByText(/^剩 /)).toBeNull()
  await user.click(screen.getByRole('button', { name: '建议：数据分析（数据分析）' }))
  await waitFor(async () => expect((await core.client.tenders.get({ id })).tender.useCase).toBe('data-analysis'))
})
