import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { readFileSync } from 'node:fs'
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

const notice = `智能问答平台采购项目公开招标公告
一、招标条件 本项目按照《中华人民共和国招标投标法》进行公开招标。
项目编号：ABC-2026-018
招标人：中江水务集团有限公司
发布时间：2026-11-20
投标截止时间：2026年12月3日09时30分（北京时间）
`

it('derives the legal time limits with their articles, and says when the notice leaves too little time', async () => {
  const { tenderIds } = await core.client.imports.text({ text: notice })
  openWindow(core.client, { at: `/tenders/${tenderIds[0] ?? ''}` })
  const card = await screen.findByRole('region', { name: '日期与时限' })
  expect(within(card).getByText(/“招标投标法”/)).toBeTruthy()
  expect(within(card).getByText(/公告到截止仅 13 天.*24条/)).toBeTruthy()
  const rows = within(card).getAllByRole('listitem').map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent))
  expect(rows).toContainEqual(['2026-11-23 周一', '对文件提异议最迟'])
})

it('leaves the limits to the document where no law binds the purchase, once the person says so', async () => {
  const { tenderIds } = await core.client.imports.text({ text: notice })
  const { user } = openWindow(core.client, { at: `/tenders/${tenderIds[0] ?? ''}` })
  await user.click(await screen.findByRole('combobox', { name: '适用规则' }))
  await user.click(await screen.findByRole('option', { name: '国企非必招采购' }))
  expect(await screen.findByText(/时限以采购文件为准/)).toBeTruthy()
})

it('takes down dates of the document and of the result, derives what follows, and refuses a day it cannot read', async () => {
  const { tenderIds } = await core.client.imports.text({ text: notice })
  const tenderId = tenderIds[0] ?? ''
  const { user } = openWindow(core.client, { at: `/tenders/${tenderId}` })
  await user.click(await screen.findByRole('button', { name: '填写日期' }))
  const form = await screen.findByRole('dialog', { name: '日期与付款条件' })
  await user.type(within(form).getByLabelText('提问截止'), '２０２６-１１-２４ １７：００')
  await user.type(within(form).getByLabelText('中标通知书'), '明年春节前')
  await user.type(within(form).getByLabelText('投标有效期（天）'), '90')
  await user.click(within(form).getByRole('button', { name: '保存' }))
  expect(await within(form).findByText(/看不出日期/)).toBeTruthy()
  await user.clear(within(form).getByLabelText('中标通知书'))
  await user.type(within(form).getByLabelText('中标通知书'), '2026年1月17日')
  await user.click(within(form).getByRole('button', { name: '保存' }))
  const card = await screen.findByRole('region', { name: '日期与时限' })
  await within(card).findByText('提问截止')
  const rows = within(card).getAllByRole('listitem').map((row) => [...row.children].map((cell) => cell.textContent))
  expect(rows).toContainEqual(['2026-11-24 周二 17:00', '提问截止', '文件载明'])
  expect(rows).toContainEqual(['2026-02-24 周二', '签订合同最迟（30 日）', '招标投标法46条；政府采购法46条；民法典203条 · 法条原文'])
  expect(rows).toContainEqual(['2027-03-03 周三', '投标与保证金有效期至少到', '招标投标法实施条例25、26条 · 法条原文'])
  expect((await core.client.schedule.get({ tenderId })).known).toMatchObject({ questionsUntil: '2026-11-24T09:00:00.000Z', awardNotice: '2026-01-17', validityDays: 90 })
})

it('writes a calendar file of the tender', async () => {
  const { tenderIds } = await core.client.imports.text({ text: notice })
  const path = join(core.folder, 'one.ics')
  const { user } = openWindow(core.client, { at: `/tenders/${tenderIds[0] ?? ''}`, destination: { token: core.grant(path), name: 'one.ics' } })
  await user.click(await screen.findByRole('button', { name: '导出日历' }))
  await screen.findByText(/已导出 \d+ 条到 one.ics/)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20261203T093000')
  expect(text).toContain(`UID:${tenderIds[0] ?? ''}-bid-deadline@bidwright.invalid`)
})

it('says so when what was dropped is no file of this computer', async () => {
  openWindow(core.client)
  await screen.findByText('欢迎使用标匠')
  fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files: [new File(['x'], 'picture-from-a-page.png')] } })
  expect(await screen.findByText(/有 1 项不是本机文件/)).toBeTruthy()
})
