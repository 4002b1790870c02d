import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { rulePacks } from '#shared/pricing/rule-packs.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
})
afterEach(() => {
  cleanup()
  core.close()
})

const shipped = rulePacks.find(({ id }) => id === 'cn-tender-law-soe')
const ours = { ...shipped, id: 'our-group-2026', effectiveFrom: '2026-01-01', abnormallyLow: { ...shipped?.abnormallyLow, article: '集团采购办法第12条', rates: { avg: null, second: null, ceiling: '0.9' } } }

function file(content: unknown) {
  const path = join(core.folder, 'ours.json')
  writeFileSync(path, JSON.stringify(content))
  return { token: core.grant(path), name: 'ours.json' }
}

it('a pack file is read first, then taken, governs the competition tab, and can be removed', async () => {
  const bid = (await core.client.bids.list()).find(({ title }) => title.includes('客服'))
  const { user, chooseFiles } = openWindow(core.client, { at: '/settings/rules' })
  chooseFiles([file(ours)])
  await user.click(await screen.findByRole('button', { name: '导入规则包文件…' }))
  expect(await screen.findByText(/在重合的日期内取代：cn-tender-law-soe/)).toBeTruthy()
  expect(await screen.findByText(/个在办投标的结论会变/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '采用' }))
  const own = within(await screen.findByRole('region', { name: '自有规则包' }))
  const pack = within(await own.findByRole('listitem'))
  expect(pack.getByText('our-group-2026')).toBeTruthy()
  expect(pack.getByText('集团采购办法第12条')).toBeTruthy()
  cleanup()
  openWindow(core.client, { at: `/bids/${bid?.id ?? ''}/contest` })
  const lines = within(await screen.findByRole('region', { name: '异常低价' }))
  expect(await lines.findByText('集团采购办法第12条')).toBeTruthy()
  cleanup()
  const again = openWindow(core.client, { at: '/settings/rules' })
  await again.user.click(await screen.findByRole('button', { name: '移除' }))
  await again.user.click(await screen.findByRole('button', { name: '确认移除' }))
  expect(await screen.findByText('还没有自有规则包。可先导出一份随程序提供的，改好再导入。')).toBeTruthy()
})

it('a faulty file names the field, what stands there and what to do, and stores nothing', async () => {
  const { user, chooseFiles } = openWindow(core.client, { at: '/settings/rules' })
  chooseFiles([file({ ...ours, lastChecked: '去年', price: { ...shipped?.price, confidence: 'sure' } })])
  await user.click(await screen.findByRole('button', { name: '导入规则包文件…' }))
  expect(await screen.findByText('ours.json 未采用：2 处需要改')).toBeTruthy()
  expect(screen.getByText('lastChecked').parentElement?.textContent).toContain('现为 "去年"，应为日期，如 2026-02-01。')
  expect(screen.getByText('price.confidence').parentElement?.textContent).toContain('应为以下之一：law、secondary、notice、memory')
  expect((await core.client.rules.packs()).every(({ origin }) => origin === 'shipped')).toBe(true)
})

it('new limits list the bids whose verdict changes before they are saved with a name', async () => {
  const { user } = openWindow(core.client, { at: '/settings/limits' })
  const margin = await screen.findByRole('textbox', { name: '目标毛利率' })
  await user.clear(margin)
  await user.type(margin, '60{Enter}')
  expect(await screen.findByText(/个在办投标的结论会变/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '保存底线' })).toHaveProperty('disabled', true)
  await user.type(screen.getByRole('textbox', { name: '你的姓名' }), '陈静')
  await user.click(screen.getByRole('button', { name: '保存底线' }))
  await waitFor(async () => expect((await core.client.rules.thresholds()).policy.minMargin).toBe('0.6'))
})
