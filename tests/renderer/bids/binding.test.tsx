import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
let id = ''
beforeEach(async () => {
  core = openTestCore()
  await core.client.workspace.loadSample()
  id = (await core.client.bids.list()).find(({ title }) => title.includes('智能客服'))?.id ?? ''
})
afterEach(() => {
  cleanup()
  core.close()
})

const volumes = async () => (await core.client.templates.ofBid({ bidId: id })).template.volumes.map(({ volume, isBlind }) => `${volume}${isBlind ? '!' : ''}`)

it('a bid is bound as one book, apart, or with a blind technical volume, and every step can be taken back', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${id}/documents` })
  const card = await screen.findByRole('region', { name: '版式模板' })
  await user.click(await within(card).findByRole('button', { name: '合订一册' }))
  await waitFor(async () => expect(await volumes()).toEqual(['book']))
  expect(await screen.findByRole('tab', { name: /合订/ })).toBeTruthy()
  await user.click(within(card).getByRole('button', { name: '分册' }))
  await waitFor(async () => expect(await volumes()).toEqual(['business', 'technical', 'price']))
  await waitFor(() => expect(within(card).getByRole('checkbox', { name: '技术册为暗标' })).toHaveProperty('disabled', false))
  await user.click(within(card).getByRole('checkbox', { name: '技术册为暗标' }))
  await waitFor(async () => expect(await volumes()).toEqual(['business', 'technical!', 'price']))
  expect((await core.client.templates.ofBid({ bidId: id })).templateId).toBe('blind')
})

it('the list of seals is written to a place of its own', async () => {
  const path = join(core.folder, '用印.pdf')
  const { user } = openWindow(core.client, { at: `/bids/${id}/documents`, destination: { token: core.grant(path), name: '用印.pdf' } })
  await user.click(await screen.findByRole('button', { name: '导出用印签字清单' }))
  expect(await screen.findByText(/已导出 用印.pdf/, {}, { timeout: 30_000 })).toBeTruthy()
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
})
