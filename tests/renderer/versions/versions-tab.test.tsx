import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'
import { valueText } from '#renderer/features/versions/words.ts'

let core: TestCore
let bidId: string
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list())[0]?.id ?? ''
})
afterEach(() => {
  cleanup()
  core.close()
})

const changeOverhead = async (overheadRate: string) => {
  const { bid } = await core.client.bids.get({ id: bidId })
  await core.client.bids.saveEstimate({ id: bidId, version: bid.version, estimate: { ...bid.estimate, overheadRate } })
}
const freeze = async (note: string) => {
  const { bid } = await core.client.bids.get({ id: bidId })
  return core.client.versions.freeze({ bidId, bidVersion: bid.version, note })
}

it('freezes what stands there with a note, and says so', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/versions` })
  await user.type(await screen.findByRole('textbox', { name: /备注/ }), '首轮报价{Enter}')
  expect(await screen.findByText('已冻结为 V1')).toBeTruthy()
  expect(await screen.findByText('首轮报价')).toBeTruthy()
  expect((await core.client.versions.list({ bidId })).map(({ no, note }) => [no, note])).toEqual([[1, '首轮报价']])
})

it('shows what changed since the frozen version, totals and rates', async () => {
  await freeze('')
  await changeOverhead('0.2')
  openWindow(core.client, { at: `/bids/${bidId}/versions` })
  const rates = await screen.findByRole('table', { name: /费率/ })
  expect(within(rates).getByRole('row', { name: /20\.00%/ })).toBeTruthy()
  expect(within(screen.getByRole('table', { name: '合计' })).getByRole('row', { name: /^完全成本.*\+¥/ })).toBeTruthy()
})

it('takes an old version back as the draft and keeps what stood there as a version', async () => {
  const { version } = await freeze('原价')
  await changeOverhead('0.2')
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/versions` })
  await user.click(await screen.findByRole('button', { name: '恢复为草稿' }))
  const frozen = await core.client.versions.get({ id: version.id })
  await waitFor(async () => expect((await core.client.bids.get({ id: bidId })).bid.estimate).toEqual(frozen.estimate))
  const [kept] = await core.client.versions.list({ bidId })
  expect((await core.client.versions.get({ id: kept?.id ?? '' })).estimate.overheadRate).toBe('0.2')
})

it('copies a frozen version into a new bid and opens it', async () => {
  const { version } = await freeze('首轮')
  await changeOverhead('0.2')
  const { user, visited } = openWindow(core.client, { at: `/bids/${bidId}/versions` })
  await user.click(await screen.findByRole('button', { name: '复制为新投标' }))
  await waitFor(() => expect(visited.at(-1)).toMatch(/^\/bids\/[^/]+\/cost$/))
  const made = visited.at(-1)?.split('/')[2] ?? ''
  expect(made).not.toBe(bidId)
  expect((await core.client.bids.get({ id: made })).bid.estimate).toEqual((await core.client.versions.get({ id: version.id })).estimate)
})

it('writes money and rates of a change as people read them, and leaves words alone', () => {
  expect([valueText('unitPrice', '1680000', 'zh-CN'), valueText('unitCost', '1.5 ~ 2 ~ 2.123456', 'en'), valueText('vatRate', '0.06', 'fr'), valueText('name', '平台', 'zh-CN'), valueText('months', null, 'en')]).toEqual(['¥1,680,000.00', '¥1.50 ~ ¥2.00 ~ ¥2.123456', '6,00\u202f%', '平台', '—'])
})
