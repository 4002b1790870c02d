import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
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

/** A sample bid; with `isKnown` false one of its costs loses its price. */
const sampleBid = async ({ isKnown }: { isKnown: boolean }) => {
  const [row] = await core.client.bids.list()
  if (row === undefined) throw new Error('the sample has no bid')
  const { bid } = await core.client.bids.get({ id: row.id })
  if (isKnown) return bid.id
  const costLines = bid.estimate.costLines.map((line, index) => (index === 0 ? { ...line, unitCost: null } : line))
  await core.client.bids.saveEstimate({ id: bid.id, version: bid.version, estimate: { ...bid.estimate, costLines } })
  return bid.id
}

it('draws the four pictures of a bid whose costs are known, each with its figures in a table', async () => {
  openWindow(core.client, { at: `/bids/${await sampleBid({ isKnown: true })}/risk` })
  await screen.findByRole('img', { name: /^成本分布/ })
  expect(screen.getAllByRole('img', { name: /成本分布|利润|收支与余额|按层级|按类别/ })).toHaveLength(5)
  for (const name of ['成本分布', '利润受什么影响', '现金流', '按类别']) expect(screen.getByRole('table', { name, hidden: true })).toBeTruthy()
})

it('goes from a driver to its line under the costs', async () => {
  const { user, visited } = openWindow(core.client, { at: `/bids/${await sampleBid({ isKnown: true })}/risk` })
  const drivers = within(await screen.findByRole('region', { name: '利润受什么影响' })).getAllByRole('button')
  drivers[0]?.focus()
  const name = drivers[1]?.textContent.split(' · ')[0]
  await user.keyboard('{ArrowDown}{Enter}')
  expect(visited.at(-1)).toMatch(/\/cost$/)
  const row = document.activeElement?.closest('[role=row]')
  expect(row?.querySelector('input')?.value).toBe(name)
})

it('opens a subtotal to its lines and the words of its formula', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${await sampleBid({ isKnown: true })}/risk` })
  await user.click(await screen.findByText('印花税', { selector: 'summary span' }))
  expect(within(screen.getByRole('table', { name: '印花税', hidden: true })).getByText(/× 0\.03%/)).toBeTruthy()
})

it('draws nothing of a bid with unknown costs and says why, but still explains what is known', async () => {
  openWindow(core.client, { at: `/bids/${await sampleBid({ isKnown: false })}/risk` })
  expect(await screen.findByText(/因此不画分布/)).toBeTruthy()
  expect(screen.queryByRole('img', { name: /成本分布|收支/ })).toBeNull()
  expect(screen.getByText(/都是下限/)).toBeTruthy()
})
