import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
let id: string
beforeEach(async () => {
  core = openTestCore()
  const tender = await core.client.tenders.create({ projectNo: 'ABC-1', title: '智能客服平台', buyer: '远川能源', agency: null, method: null, budget: null, ceiling: '4800000', currency: 'CNY', publishedAt: null, bidDeadline: '2026-12-03T01:30:00.000Z', openingTime: null, lots: [] })
  id = tender.id
})
afterEach(() => {
  cleanup()
  core.close()
})

const ctrlK = (more: KeyboardEventInit = {}) => fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true, ...more })

it('switches the language at once, stays where it was, and keeps the choice', async () => {
  const { user, preferences, visited } = openWindow(core.client, { at: `/tenders/${id}` })
  await screen.findByText('2026-12-03 周四 09:30（北京时间）', { selector: 'strong' })
  await user.click(screen.getByRole('button', { name: '语言' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Français' }))
  expect(await screen.findByText('jeu. 3 déc. 2026, 09:30 (Pékin)', { selector: 'strong' })).toBeTruthy()
  expect(screen.getAllByText('4 800 000,00 ¥')[0]).toBeTruthy()
  expect([document.documentElement.lang, preferences.language, visited]).toEqual(['fr', 'fr', [`/tenders/${id}`]])
})

it('finds a tender with Ctrl K and goes there', async () => {
  const { user, visited } = openWindow(core.client)
  await screen.findByText('ABC-1')
  ctrlK()
  await user.type(await screen.findByRole('textbox', { name: /搜索项目/ }), '客服')
  const palette = await screen.findByRole('dialog', { name: '搜索与命令' })
  await within(palette).findByText('ABC-1 · 远川能源')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(visited.at(-1)).toBe(`/tenders/${id}`))
})

it('hears no shortcut while an input method is composing', async () => {
  openWindow(core.client)
  await screen.findByText('ABC-1')
  ctrlK({ isComposing: true })
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('says when the background service was restarted, until it is closed', async () => {
  const { user, restartCore } = openWindow(core.client)
  await screen.findByText('ABC-1')
  act(() => restartCore())
  expect(screen.getByText(/后台服务已重启/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '关闭' }))
  expect(screen.queryByText(/后台服务已重启/)).toBeNull()
})

it('takes the last change back with Ctrl Z', async () => {
  const { user } = openWindow(core.client, { at: `/tenders/${id}` })
  await user.click(await screen.findByRole('combobox', { name: '阶段' }))
  await user.click(await screen.findByRole('option', { name: '跟踪' }))
  const stage = () => core.client.tenders.get({ id }).then(({ tender }) => tender.stage)
  await screen.findByText('阶段已改为“跟踪”。')
  expect(await stage()).toBe('watching')
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  await waitFor(async () => expect(await stage()).toBe('new'))
})

it('opens the form for a new tender from the native menu', async () => {
  const { menu } = openWindow(core.client)
  await screen.findByText('ABC-1')
  act(() => menu('new-tender'))
  expect(await screen.findByRole('dialog', { name: '新建项目' })).toBeTruthy()
})

it('offers a notice pasted outside any field for reading, and leaves pasting into a field alone', async () => {
  openWindow(core.client)
  await screen.findByText('ABC-1')
  const paste = (target: Element) => fireEvent.paste(target, { clipboardData: { files: [], getData: () => '某某单位智能问答平台采购项目公开招标公告，项目编号：ABC-2026-018。' } })
  paste(screen.getByRole('searchbox'))
  expect(screen.queryByRole('dialog')).toBeNull()
  paste(document.body)
  expect(await screen.findByRole('dialog', { name: '粘贴公告文本' })).toBeTruthy()
})

it('changes light and dark on the page and keeps the choice', async () => {
  const { user, preferences } = openWindow(core.client)
  await user.click(await screen.findByRole('button', { name: '外观：浅色' }))
  expect([document.documentElement.dataset.mantineColorScheme, preferences.theme]).toEqual(['dark', 'dark'])
})
