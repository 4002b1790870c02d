import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { portfolioReport } from '#renderer/features/portfolio/report.ts'
import type { BinaryFile } from '#shared/documents/contract.ts'
import type { PaperFrame } from '#shared/documents/internal-paper.ts'
import { mostRows, type Report } from '#shared/reports/report.ts'
import { emptyFilter } from '#shared/tenders/filter.ts'
import { inspectPdf, missingPdfTools, squeezed } from '../../support/pdf-tools.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
let bidId: string
const facts = { projectNo: null, title: '项目', buyer: null, agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, bidDeadline: null, openingTime: null, lots: [] }
const frame: PaperFrame = { language: 'zh-CN', mark: '内部资料', warning: '内部资料　不得对外提供', printed: '{moment}', pageNumber: '第 {page} 页 共 {pages} 页' }
const list = (target: Extract<Report, { name: 'tenders' }>['target']): Report => ({
  name: 'tenders', title: '招标项目', note: '共若干', words: { new: '新公告' }, frame, target, sort: 'projectNo', descending: false,
  columns: [{ id: 'projectNo', heading: '项目编号' }, { id: 'title', heading: '项目名称' }, { id: 'deadline', heading: '截止' }, { id: 'value', heading: '限价' }, { id: 'stage', heading: '阶段' }],
})

beforeAll(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list()).find(({ assessment }) => assessment?.verdict === 'below-full-cost')?.id ?? ''
  for (let at = 0; at < 60; at++) await core.client.tenders.create({ ...facts, projectNo: `P-${String(at).padStart(3, '0')}`, title: `列表项目${at}`, ceiling: '4800000', bidDeadline: '2026-12-03T01:30:00.000Z' })
  await core.client.tenders.create({ ...facts, projectNo: 'P-900', title: '外币项目', budget: '900000', currency: 'EUR' })
})
afterAll(() => core.close())

const read = async (pdf: BinaryFile) => inspectPdf(new Uint8Array(await pdf.arrayBuffer()))

describe.skipIf(missingPdfTools.length > 0)('a printed report, read by poppler', () => {
  test('the tender list holds what the filter finds, lies across, repeats its head and is marked on every page', async () => {
    const { pdf, pages } = await core.client.reports.render({ report: list({ filter: { ...emptyFilter, query: 'P-' }, except: [] }) })
    const seen = await read(pdf)
    expect(pages).toBeGreaterThan(1)
    expect(seen.pages).toHaveLength(pages)
    expect(seen.info['Page size']).toMatch(/^841\.\d+ x 595\.\d+ pts \(A4\)$/)
    for (const page of seen.pages) expect(squeezed(page)).toMatch(/项目编号项目名称截止限价阶段/)
    for (const page of seen.pages) expect(squeezed(page)).toContain('内部资料')
    const text = squeezed(seen.pages.join(''))
    for (let at = 0; at < 60; at++) expect(text).toContain(`P-${String(at).padStart(3, '0')}列表项目${at}2026-12-0309:304,800,000.00新公告`)
    expect(text).toContain('外币项目—EUR900,000.00')
    expect(text).not.toContain('智能客服')
    expect(seen.fonts.every(({ isEmbedded, type }) => isEmbedded && !type.includes('Type 3'))).toBe(true)
  })

  test.each<[string, () => Report, string[]]>([
    ['bids, in the order asked for', () => ({ name: 'bids', title: '投标', note: '', words: { 'below-full-cost': '亏损中标' }, frame, columns: [{ id: 'title', heading: '投标' }, { id: 'offer', heading: '报价' }, { id: 'verdict', heading: '判定' }], ids: [bidId] }), ['亏损中标', '判定']],
    ['prices', () => ({ name: 'prices', title: '价格本', note: '', words: { 'unit.token': 'token', 'price.free': '免费' }, frame, columns: [{ id: 'name', heading: '名称' }, { id: 'price', heading: '单价' }, { id: 'per', heading: '单位' }, { id: 'until', heading: '有效至' }], filter: { query: '', kind: null, categories: [], status: null, isDomestic: null } }), ['单价', 'CNY']],
    ['portfolio', () => portfolioReport(null), ['投标组合报告', '在投与结果（万元）', '第1页共1页']],
    ['approval', () => ({ name: 'approval', bidId }), ['投标审批记录', '日志封签']],
    ['flag', () => ({ name: 'flag', bidId }), ['投标测算与审批表', '亏损中标']],
  ])('%s: the words are there and every page is marked', async (_name, report, words) => {
    const { pdf, missingGlyphs } = await core.client.reports.render({ report: report() })
    const { pages } = await read(pdf)
    for (const page of pages) expect(squeezed(page)).toContain('内部资料')
    for (const word of words) expect(squeezed(pages.join(''))).toContain(word)
    expect(missingGlyphs).toEqual([])
  })
})

test.skipIf(missingPdfTools.length > 0)('a list of an English window has nothing Chinese around it', async () => {
  const english: PaperFrame = { language: 'en', mark: 'Internal', warning: 'Internal: not for anyone outside', printed: 'Printed {moment}', pageNumber: 'Page {page} of {pages}' }
  const { pdf } = await core.client.reports.render({ report: { name: 'bids', title: 'Bids', note: '1 bid', words: {}, frame: english, columns: [{ id: 'offer', heading: 'Offer' }], ids: [bidId] } })
  const [page = ''] = (await read(pdf)).pages
  expect(page).toMatch(/Page 1 of 1/)
  expect(page).toMatch(/Internal: not for anyone outside\s+Bids\s+Printed \d{4}/)
  expect(page).not.toMatch(/\p{Script=Han}/u)
})

test('a report is written where the person chose, and only there', async () => {
  const path = join(core.folder, 'record.pdf')
  expect(await core.client.reports.save({ report: { name: 'approval', bidId }, destination: core.grant(path) })).toEqual({ fileName: 'record.pdf', pages: 1 })
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  await expect(core.client.reports.save({ report: { name: 'approval', bidId }, destination: '/etc/passwd' })).rejects.toMatchObject({ code: 'DESTINATION_UNKNOWN' })
})

test('what is not there, or too long for paper, is said and not printed', async () => {
  await expect(core.client.reports.render({ report: { name: 'flag', bidId: 'none' } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(core.client.reports.render({ report: { name: 'approval', bidId: 'none' } })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const ids = Array.from({ length: mostRows + 1 }, (_, at) => String(at))
  const report: Report = { name: 'bids', title: '投标', note: '', words: {}, frame, columns: [{ id: 'title', heading: '投标' }], ids }
  await expect(core.client.reports.render({ report })).rejects.toMatchObject({ code: 'TOO_LONG', data: { rows: mostRows + 1, most: mostRows } })
})
