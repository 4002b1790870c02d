import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storeDraft } from '#core/imports/store-draft.ts'
import { aDraft } from '../../support/tender.ts'
import { openWindow } from '../../support/window.tsx'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => {
  cleanup()
  core.close()
})

test('two records of one project are seen side by side, merged, and parted again', async () => {
  const { db } = core.context.workspace
  await db.transaction().execute(async (trx) => {
    await storeDraft(trx, aDraft({ key: 'ocds:x', kind: 'ocds', projectNo: 'ZX-2026-118' }), '甲网.json', core.context)
    await storeDraft(trx, aDraft({ key: 'eforms:y', kind: 'eforms', projectNo: 'ZX-2026-118', agency: '某代理' }), '乙网.xml', core.context)
  })
  const { user } = openWindow(core.client, { at: '/settings/duplicates' })
  const side = await screen.findByRole('region', { name: /乙网/ })
  expect(screen.getByText(/项目编号相同 · 采购人相同 · 金额相同/)).toBeTruthy()
  await user.click(within(side).getByRole('button', { name: '保留这条，合并另一条' }))
  await screen.findByText('没有疑似重复的项目。')
  expect((await core.client.tenders.search({})).tenders).toMatchObject([{ agency: '某代理' }])
  await user.click(await screen.findByRole('button', { name: '撤销合并' }))
  await user.click(await screen.findByRole('button', { name: '不是重复' }))
  await screen.findByText('没有疑似重复的项目。')
  expect((await core.client.tenders.search({})).total).toBe(2)
})
