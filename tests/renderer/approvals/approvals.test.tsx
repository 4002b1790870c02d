import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
let bidId: string
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list()).find(({ assessment }) => assessment?.verdict === 'below-full-cost')?.id ?? ''
})
afterEach(() => {
  cleanup()
  core.close()
})

it('names the signers in the rules, and says what has to be filled in before the rules are saved', async () => {
  const { user } = openWindow(core.client, { at: '/approvals' })
  const rules = await screen.findByRole('form', { name: '审批规则' })
  await user.type(within(rules).getByRole('textbox', { name: '销售总监 人员' }), '陈静，王强')
  await user.click(within(rules).getByRole('button', { name: '保存规则' }))
  expect(await within(rules).findByText(/请填写：你的姓名/)).toBeTruthy()
  await user.type(within(rules).getByRole('textbox', { name: '你的姓名' }), '陈静')
  await user.click(within(rules).getByRole('button', { name: '保存规则' }))
  await waitFor(async () => expect((await core.client.approvals.desk()).desk.roles[0]).toEqual({ id: 'sales-director', people: ['陈静', '王强'], standIns: [] }))
  expect(await screen.findByText(/日志完整：1 条/)).toBeTruthy()
})

it('a rule that stops a verdict without anybody to sign cannot be saved', async () => {
  const { user } = openWindow(core.client, { at: '/approvals' })
  const rules = await screen.findByRole('form', { name: '审批规则' })
  const thin = within(rules).getByRole('radiogroup', { name: /利润偏薄/ })
  await user.click(within(thin).getByRole('radio', { name: '拦截' }))
  expect(await within(rules).findByText('“拦截”须至少选一个角色')).toBeTruthy()
  expect(within(rules).getByRole('button', { name: '保存规则' })).toHaveProperty('disabled', true)
})

it('a loss is laid before the director with its pay-back, signed with a reason, and may then be finalised', async () => {
  await core.client.approvals.saveDesk({ by: '陈静', desk: { ...(await core.client.approvals.desk()).desk, roles: [{ id: 'sales-director', people: ['陈静'], standIns: [] }, { id: 'finance', people: [], standIns: [] }] } })
  const { user } = openWindow(core.client, { at: `/bids/${bidId}/approvals` })
  expect(await screen.findByText(/还没有提交审批$/)).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: /你的姓名/ }), '李明')
  await user.click(screen.getByRole('button', { name: '提交审批' }))
  expect(await screen.findByText('请填写：理由、如何收回亏损、复核日期')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: /理由/ }), '标杆客户')
  await user.click(screen.getByRole('link', { name: /^版本/ }))
  await user.click(screen.getByRole('link', { name: /^审批 8|^审批8/ }))
  expect(await screen.findByRole('textbox', { name: /理由/ })).toHaveProperty('value', '标杆客户')
  await user.type(screen.getByRole('textbox', { name: /如何收回亏损/ }), '二期')
  await user.type(screen.getByLabelText(/复核日期/), '2027-03-01')
  await user.click(screen.getByRole('button', { name: '提交审批' }))
  expect(await screen.findByText('下一步：销售总监 陈静 签字')).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: '批准' }))
  expect(await screen.findByText('请填写：理由')).toBeTruthy()
  await user.type(screen.getByRole('textbox', { name: /理由/ }), '同意')
  await user.click(screen.getByRole('button', { name: '批准' }))
  expect(await screen.findByText('已批准，可以定稿')).toBeTruthy()
  const { bid } = await core.client.bids.get({ id: bidId })
  expect(await core.client.approvals.get({ bidId })).toMatchObject({ status: 'approved', submission: { by: '李明', loss: { payBack: '二期', reviewOn: '2027-03-01', budgetId: null } } })
  await core.client.bids.saveTerms({ id: bidId, version: bid.version, terms: { ...bid.terms, validityDays: 120 } })
  cleanup()
  openWindow(core.client, { at: `/bids/${bidId}/approvals` })
  expect(await screen.findByText('变了：条款')).toBeTruthy()
})

it('an altered log is said where it matters, and nothing more can be written', async () => {
  await core.client.approvals.saveDesk({ by: '陈静', desk: (await core.client.approvals.desk()).desk })
  core.context.workspace.raw.exec("DROP TRIGGER auditLogNoUpdate; UPDATE auditLog SET by = '张三'")
  openWindow(core.client, { at: `/bids/${bidId}/approvals` })
  expect(await screen.findByText('不能定稿：审批日志被改动过，其中的签字都不算数')).toBeTruthy()
  cleanup()
  openWindow(core.client, { at: '/approvals' })
  expect(await screen.findAllByText('第 1 条被改动过')).not.toHaveLength(0)
})
