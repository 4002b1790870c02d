import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importReadings } from '#core/imports/import-files.ts'
import type { ListedDocument } from '#shared/tenders/tender.ts'
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

const paper = (no: number, more: Partial<ListedDocument> = {}): ListedDocument => ({ title: `采购文件${no}`, type: 'biddingDocuments', url: `https://example.invalid/${no}.pdf`, format: 'application/pdf', publishedAt: '2026-11-01', ...more })

async function open(...drafts: Parameters<typeof aDraft>[0][]) {
  const report = await importReadings(drafts.map((draft, row) => ({ ok: true, row, draft: aDraft({ kind: 'ocds', key: 'ocds:1', ...draft }) })), 'p.json', 'ocds', core.context)
  return openWindow(core.client, { at: `/tenders/${report.tenderIds[0] ?? ''}` })
}

it('lists the documents of all notices once, shows the address as text only and copies it', async () => {
  const { user } = await open({ documents: [paper(1)] }, { documents: [paper(1, { title: '采购文件（修订）' }), paper(2, { title: null, type: '图纸', url: null })], noticeType: 'correction', publishedAt: '2026-11-05' })
  const card = (await screen.findByRole('heading', { name: '公布的文件' })).closest('section')
  const list = within(card ?? document.body)
  expect(list.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['采购文件（修订）采购文件 · application/pdf · 2026-11-01 周日https://example.invalid/1.pdf', '未命名文件图纸 · application/pdf · 2026-11-01 周日'])
  expect(list.queryByRole('link')).toBeNull()
  await user.click(list.getByRole('button', { name: /复制/ }))
  await waitFor(async () => expect(await navigator.clipboard.readText()).toBe('https://example.invalid/1.pdf'))
})

it('says in the history what a notice says it amends', async () => {
  await open({}, { noticeType: 'correction', publishedAt: '2026-11-05', amendments: [{ date: '2026-11-04', rationale: '答疑', description: '延长截止时间', changed: ['tenderPeriod', 'value'] }] })
  expect(await screen.findByText(/延长截止时间 · 答疑 · 变更字段：tenderPeriod、value/)).toBeTruthy()
})
