import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { sampleCompany } from '../../support/sample-bid.ts'
import { openWindow } from '../../support/window.tsx'
import { openBid } from './open-bid.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => {
  cleanup()
  core.close()
})

const checks = () => screen.findByRole('region', { name: '递交前检查' })
const exportButton = () => screen.getByRole('button', { name: '导出 PDF' })

it('lists what stops the file, leads to each remedy, and blocks the export until then', async () => {
  const { user, id } = await openBid(core, 'documents')
  const list = await checks()
  expect(await within(list).findByText('公司资料缺“公司名称”')).toBeTruthy()
  expect(exportButton()).toHaveProperty('disabled', true)
  const row = within(list).getByText('公司资料缺“公司名称”').closest('li')!
  expect(within(row).getByRole('link').getAttribute('href')).toBe('/company')
  await user.click(within(within(list).getByText('投标条件缺“交付期”').closest('li')!).getByRole('button'))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '交付期' }))
  expect((await core.client.bids.get({ id })).bid.terms.deliveryPeriod).toBeNull()
})

it('saves the terms one by one, refuses what can’t be, and shows the contents of the printed volume', async () => {
  const { user, id } = await openBid(core, 'documents')
  await checks()
  await user.type(screen.getByRole('textbox', { name: '投标有效期（天）' }), '９０{Enter}')
  await waitFor(async () => expect((await core.client.bids.get({ id })).bid.terms.validityDays).toBe(90))
  await user.type(screen.getByRole('textbox', { name: '落款日期' }), '2026-02-30{Enter}')
  expect(await screen.findByText(/不是日期/)).toBeTruthy()
  expect((await core.client.bids.get({ id })).bid.terms.signedOn).toBeNull()
  expect(await screen.findByRole('button', { name: /开标一览表/ })).toBeTruthy()
})

it('writes the final file to the chosen place once nothing stops it', async () => {
  const { user, id } = await openBid(core, 'documents')
  await core.client.company.save(sampleCompany)
  const { bid } = await core.client.bids.get({ id })
  await core.client.bids.saveTerms({ id, version: bid.version, terms: { deliveryPeriod: '合同签订后 120 日历天', warranty: '验收合格后 12 个月', validityDays: 90, bondAmount: null, bondForm: 'none', signedOn: '2026-12-01', remark: null } })
  cleanup()
  const path = join(core.folder, '报价.pdf')
  const token = core.grant(path)
  openWindow(core.client, { at: `/bids/${id}/documents`, destination: { token, name: '报价.pdf' } })
  await waitFor(() => expect(exportButton()).toHaveProperty('disabled', false), { timeout: 20_000 })
  await user.click(exportButton())
  expect(await screen.findByText(/已导出 报价.pdf/, {}, { timeout: 20_000 })).toBeTruthy()
  expect(existsSync(path)).toBe(true)
})

it('writes the volume as a Word file beside the PDF', async () => {
  const { user, id } = await openBid(core, 'documents')
  await core.client.company.save(sampleCompany)
  const { bid } = await core.client.bids.get({ id })
  await core.client.bids.saveTerms({ id, version: bid.version, terms: { deliveryPeriod: '合同签订后 120 日历天', warranty: '验收合格后 12 个月', validityDays: 90, bondAmount: null, bondForm: 'none', signedOn: '2026-12-01', remark: null } })
  cleanup()
  const path = join(core.folder, '报价.docx')
  openWindow(core.client, { at: `/bids/${id}/documents`, destination: { token: core.grant(path), name: '报价.docx' } })
  const word = () => screen.getByRole('button', { name: 'Word' })
  await waitFor(() => expect(word()).toHaveProperty('disabled', false), { timeout: 20_000 })
  await user.click(word())
  expect(await screen.findByText(/已导出 报价.docx/, {}, { timeout: 20_000 })).toBeTruthy()
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
})

it('prints the PDF itself: printer, pages, copies and sides, and says what can’t be meant', async () => {
  const { id } = await openBid(core, 'documents')
  cleanup()
  const path = join(core.folder, 'print.pdf')
  const window = openWindow(core.client, { at: `/bids/${id}/documents`, destination: { token: core.grant(path), name: 'print.pdf' }, printers: [{ name: 'A', label: '二楼', isDefault: false }, { name: 'B', label: '财务室', isDefault: true }] })
  await waitFor(() => expect(screen.getByRole('button', { name: '打印' })).toHaveProperty('disabled', false), { timeout: 20_000 })
  await window.user.keyboard('{Control>}p{/Control}')
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByRole('option', { name: '财务室', selected: true })).toBeTruthy()
  await window.user.type(within(dialog).getByRole('textbox', { name: '页码范围' }), '封面')
  await window.user.click(within(dialog).getByRole('button', { name: '打印' }))
  expect(await within(dialog).findByText(/页码写成 1-3,5/)).toBeTruthy()
  await window.user.clear(within(dialog).getByRole('textbox', { name: '页码范围' }))
  await window.user.type(within(dialog).getByRole('textbox', { name: '页码范围' }), '１－３、5')
  await window.user.clear(within(dialog).getByRole('textbox', { name: '份数' }))
  await window.user.type(within(dialog).getByRole('textbox', { name: '份数' }), '2')
  await window.user.click(within(dialog).getByRole('button', { name: '打印' }))
  expect(await within(dialog).findByText('已送往打印机。', {}, { timeout: 20_000 })).toBeTruthy()
  expect(window.orders).toEqual([{ token: expect.any(String), printer: 'B', copies: 2, pages: '1-3,5', sides: 'two-sided-long-edge' }])
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
})
