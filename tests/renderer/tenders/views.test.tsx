import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { neighbour, weeksOf } from '#renderer/features/tenders/calendar/month.ts'
import { KnownDates } from '#shared/schedule/known-dates.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
let id: string
beforeEach(async () => {
  core = openTestCore()
  const tender = await core.client.tenders.create({ projectNo: null, title: '智能客服平台', buyer: null, agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, bidDeadline: '2026-11-26T16:30:00.000Z', openingTime: null, lots: [] })
  id = tender.id
})
afterEach(() => {
  cleanup()
  core.close()
})
const stage = () => core.client.tenders.get({ id }).then(({ tender }) => tender.stage)

it('moves a card to the next stage with Shift and an arrow, and undoes it', async () => {
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('radio', { name: '看板' }))
  const column = await screen.findByRole('region', { name: '新发现' })
  fireEvent.keyDown(await within(column).findByRole('link'), { key: 'ArrowRight', shiftKey: true })
  await within(screen.getByRole('region', { name: '跟踪' })).findByText('智能客服平台')
  expect(await stage()).toBe('watching')
  await user.click(await screen.findByRole('button', { name: '撤销' }))
  await waitFor(async () => expect(await stage()).toBe('new'))
})

it('takes a card dropped on another stage', async () => {
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('radio', { name: '看板' }))
  const column = await screen.findByRole('region', { name: '放弃' })
  const data = { types: ['application/x-bidwright-tender'], getData: () => id }
  fireEvent.drop(column.firstElementChild ?? column, { dataTransfer: data })
  await waitFor(async () => expect(await stage()).toBe('dropped'))
})

it('shows a closing time on its day in Beijing', async () => {
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('radio', { name: '日历' }))
  const link = await screen.findByRole('link', { name: /智能客服平台/ })
  expect([link.textContent, link.closest('td')?.firstElementChild?.textContent]).toEqual(['00:30 智能客服平台', '27'])
})

it('names what else is due on a day in short, and in full where one points', async () => {
  await core.client.tenders.setStage({ id, stage: 'watching' })
  await core.client.schedule.save({ tenderId: id, known: KnownDates.parse({ bondArrivesBy: '2026-11-25T08:00:00.000Z' }) })
  const { user } = openWindow(core.client)
  await user.click(await screen.findByRole('radio', { name: '日历' }))
  const link = await screen.findByRole('link', { name: '保证金到账 智能客服平台' })
  expect(link.title).toContain('保证金到账截止 · 智能客服平台')
})

it('shows a month in six weeks from Monday on, and finds the months beside it', () => {
  const weeks = weeksOf('2026-11')
  expect([weeks.length, weeks[0]?.[0], weeks[5]?.[6]]).toEqual([6, '2026-10-26', '2026-12-06'])
  expect([neighbour('2026-01', -1), neighbour('2026-01', 1), neighbour('2026-12', 1)]).toEqual(['2025-12', '2026-02', '2027-01'])
})
