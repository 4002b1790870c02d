import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storeDraft } from '#core/imports/store-draft.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { aDraft } from '../../support/tender.ts'
import { checkWorkspace } from '#core/workspace/check.ts'
import type { TenderDraft } from '#shared/tenders/tender.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => core.close())

const store = async (change: Partial<TenderDraft>) => (await core.context.workspace.db.transaction().execute((db) => storeDraft(db, aDraft(change), 'f', core.context))).tenderId
const one = () => store({ key: 'ocds:x', kind: 'ocds', projectNo: 'ZX-2026-118', agency: null, budget: null, ceiling: '1000000.00', lots: [] })
const other = () => store({ key: 'notice:ZX-2026-118', projectNo: 'ZX-2026-118', agency: '某代理', budget: '900000.00', ceiling: '1000000.00', lots: [{ no: '1', name: '一包', budget: null, ceiling: null }] })
/** The workspace as a person finds it. */
const everything = async () => {
  const { db } = core.context.workspace
  const tenders = await db.selectFrom('tender').selectAll().orderBy('id').execute()
  const notices = await db.selectFrom('notice').selectAll().orderBy('id').execute()
  const bids = await db.selectFrom('bid').selectAll().orderBy('id').execute()
  const texts = await db.selectFrom('tenderText').selectAll().orderBy('tenderId').execute()
  return { tenders: tenders.map(({ version: _version, updatedAt: _at, ...tender }) => tender), notices, bids, texts }
}

test('the same project from two sources is suspected, merged, and taken apart again as it was', async () => {
  const [kept, merged] = [await one(), await other()]
  await core.client.bids.start({ tenderId: merged, lotNo: null })
  const before = await everything()
  const [pair] = await core.client.duplicates.suspects()
  expect(pair?.likeness).toMatchObject({ sameNumber: true, sameBuyer: true, sameAmount: true })
  expect(new Set([pair?.first.id, pair?.second.id])).toEqual(new Set([kept, merged]))
  const merge = await core.client.duplicates.merge({ kept, merged })
  expect(await core.client.duplicates.suspects()).toEqual([])
  const detail = await core.client.tenders.get({ id: kept })
  expect(detail.tender).toMatchObject({ agency: '某代理', budget: '900000.00', ceiling: '1000000.00', lots: [{ no: '1' }] })
  expect(detail.notices).toHaveLength(2)
  expect(detail.bids).toHaveLength(1)
  expect((await core.client.tenders.search({})).total).toBe(1)
  await core.client.duplicates.undo({ id: merge.id })
  expect(await everything()).toEqual(before)
  expect((await core.client.tenders.search({ query: '智能客服' })).total).toBe(2)
  expect(await checkWorkspace(core.context.workspace)).toEqual({ ok: true, problems: [] })
})

test('what comes in for a merged tender reaches the kept one, and goes with it when they part', async () => {
  const [kept, merged] = [await other(), await one()]
  const { id } = await core.client.duplicates.merge({ kept, merged })
  const file = join(core.folder, 'update.json')
  writeFileSync(file, JSON.stringify({ ocid: 'x', id: 'x-2', date: '2026-11-20T00:00:00Z', tag: ['tenderUpdate'], tender: { id: 'ZX-2026-118', title: '智能客服平台建设项目', tenderPeriod: { endDate: '2026-12-09T01:30:00Z' } } }))
  const token = core.grant(file)
  for await (const event of await core.client.imports.files({ tokens: [token] })) if (event.type === 'done') expect(event.report).toMatchObject({ added: 0, updated: 1 })
  expect(await core.client.tenders.get({ id: kept })).toMatchObject({ tender: { bidDeadline: '2026-12-09T01:30:00.000Z' } })
  for await (const event of await core.client.imports.files({ tokens: [token] })) if (event.type === 'done') expect(event.report).toMatchObject({ unchanged: 1, updated: 0 })
  await core.client.duplicates.undo({ id })
  expect((await core.client.tenders.get({ id: merged })).notices).toHaveLength(2)
  expect((await core.client.tenders.get({ id: kept })).notices).toHaveLength(1)
})

test('two that a person keeps apart are not asked about again; another lot is never suspected', async () => {
  const [first, second] = [await one(), await other()]
  await store({ key: 'ocds:y', kind: 'ocds', projectNo: 'ZX-2026-118', title: '智能客服平台建设项目二标段' })
  expect(await core.client.duplicates.suspects()).toHaveLength(1)
  await core.client.duplicates.keepApart({ first: second, second: first })
  expect(await core.client.duplicates.suspects()).toEqual([])
})
