import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
let bidId: string
const asked = [
  { clauseNo: '2.1', kind: 'technical', mark: 'none', text: '支持不少于200个并发会话。', scoring: null },
  { clauseNo: '3.1', kind: 'technical', mark: 'star', text: '系统须支持私有化部署。', scoring: null },
  { clauseNo: null, kind: 'other', mark: 'none', text: '近三年同类业绩，每个得2分。', scoring: { factor: '业绩', points: '10' } },
] as const

beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  const bid = (await core.client.bids.list()).find(({ title }) => title.includes('客服'))
  bidId = bid?.id ?? ''
  for (const { requirements } of [await core.client.requirements.list({ tenderId: bid?.tenderId ?? '' })]) for (const { id } of requirements) await core.client.requirements.remove({ id })
  for (const requirement of asked) await core.client.requirements.add({ tenderId: bid?.tenderId ?? '', requirement: { ...requirement, lotNo: null, isMandatory: requirement.mark === 'star' } })
})
afterEach(() => {
  cleanup()
  core.close()
})

const rows = () => core.client.responses.list({ bidId })

it('shows what is asked, ★ first, with what is left; an answer is kept, and the next open one is at hand', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/scope` })
  const form = within(await screen.findByRole('region', { name: '应答这条要求' }))
  expect(form.getByRole('heading', { name: /★\s*3\.1/ })).toBeTruthy()
  expect(screen.getByTitle('3 条要求待处理')).toBeTruthy()
  await user.click(form.getByRole('radio', { name: '无偏离' }))
  await user.type(form.getByRole('textbox', { name: '应答' }), '容器化私有部署，随附离线安装包')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(async () => expect((await rows())[0]?.response).toMatchObject({ answer: '容器化私有部署，随附离线安装包', deviation: 'none' }))
  // The clause is answered but a ★ needs its proof.
  expect(await screen.findByText('缺证明')).toBeTruthy()
  expect(await screen.findByRole('heading', { name: '2.1' })).toBeTruthy()
})

it('names a negative deviation from a ★ clause for what it is', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/scope` })
  await user.type(await screen.findByRole('textbox', { name: '应答' }), '仅支持公有云')
  await user.click(screen.getByRole('radio', { name: '负偏离' }))
  expect(await screen.findByText(/★ 条款负偏离，投标将被否决/)).toBeTruthy()
})

it('answers the open clauses in their own words at once, and takes it back', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/scope` })
  await user.click(await screen.findByRole('button', { name: '按原文应答 2 条' }))
  await waitFor(async () => expect((await rows()).map(({ response }) => response.answer)).toEqual(['系统须支持私有化部署。', '支持不少于200个并发会话。', null]))
  const notice = (await screen.findByText('已按原文应答 2 条')).parentElement
  await user.click(within(notice ?? document.body).getByRole('button', { name: '撤销' }))
  await waitFor(async () => expect((await rows()).every(({ response }) => response.answer === null && response.deviation === null)).toBe(true))
})

it('a scoring item is answered by where it is proven', async () => {
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/scope` })
  await user.click(await screen.findByRole('button', { name: /评分项/ }))
  const form = within(await screen.findByRole('region', { name: '应答这条要求' }))
  expect(form.getByRole('heading', { name: '业绩（10 分）' })).toBeTruthy()
  expect(form.queryByRole('radio', { name: '无偏离' })).toBeNull()
  await user.type(form.getByRole('textbox', { name: /其他位置/ }), '业绩证明原件{Enter}')
  await waitFor(async () => expect((await rows())[2]?.response.evidence).toEqual([{ words: '业绩证明原件' }]))
})
