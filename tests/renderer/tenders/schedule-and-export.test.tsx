import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { csvOf } from '#renderer/components/download.ts'
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
  const card = await screen.findByRole('region', { name: '法定时限' })
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

it('keeps negative amounts as numbers and takes the sting out of formulas', () => {
  expect(csvOf([['-17850.00', '-1+2', '@x', '=1', 'a-b']])).toBe(`\uFEFF"-17850.00","'-1+2","'@x","'=1","a-b"\r\n`)
})

it('says so when what was dropped is no file of this computer', async () => {
  openWindow(core.client)
  await screen.findByText('欢迎使用标匠')
  fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files: [new File(['x'], 'picture-from-a-page.png')] } })
  expect(await screen.findByText(/有 1 项不是本机文件/)).toBeTruthy()
})
