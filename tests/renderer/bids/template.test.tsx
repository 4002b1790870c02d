import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'
import { evaluate } from '#shared/estimate/evaluate.ts'

let core: TestCore
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
})
afterEach(() => {
  cleanup()
  core.close()
})

it('gives a first estimate from a short form, previewed, taken in one step and undone in one', async () => {
  const [row] = await core.client.bids.list()
  const stored = async () => (await core.client.bids.get({ id: row!.id })).bid.estimate
  const before = await stored()
  const { user } = openWindow(core.client, { at: `/bids/${row!.id}/cost` })
  await user.click(await screen.findByRole('button', { name: '套用模板' }))
  const dialog = await screen.findByRole('dialog', { name: '从模板生成初步测算' })
  await user.click(within(dialog).getByRole('radio', { name: /代码助手/ }))
  const type = async (label: string, value: string) => {
    const field = within(dialog).getByLabelText(label, { exact: true })
    await user.clear(field)
    await user.type(field, `${value}{Enter}`)
  }
  await type('含税总报价（元）', '1500000')
  expect(within(dialog).getByText(/行没有价格/)).toBeTruthy()
  await type('人天成本（元）', '1800')
  expect(within(within(dialog).getByRole('table', { name: '成本项' })).getByText('平台与插件适配')).toBeTruthy()
  expect(await stored()).toEqual(before)
  await user.click(within(dialog).getByRole('button', { name: '采用' }))
  await waitFor(async () => expect((await stored()).costLines[0]?.name).toBe('需求与方案'))
  const taken = await stored()
  expect([evaluate(taken).offerTotal, taken.sizing?.isLinked]).toEqual(['1500000.00', true])
  await user.click(screen.getByRole('button', { name: /撤销/ }))
  await waitFor(async () => expect(await stored()).toEqual(before))
})
