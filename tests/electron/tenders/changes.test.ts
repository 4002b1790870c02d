import ExcelJS from 'exceljs'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TenderExport } from '#shared/tenders/contract.ts'
import { emptyFilter } from '#shared/tenders/filter.ts'
import type { TenderFacts } from '#shared/tenders/tender.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => core.close())

const facts: TenderFacts = { projectNo: null, title: '项目', buyer: null, agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, bidDeadline: null, openingTime: null, lots: [] }
const add = async (change: Partial<TenderFacts>) => (await core.client.tenders.create({ ...facts, ...change })).id
const found = async (filter: object) => (await core.client.tenders.search({ ...filter, sort: 'title' })).tenders.map(({ title }) => title)

describe('changing many tenders', () => {
  test('every tender of a filter but some takes the new stage and owner, and all of it is taken back', async () => {
    const ids = await Promise.all(['甲', '乙', '丙'].map((title) => add({ title, buyer: '远川' })))
    await add({ title: '丁', buyer: '中江' })
    const target = { filter: { ...emptyFilter, buyers: ['远川'] }, except: [ids[2] ?? ''] }
    const staged = await core.client.tenders.change({ target, change: { kind: 'stage', stage: 'watching' } })
    const owned = await core.client.tenders.change({ target, change: { kind: 'owner', owner: '李明' } })
    expect([staged.changed, owned.changed]).toEqual([2, 2])
    expect(await found({ stages: ['watching'], owners: ['李明'] })).toEqual(['乙', '甲'])
    expect(await found({ owners: [null] })).toEqual(['丁', '丙'])
    expect(await core.client.tenders.undo({ undoId: owned.undoId ?? '' })).toEqual({ restored: 2, lost: 0 })
    await core.client.tenders.undo({ undoId: staged.undoId ?? '' })
    expect(await found({ stages: ['new'], owners: [null] })).toHaveLength(4)
  })

  test('what is already so is not changed, and there is nothing to take back', async () => {
    const id = await add({})
    expect(await core.client.tenders.change({ target: { ids: [id] }, change: { kind: 'stage', stage: 'new' } })).toEqual({ changed: 0, kept: 0, undoId: null })
  })

  test('a deleted tender comes back with its notices, scores and its words in the search; one with a bid stays', async () => {
    const { tenderIds } = await core.client.imports.text({ text: '光伏问答平台采购公开招标公告\n项目编号：ABC-2026-018\n采购人：中江水务集团有限公司\n投标截止时间：2026年12月3日09时30分（北京时间）\n' })
    const id = tenderIds[0] ?? ''
    await core.client.goNoGo.decide({ tenderId: id, by: '李明', decision: 'go', reason: '', scores: { risk: 3 } })
    const before = [await core.client.tenders.get({ id }), await core.client.goNoGo.get({ tenderId: id })]
    const bidden = await add({ title: '在投' })
    await core.client.bids.start({ tenderId: bidden, lotNo: null })
    const gone = await core.client.tenders.change({ target: { ids: [id, bidden] }, change: { kind: 'delete' } })
    expect([gone.changed, gone.kept]).toEqual([1, 1])
    expect([await found({}), await found({ query: '光伏' })]).toEqual([['在投'], []])
    expect(await core.client.tenders.undo({ undoId: gone.undoId ?? '' })).toEqual({ restored: 1, lost: 0 })
    expect([await core.client.tenders.get({ id }), await core.client.goNoGo.get({ tenderId: id })]).toEqual(before)
    expect(await found({ query: '光伏' })).toHaveLength(1)
  })

  test('a tender read in again meanwhile is not restored over', async () => {
    const text = '光伏平台公开招标公告\n项目编号：ABC-2026-018\n采购人：中江水务集团有限公司\n投标截止时间：2026年12月3日09时30分（北京时间）\n'
    const { tenderIds } = await core.client.imports.text({ text })
    const gone = await core.client.tenders.change({ target: { ids: tenderIds }, change: { kind: 'delete' } })
    await core.client.imports.text({ text })
    expect(await core.client.tenders.undo({ undoId: gone.undoId ?? '' })).toEqual({ restored: 0, lost: 1 })
    expect(await found({})).toHaveLength(1)
  })
})

const columns = (['title', 'deadline', 'value', 'published', 'stage', 'score'] as const).map((id) => ({ id, heading: id }))
const table = (change: Partial<TenderExport>): TenderExport => ({ destination: '', format: 'csv', target: { filter: emptyFilter, except: [] }, sort: 'deadline', descending: false, sheetName: '项目', columns, words: { new: '新发现' }, ...change })

describe('exporting', () => {
  beforeEach(async () => {
    await add({ title: '=HYPERLINK("x")', bidDeadline: '2026-12-03T16:30:00.000Z', ceiling: '4800000.10', publishedAt: '2026-11-20' })
    await add({ title: '第二，"引号"' })
  })

  test('a workbook holds real dates in Beijing time and real amounts; unknown is an empty cell', async () => {
    const path = join(core.folder, 'out.xlsx')
    const { rows, fileName } = await core.client.tenders.export(table({ destination: core.grant(path), format: 'xlsx' }))
    expect([rows, fileName]).toEqual([2, 'out.xlsx'])
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    const sheet = book.worksheets[0]
    const cells = (row: number) => columns.map((_column, at) => sheet?.getRow(row).getCell(at + 1).value ?? null)
    expect(sheet?.name).toBe('项目')
    expect(cells(2)).toEqual(['=HYPERLINK("x")', new Date('2026-12-04T00:30:00Z'), 4_800_000.1, new Date('2026-11-20T00:00:00Z'), '新发现', null])
    expect(sheet?.getRow(2).getCell(1).type).toBe(ExcelJS.ValueType.String)
    expect([sheet?.getRow(2).getCell(2).numFmt, sheet?.getRow(2).getCell(3).numFmt]).toEqual(['yyyy-mm-dd hh:mm', '#,##0.00'])
    expect(cells(3)).toEqual(['第二，"引号"', null, null, null, '新发现', null])
  })

  test('a CSV opens in Chinese Excel and runs no formula', async () => {
    const path = join(core.folder, 'out.csv')
    await core.client.tenders.export(table({ destination: core.grant(path) }))
    const text = readFileSync(path, 'utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(parse(text, { bom: true })).toEqual([['title', 'deadline', 'value', 'published', 'stage', 'score'], ['\'=HYPERLINK("x")', '2026-12-04 00:30', '4800000.10', '2026-11-20', '新发现', ''], ['第二，"引号"', '', '', '', '新发现', '']])
  })

  test('a file that cannot be written is said, and no half of it is left', async () => {
    const path = join(core.folder, 'missing', 'out.csv')
    await expect(core.client.tenders.export(table({ destination: core.grant(path) }))).rejects.toMatchObject({ code: 'WRITE_FAILED' })
    await expect(core.client.tenders.export(table({ destination: 'nobody chose this' }))).rejects.toMatchObject({ code: 'DESTINATION_UNKNOWN' })
    expect(readdirSync(core.folder).filter((name) => name.includes('out'))).toEqual([])
  })

  test('more than a page is written whole, in order', async () => {
    for (let i = 0; i < 620; i++) await core.client.tenders.create({ ...facts, title: `项目${i}`, bidDeadline: new Date(Date.UTC(2027, 0, 1, 0, i)).toISOString() })
    const path = join(core.folder, 'many.csv')
    const { rows } = await core.client.tenders.export(table({ destination: core.grant(path) }))
    const lines: string[][] = parse(readFileSync(path, 'utf8'), { bom: true })
    expect([rows, lines.length, lines[2]?.[0], lines[621]?.[0], lines[622]?.[0]]).toEqual([622, 623, '项目0', '项目619', '第二，"引号"'])
  })
})
