import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '#core/db/workspace.ts'
import { contentHashOf } from '#core/imports/content-hash.ts'
import { issuesOf } from '#core/imports/import-run-store.ts'
import { storeAtOnce, storeDraft } from '#core/imports/store-draft.ts'
import { bulkWriter } from '#core/tenders/bulk-writer.ts'
import { readBatches } from '#core/imports/read-batches.ts'
import { importFiles, importReport } from '#core/imports/import-files.ts'
import { noticesOf } from '#core/tenders/notice-store.ts'
import { createTextIndex, type TextIndex } from '#core/tenders/text-index.ts'
import { searchTenders } from '#core/tenders/tender-search.ts'
import { deleteTender, findTender, updateTender } from '#core/tenders/tender-store.ts'
import { TenderSearch } from '#shared/tenders/contract.ts'
import { aDraft } from '../../support/tender.ts'
import { sharedData } from '../../support/shared-data.ts'

let folder: string
let workspace: Workspace
let textIndex: TextIndex
let ids: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-import-'))
  workspace = openWorkspace(join(folder, 'w.bidwright'), () => new Date())
  textIndex = createTextIndex(workspace)
  ids = 0
})
afterEach(() => {
  textIndex.close()
  workspace.close()
  rmSync(folder, { recursive: true, force: true })
})

const deps = () => ({ workspace, readBatches, textIndex, now: () => new Date('2026-11-22T02:00:00.000Z'), newId: () => `id-${++ids}` })
const run = (...paths: string[]) => importReport(importFiles(paths, deps()))
const counts = ({ added, updated, unchanged, rejected }: Awaited<ReturnType<typeof run>>) => ({ added, updated, unchanged, rejected })

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const notice = (deadline: string) => `智能客服平台采购公开招标公告
一、项目基本情况
项目编号：ZX-2026-118
项目名称：智能客服平台采购
采购方式：公开招标
预算金额：1200000.00元
四、提交投标文件截止时间、开标时间和地点
提交投标文件截止时间：${deadline}（北京时间）
七、凡对本次招标提出询问，请按以下方式联系。
1.采购人信息
名称：示例市水务中心
2.采购代理机构信息
名称：示例招标有限公司
`

const correction = `智能客服平台采购更正公告
一、项目基本情况
原公告的采购项目编号：ZX-2026-118
原公告的采购项目名称：智能客服平台采购
首次公告日期：2026年11月01日
二、更正信息
更正事项：采购公告
更正内容：原提交投标文件截止时间：2026年12月01日 09时30分，更正为：2026年12月08日 14时00分
更正日期：2026年11月20日
`

const release = (ocid: string, title: string) => ({ ocid, id: `${ocid}-1`, date: '2026-11-01T00:00:00Z', tag: ['tender'], tender: { id: ocid, title, tenderPeriod: { endDate: '2026-12-01T01:30:00Z' } } })

test('a notice is stored once, though another tender it would rather belong to came in since', async () => {
  const { db } = workspace
  const buyer = '示例市第一医院'
  const store = (key: string, title: string, noticeType: 'tender' | 'award' | 'other') => storeDraft(db, aDraft({ kind: 'table', key, title, buyer, projectNo: null, noticeType }), 'list.csv', deps())
  await store('a', '手术行为管理系统及毒麻药品管理系统升级采购项目合同', 'other')
  const award = await store('b', '手术行为管理系统及毒麻药品管理系统升级采购项目结果', 'award')
  expect(award.outcome).toBe('updated')
  await store('c', '手术行为管理系统及毒麻药品管理系统升级采购项目', 'tender')
  expect(await store('b', '手术行为管理系统及毒麻药品管理系统升级采购项目结果', 'award')).toEqual({ outcome: 'unchanged', tenderId: award.tenderId })
})

describe('importing files', () => {
  test('a notice becomes a tender whose facts carry the place they were read from', async () => {
    const report = await run(file('a.txt', notice('2026年12月01日 09时30分')))
    expect(counts(report)).toEqual({ added: 1, updated: 0, unchanged: 0, rejected: 0 })
    const tender = await findTender(workspace.db, report.tenderIds[0] ?? '')
    expect(tender).toMatchObject({ projectNo: 'ZX-2026-118', title: '智能客服平台采购', buyer: '示例市水务中心', budget: '1200000.00', bidDeadline: '2026-12-01T01:30:00.000Z', stage: 'new' })
    const [stored] = await noticesOf(workspace.db, tender?.id ?? '')
    const evidence = stored?.evidence['bidDeadline']
    expect(stored?.text?.slice(evidence?.start, evidence?.end)).toBe(evidence?.text)
    expect(evidence?.text).toContain('2026年12月01日')
  })

  test('importing the same again adds nothing, also under another name', async () => {
    const path = file('a.txt', notice('2026年12月01日 09时30分'))
    await run(path)
    expect(counts(await run(path))).toEqual({ added: 0, updated: 0, unchanged: 1, rejected: 0 })
    expect(counts(await run(file('b.txt', notice('2026年12月01日 09时30分'))))).toEqual({ added: 0, updated: 0, unchanged: 1, rejected: 0 })
  })

  test('a correction moves the deadline of its tender and says what changed', async () => {
    const { tenderIds } = await run(file('a.txt', notice('2026年12月01日 09时30分')))
    const report = await run(file('b.txt', correction))
    expect(counts(report)).toEqual({ added: 0, updated: 1, unchanged: 0, rejected: 0 })
    const tender = await findTender(workspace.db, tenderIds[0] ?? '')
    expect(tender).toMatchObject({ title: '智能客服平台采购', bidDeadline: '2026-12-08T06:00:00.000Z', budget: '1200000.00' })
    const history = await noticesOf(workspace.db, tender?.id ?? '')
    expect(history.map(({ type }) => type).toSorted()).toEqual(['correction', 'tender'])
    expect(history.find(({ type }) => type === 'correction')?.changes).toContainEqual({ field: 'bidDeadline', before: '2026-12-01T01:30:00.000Z', after: '2026-12-08T06:00:00.000Z' })
  })

  test('every record of a folder is stored or named: nothing is lost', async () => {
    const inside = join(folder, 'drop', 'deep')
    mkdirSync(inside, { recursive: true })
    writeFileSync(join(inside, 'p.json'), JSON.stringify({ uri: 'x', version: '1.1', releases: [release('ocds-1', '数据分析'), release('ocds-2', '知识助手')] }))
    writeFileSync(join(inside, 'broken.json'), '{ "releases": [')
    writeFileSync(join(inside, 'empty.html'), '')
    writeFileSync(join(folder, 'drop', 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
    const report = await run(join(folder, 'drop'))
    expect(counts(report)).toEqual({ added: 2, updated: 0, unchanged: 0, rejected: 3 })
    expect(report.issues).toHaveLength(3)
    expect(report.files).toHaveLength(4)
    for (const { records, added, updated, unchanged, rejected } of report.files) expect(records).toBe(added + updated + unchanged + rejected)
    expect(report.issues.map(({ path }) => basename(path)).toSorted()).toEqual(['broken.json', 'empty.html', 'picture.png'])
  })

  test('a path that is not there is named, the others are read', async () => {
    const report = await run(join(folder, 'nowhere.html'), file('a.txt', notice('2026年12月01日 09时30分')))
    expect(counts(report)).toEqual({ added: 1, updated: 0, unchanged: 0, rejected: 1 })
    expect(report.issues[0]).toMatchObject({ code: 'file-unreadable', path: join(folder, 'nowhere.html') })
  })

  test('a cancelled import keeps what it had committed', async () => {
    const releases = Array.from({ length: 1000 }, (_, i) => release(`ocds-${i}`, `项目 ${i}`))
    const path = file('many.json', JSON.stringify({ uri: 'x', version: '1.1', releases }))
    const stop = new AbortController()
    const cancelled = importReport(importFiles([path], deps(), { signal: stop.signal }), (event) => {
      if (event.type === 'progress' && event.records > 0) stop.abort()
    })
    await expect(cancelled).rejects.toThrow()
    const kept = await workspace.db.selectFrom('tender').select('id').execute()
    expect(kept.length).toBeGreaterThan(0)
    expect(counts(await run(path))).toEqual({ added: 1000 - kept.length, updated: 0, unchanged: kept.length, rejected: 0 })
  })
})

const at = '2026-11-22T02:00:00.000Z'

describe('the quick way of large imports', () => {
  test('writes the rows the usual way writes', async () => {
    const draft = aDraft({ key: 'ocds:1', kind: 'ocds', lots: [{ no: '1', name: '一包', budget: null, ceiling: '5.00' }], awards: [{ supplier: '甲公司', amount: '3.00', lotNo: '1' }], description: '说明', url: 'https://example.invalid/1' })
    const rowsOf = async (id: string) => {
      const tender = await workspace.db.selectFrom('tender').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const text = await workspace.db.selectFrom('tenderText').selectAll().where('tenderId', '=', id).executeTakeFirstOrThrow()
      const notice = await workspace.db.selectFrom('notice').selectAll().where('tenderId', '=', id).executeTakeFirstOrThrow()
      return JSON.parse(JSON.stringify({ tender: { ...tender, seq: 0, id: '', sourceKey: '' }, text: { ...text, tenderId: '' }, notice: { ...notice, id: '', tenderId: '', contentHash: '' } }))
    }
    const [quick, usual] = await workspace.db.transaction().execute(async (db) => [
      storeAtOnce(bulkWriter(workspace.raw), draft, contentHashOf(draft), 'f.json', deps()),
      await storeDraft(db, { ...draft, key: 'ocds:2' }, 'f.json', deps()),
    ])
    expect(quick?.outcome).toBe('added')
    expect(await rowsOf(quick?.tenderId ?? '')).toEqual(await rowsOf(usual?.tenderId ?? ''))
  })

  test('what the text index lacks is found, changed and deleted all the same', async () => {
    textIndex.rest()
    const report = await run(file('p.json', JSON.stringify({ uri: 'x', version: '1.1', releases: [release('ocds-1', '污水处理厂改造'), release('ocds-2', '知识助手')] })))
    const found = async (query: string) => (await searchTenders(workspace.db, TenderSearch.parse({ query }), at)).rows.map(({ tender }) => tender.title)
    expect(await textIndex.waiting()).toBe(2)
    expect(await found('污水处理')).toEqual(['污水处理厂改造'])
    expect(await found('处理 改造')).toEqual(['污水处理厂改造'])
    expect(await found('污')).toEqual(['污水处理厂改造'])
    expect(await found('污改')).toEqual([])
    const tender = await findTender(workspace.db, report.tenderIds[0] ?? '')
    if (!tender) throw new Error('not stored')
    await updateTender(workspace.db, { ...tender, title: '光伏电站', version: 2 }, 1)
    expect(await textIndex.waiting()).toBe(1)
    expect(await found('光伏')).toEqual(['光伏电站'])
    expect(await found('污水')).toEqual([])
    await textIndex.catchUp()
    expect(await found('知识')).toEqual(['知识助手'])
    await deleteTender(workspace.db, report.tenderIds[1] ?? '')
    expect(await found('知识')).toEqual([])
  })

  test('every rejected record is kept, past what the window shows', async () => {
    const releases = Array.from({ length: 1500 }, (_, i) => ({ ocid: `x-${i}` }))
    const report = await run(file('bad.json', JSON.stringify({ releases })))
    expect(report.rejected).toBe(1500)
    expect(report.causes).toEqual({ 'field-missing': 1500 })
    expect(report.issues).toHaveLength(100)
    const all = await issuesOf(workspace.db, report.runId, 0, 5000)
    expect(all).toHaveLength(1500)
    expect(all.at(-1)).toEqual({ path: join(folder, 'bad.json'), sheet: null, row: 1500, field: 'tender.title', found: null, code: 'field-missing', message: 'the release has neither a title nor a description' })
  })
})

const realPages = sharedData('cn_notices/html')
const realOcds = sharedData('ocds')

describe.skipIf(realPages === null || realOcds === null)('importing real files (skipped without ../shared/data)', () => {
  test('real notice pages become tenders with number, buyer and deadline', async () => {
    const report = await run(join(realPages ?? '', 'ccgp_debug_pm_consult.html'), join(realPages ?? '', 'ccgp_sample_procurement_1.html'))
    expect(counts(report)).toEqual({ added: 2, updated: 0, unchanged: 0, rejected: 0 })
    for (const id of report.tenderIds) {
      const tender = await findTender(workspace.db, id)
      expect({ projectNo: typeof tender?.projectNo, buyer: typeof tender?.buyer, bidDeadline: typeof tender?.bidDeadline }).toEqual({ projectNo: 'string', buyer: 'string', bidDeadline: 'string' })
    }
  })

  test('the whole OCDS folder is read or named, and reading it again adds nothing', { timeout: 120_000 }, async () => {
    const first = await run(realOcds ?? '')
    expect(first.added).toBeGreaterThan(500)
    const again = await run(realOcds ?? '')
    expect(again.added).toBe(0)
    expect(again.rejected).toBe(first.rejected)
  })
})
