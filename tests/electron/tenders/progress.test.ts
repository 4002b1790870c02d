import { afterEach, beforeEach, expect, it } from 'vitest'
import { importReadings } from '#core/imports/import-files.ts'
import type { TenderDraft } from '#shared/tenders/tender.ts'
import { aDraft } from '../../support/tender.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore({ now: () => new Date('2026-11-27T02:00:00.000Z') })
})
afterEach(() => core.close())

const read = (change: Partial<TenderDraft>) => importReadings([{ ok: true, row: null, draft: aDraft(change) }], 'a.txt', 'notice', core.context)

it('a purchase that ended says so in the table, and its undated end stands behind the dated notice', async () => {
  await read({ text: '一', publishedAt: '2026-11-16' })
  await read({ key: 'notice:B', projectNo: 'B-2026-1', title: '机房空调', text: '二', publishedAt: '2026-11-16' })
  await read({ text: '三', noticeType: 'termination', publishedAt: null })
  const { tenders } = await core.client.tenders.search({})
  expect(tenders.map(({ title, progress }) => `${title} ${progress}`).toSorted()).toEqual([`${aDraft({}).title} terminated`, '机房空调 open'])
  const id = tenders.find(({ progress }) => progress === 'terminated')?.id ?? ''
  expect((await core.client.tenders.get({ id })).notices.map(({ type }) => type)).toEqual(['tender', 'termination'])
})
