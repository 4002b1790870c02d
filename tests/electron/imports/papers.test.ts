import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from '#core/db/sqlite.ts'
import { migrate, migrations } from '#core/db/migrations.ts'
import { importFiles, importReadings, importReport } from '#core/imports/import-files.ts'
import { foundInNotices } from '#core/requirements/extraction.ts'
import { noticesOf } from '#core/tenders/notice-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { aDraft } from '../../support/tender.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let folder: string
let core: TestCore

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-papers-'))
  core = openTestCore()
})
afterEach(() => {
  core.close()
  rmSync(folder, { recursive: true, force: true })
})

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const run = (...paths: string[]) => importReport(importFiles(paths, core.context))
const counts = ({ added, updated, unchanged, rejected }: Awaited<ReturnType<typeof run>>) => [added, updated, unchanged, rejected]

test('documents and amendments stay with their notice; one more document comes in, the same twice does not', async () => {
  const paper = (id: string) => ({ id, title: `采购文件${id}`, url: `https://example.invalid/${id}` })
  const release = (name: string, documents: unknown[], more = {}) => file(name, JSON.stringify({ ocid: 'ocds-x-9', id: '1', date: '2026-11-01', tag: ['tenderUpdate'], tender: { id: 'T', title: '平台', documents, ...more } }))
  const first = release('a.json', [paper('1')])
  expect(counts(await run(first))).toEqual([1, 0, 0, 0])
  const second = release('b.json', [paper('1'), paper('2')], { amendments: [{ id: 'a', rationale: '答疑' }] })
  const report = await run(second)
  expect(counts(report)).toEqual([0, 1, 0, 0])
  expect(counts(await run(first, second))).toEqual([0, 0, 2, 0])
  const notices = await noticesOf(core.context.workspace.db, report.tenderIds[0] ?? '')
  const said = notices.map(({ documents, amendments }) => [documents.map(({ title }) => title), amendments.map(({ rationale }) => rationale)])
  expect(said.toSorted((a, b) => (a[0]?.length ?? 0) - (b[0]?.length ?? 0))).toEqual([[['采购文件1'], []], [['采购文件1', '采购文件2'], ['答疑']]])
})

test('attachments of a saved page are listed, their addresses resolved against the page', async () => {
  const page = `<html><head><base href="https://example.invalid/notices/n1.html"></head><body><h2 class="tc">智能客服平台采购公开招标公告</h2>
<p>一、项目基本情况</p><p>项目编号：ZX-2026-118</p><p>项目名称：智能客服平台采购</p><p>预算金额：1200000.00元</p><p>四、提交投标文件截止时间：2026年12月03日 09点30分（北京时间）</p>
<p>1.采购人信息</p><p>名称：示例市水务中心</p>
<a href="/files/%E6%8B%9B%E6%A0%87%E6%96%87%E4%BB%B6.pdf">下载</a><a class="bizDownload" href="" id="u1">采购需求.docx</a><a class="bizDownload" href="javascript:;">附件</a><a href="https://example.invalid/">首页</a><a href="file:///etc/passwd.pdf">x.pdf</a></body></html>`
  const report = await run(file('n1.html', page))
  expect(counts(report)).toEqual([1, 0, 0, 0])
  const [notice] = await noticesOf(core.context.workspace.db, report.tenderIds[0] ?? '')
  expect(notice?.documents.map(({ title, url, format }) => [title, url, format])).toEqual([
    ['下载', 'https://example.invalid/files/%E6%8B%9B%E6%A0%87%E6%96%87%E4%BB%B6.pdf', 'pdf'],
    ['采购需求.docx', null, 'docx'],
    ['附件', null, null],
    ['x.pdf', null, 'pdf'],
  ])
})

test('the criteria of an eForms notice become requirements that point to its terms', async () => {
  const text = ['eForms ContractNotice', 'BT-98 Tender validity · LOT-1\t90 DAY', 'BT-539 Award criterion · LOT-1\tprice\tPrice\t40 per-exa'].join('\n')
  const draft = aDraft({ key: 'eforms:p', kind: 'eforms', text, lots: [{ no: 'LOT-1', name: null, budget: null, ceiling: null }] })
  const report = await importReadings([{ ok: true, row: 1, draft }], 'n.xml', 'eforms', core.context)
  const tender = await findTender(core.context.workspace.db, report.tenderIds[0] ?? '')
  const found = tender === null ? [] : await foundInNotices(core.context.workspace.db, tender)
  expect(found.map(({ scoring, source }) => [scoring, source.kind, text.slice(source.start, source.end).split(' ')[0]])).toEqual([
    [null, 'notice', 'BT-98'],
    [{ factor: 'Price', points: '40' }, 'notice', 'BT-539'],
  ])
})

test('notices stored before there was a place for documents list none', () => {
  const db = openSqlite(join(folder, 'old.bidwright'))
  migrate(db, () => {}, migrations.slice(0, 19))
  db.exec("INSERT INTO tender (id, version, createdAt, updatedAt, sourceKey, title, lots, stage, sourceKind, sourceName, isSample) VALUES ('t', 1, 'x', 'x', 'k', 'T', '[]', 'new', 'ocds', '', 0)")
  db.exec("INSERT INTO notice (id, tenderId, contentHash, type, title, readAt, sourceName, evidence, confidence, awards, changes) VALUES ('n', 't', 'h', 'tender', 'T', 'x', '', '{}', '{}', '[]', '[]')")
  migrate(db, () => {})
  expect(db.prepare('SELECT documents, amendments FROM notice').all([])).toEqual([{ documents: '[]', amendments: '[]' }])
  db.close()
})
