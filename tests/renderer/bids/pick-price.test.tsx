import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { priceDraft } from '../../support/price.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openBid } from './open-bid.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => {
  cleanup()
  core.close()
})

const draft = (unitPrice: string) => priceDraft({ code: 'E', name: '资深工程师', category: 'person-day', unit: 'person-day', per: '1', unitPrice, vatIncluded: false, vatRate: '0.06', validUntil: '2026-12-31' })

it('gives a cost line a price of the book with its source and validity, and follows the book when asked to', async () => {
  const item = await core.client.prices.add({ draft: draft('2150') })
  const bid = await openBid(core, 'cost')
  const pick = (await screen.findAllByRole('button', { name: '从价格本取价' }))[0]
  if (pick === undefined) throw new Error('no button')
  await bid.user.click(pick)
  const dialog = within(await screen.findByRole('dialog', { name: '从价格本取价' }))
  await bid.user.type(dialog.getByRole('combobox'), '工程')
  await dialog.findByRole('option', { name: /资深工程师/ })
  await bid.user.keyboard('{Enter}')
  await waitFor(async () => expect((await bid.stored()).costLines[0]).toMatchObject({ name: '模型调优', unit: '人天', unitCost: { likely: '2150' }, inputVatRate: '0.06', price: { source: '价格页', priceDate: '2026-11-01', validUntil: '2026-12-31', taken: { itemId: item.id, itemVersion: 1 } } }))

  await core.client.prices.save({ id: item.id, version: 1, draft: draft('2300') })
  expect((await core.client.documents.check({ bidId: bid.id })).find(({ code }) => code === 'price-changed')).toMatchObject({ level: 'warn', where: { lineId: 'c1' } })
  await bid.user.click(screen.getByRole('button', { name: '更新本标价格' }))
  const refresh = within(await screen.findByRole('dialog', { name: '更新本标从价格本取用的价格' }))
  expect(await refresh.findByText('¥2,300.00')).toBeTruthy()
  await bid.user.click(refresh.getByRole('button', { name: '更新 1 行' }))
  await waitFor(async () => expect((await bid.stored()).costLines[0]?.unitCost?.likely).toBe('2300'))
  expect((await core.client.documents.check({ bidId: bid.id })).map(({ code }) => code)).toContain('prices-fresh')
})
