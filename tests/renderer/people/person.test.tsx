import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
let bidId: string
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list()).find(({ title }) => title.includes('智能客服'))?.id ?? ''
})
afterEach(() => {
  cleanup()
  core.close()
})

it('who works here names themselves once, and what they change carries their name', async () => {
  const { user } = openWindow(core.client, { at: '/settings/people' })
  expect(await screen.findByRole('button', { name: '还没有写明谁在使用' })).toBeTruthy()
  await user.type(await screen.findByRole('textbox', { name: '我的姓名' }), '林示例{Enter}')
  expect(await screen.findByRole('button', { name: '林示例 在使用' })).toBeTruthy()

  const { bid } = await core.client.bids.get({ id: bidId })
  await core.client.bids.saveTerms({ id: bidId, version: bid.version, terms: { ...bid.terms, warranty: '验收合格后24个月' } })
  const { version } = await core.client.versions.freeze({ bidId, bidVersion: bid.version + 1, note: '' })
  expect(version.by).toBe('林示例')
  cleanup()

  const loss = (await core.client.bids.list()).find(({ title }) => title.includes('合同智能审查'))
  openWindow(core.client, { at: `/bids/${loss?.id ?? ''}/approvals` })
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('textbox', { name: /你的姓名/ }).value).toBe('林示例'))
})
