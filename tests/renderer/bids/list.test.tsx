import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
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

it('is empty with one sentence and one thing to do', async () => {
  const { user, visited } = openWindow(core.client, { at: '/bids' })
  await user.click(await screen.findByRole('button', { name: '去看项目' }))
  expect(visited.at(-1)).toBe('/tenders')
})

it('shows each bid with its price and verdict, the next to close first, and opens one by keyboard', async () => {
  await loadOpenSample(core.context)
  const { user, visited } = openWindow(core.client, { at: '/bids' })
  const rows = (await screen.findAllByRole('row')).slice(1)
  const bids = await core.client.bids.list()
  expect(rows).toHaveLength(bids.length)
  const deadlines = rows.map((row) => bids.find(({ title }) => title === within(row).getByRole('link').textContent)?.bidDeadline ?? '9')
  expect(deadlines).toEqual([...deadlines].sort())
  within(rows[0]!).getByRole('link').focus()
  await user.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(visited.at(-1)).toMatch(/^\/bids\/.+\/price$/))
})

it('filters by title, number or buyer and says when nothing is left', async () => {
  await loadOpenSample(core.context)
  const { user } = openWindow(core.client, { at: '/bids' })
  const filter = await screen.findByRole('textbox', { name: '筛选名称、编号、采购人' })
  const [first] = await core.client.bids.list()
  await user.type(filter, first?.projectNo ?? '')
  expect(screen.getAllByRole('row')).toHaveLength(2)
  await user.type(filter, '没有这个')
  await user.click(screen.getByRole('button', { name: '清除筛选' }))
  expect(screen.getAllByRole('row').length).toBeGreaterThan(2)
})
