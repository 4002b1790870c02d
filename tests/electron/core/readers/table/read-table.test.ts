import { previewTables, readTable } from '#core/readers/table/read-table.ts'
import { headingsKey, rememberable } from '#shared/tenders/table/table-preview.ts'
import { partsOf, zipOf } from '../../../../support/zip-parts.ts'
import { outcomes, readAll, readContent, realFiles, tallyOf, withFile } from '../read-files.ts'
import exceljs from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'

const csv = async (content: string | Uint8Array) => outcomes(await readContent(readTable, content, 'list.csv'))
const list = '项目名称,采购人,预算金额(元)\n智能问答,国家电网,"1,200"\n知识库,南方电网,30\n'

type CellContent = string | number | Date | boolean | null | { richText: { text: string }[] } | { formula: string; result: number } | { text: string; hyperlink: string }

async function workbook(sheets: Record<string, CellContent[][]>): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name)
    for (const row of rows) sheet.addRow(row)
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const xlsx = async (sheets: Record<string, CellContent[][]>) => readContent(readTable, await workbook(sheets), 'list.xlsx')

describe('readTable on CSV', () => {
  it.each([
    ['UTF-8', Buffer.from(list)],
    ['UTF-8 with a mark', iconv.encode(list, 'utf8', { addBOM: true })],
    ['GB18030', iconv.encode(list, 'gb18030')],
    ['UTF-16, as Excel saves "Unicode text"', iconv.encode(list.replaceAll(',', '\t').replace('"1\t200"', '1200'), 'utf-16le', { addBOM: true })],
    ['semicolons', Buffer.from(list.replaceAll(',', ';').replace('"1;200"', '1200'))],
    ['tabs', Buffer.from(list.replaceAll(',', '\t').replace('"1\t200"', '1200'))],
    ['CRLF', Buffer.from(list.replaceAll('\n', '\r\n'))],
  ])('reads %s', async (_, content) => {
    expect(await csv(content)).toEqual(['2 智能问答', '3 知识库'])
  })

  it('passes over a title above the headings and blank rows, and names bad rows', async () => {
    expect(await csv(`2026年台账,,\n\n项目名称,采购人,预算\nA项目,B,1\n,,\n项目名称,采购人,预算\nC项目,D,很多\n,E,1\nA项目,B,1\nF项目\n"G,项目","H ""x""",2\n`)).toEqual([
      '4 A项目',
      '6 not-a-notice null',
      '7 field-invalid 预算',
      '8 field-missing 项目名称',
      '9 duplicate-in-file null',
      '10 F项目',
      '11 G,项目',
    ])
  })

  it.each([
    ['', ['null file-empty null']],
    ['项目名称,采购人\n', ['null file-empty null']],
    ['a,b,c\n1,2,3\n', ['null field-missing title']],
    ['项目名称,采购人\nA项目,B\n"C项目,D\n', ['2 A项目', '3 syntax null']],
  ])('says what is wrong with %j', async (content, expected) => {
    expect(await csv(content)).toEqual(expected)
  })

  it('reads by a remembered mapping, wherever its columns stand now', async () => {
    const headings = ['甲', '乙', '丙', '丁']
    const mappings = { [headingsKey(headings)]: rememberable({ columns: { title: 1, budget: 2, bidDeadline: 3 }, units: { budget: '万元' }, dates: 'dmy' }, headings) }
    const [reading] = await readContent((source) => readTable({ ...source, mappings }), '附表\n丁,丙,乙,甲\n03/04/2027 09:30,3,某系统,x\n', 'list.csv')
    expect(reading).toMatchObject({ ok: true, row: 3, draft: { title: '某系统', budget: '30000', buyer: null, bidDeadline: '2027-04-03T01:30:00.000Z' } })
  })
})

describe('a table wider than is shown', () => {
  const headings = [...Array.from({ length: 240 }, (_, at) => `列${at}`), '甲'.repeat(400)]
  const content = `${headings.join(',')}\n${headings.map((_, at) => (at === 70 ? '某系统' : `值${at}`)).join(',')}\n`

  it('is read by the mapping a person gave what was shown, and is recalled when shown again', async () => {
    const previews = await withFile(content, 'list.csv', (path) => previewTables({ name: 'list.csv', path }))
    const shown = previews[0]?.rows[0] ?? []
    expect(shown.length).toBeLessThan(headings.length)
    const mapping = { columns: { title: 70, buyer: 71 }, units: {} }
    const mappings = { [headingsKey(shown)]: rememberable(mapping, shown) }
    const [reading] = await readContent((source) => readTable({ ...source, mappings }), content, 'list.csv')
    expect(reading).toMatchObject({ ok: true, draft: { title: '某系统', buyer: '值71' } })
    const [again] = await withFile(content, 'list.csv', (path) => previewTables({ name: 'list.csv', path, mappings }))
    expect(again).toMatchObject({ headingRow: 0, mapping, doubts: [] })
  })
})

describe('readTable on workbooks', () => {
  it('reads numbers, dates, formulas, rich text and links as people see them', async () => {
    const [reading] = await xlsx({
      台账: [
        ['项目名称', '采购人', '预算金额（万元）', '投标截止时间', '发布日期', '链接'],
        [{ richText: [{ text: '智能' }, { text: '问答' }] }, '国网', { formula: '1+1', result: 2.5 }, new Date(Date.UTC(2026, 4, 21, 9, 30)), new Date(Date.UTC(2026, 4, 1)), { text: 'https://example.org/n', hyperlink: 'https://example.org/n' }],
      ],
    })
    expect(reading).toMatchObject({ ok: true, row: 2, draft: { title: '智能问答', budget: '25000', bidDeadline: '2026-05-21T01:30:00.000Z', publishedAt: '2026-05-01', url: 'https://example.org/n' } })
  })

  it('reads every sheet, and says which it can not', async () => {
    const readings = await xlsx({ 一: [['项目名称', '采购人'], ['A项目', 'B']], 说明: [['随便写的']], 三: [['标题'], ['项目名称', '采购人'], ['C项目', 'D']] })
    expect(outcomes(readings)).toEqual(['2 A项目', 'null field-missing title', '3 C项目'])
    expect(readings[1]).toMatchObject({ issue: { message: 'sheet "说明": no row of headings names a project' } })
  })

  it('reads to the last column a workbook can have', async () => {
    const blanks = Array.from({ length: 16_382 }, () => null)
    expect(await xlsx({ 一: [['项目名称', ...blanks, '采购人'], ['A项目', ...blanks, '某局']] })).toMatchObject([{ ok: true, draft: { title: 'A项目', buyer: '某局' } }])
  })

  it('refuses by name a workbook that has a column more', async () => {
    const parts = partsOf(Buffer.from(await workbook({ 一: [['项目名称', '采购人'], ['A项目', '某局']] })))
    const entries = [...parts].map(([name, xml]): [string, string] => [name, name.startsWith('xl/worksheets/') ? xml.replace('r="B2"', 'r="XFE2"') : xml])
    const readings = await readContent(readTable, zipOf(entries), 'list.xlsx')
    expect(outcomes(readings)).toEqual(['null too-many-columns null'])
  })

  it('reads a workbook written as a stream without compression, wherever its parts end', async () => {
    for (let rows = 1; rows < 60; rows++) {
      const parts = partsOf(Buffer.from(await workbook({ 一: [['项目名称', '采购人'], ...Array.from({ length: rows }, (_, at) => [`${'长'.repeat(at * 7)}项目${at}`, `局${at}`])] })))
      const readings = await readContent(readTable, zipOf(parts, { isStreamed: true }), 'list.xlsx')
      expect(readings.filter(({ ok }) => ok)).toHaveLength(rows)
    }
  })

  it('reads every sheet of a workbook of many small ones', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `表${at}`)
    const parts = partsOf(Buffer.from(await workbook(Object.fromEntries(names.map((name) => [name, [['项目名称', '采购人'], [`${name}项目`, '某局']]])))))
    // Texts that stand in the cells themselves, as some programs write them: no list of shared ones.
    const shared = Array.from(parts.get('xl/sharedStrings.xml')?.matchAll(/<t[^>]*>([^<]*)<\/t>/g) ?? [], ([, text]) => text ?? '')
    parts.delete('xl/sharedStrings.xml')
    const entries = [...parts].map(([path, xml]): [string, string] => [path, xml.replaceAll(/t="s"><v>(\d+)<\/v>/g, (_, at) => `t="str"><v>${shared[Number(at)]}</v>`)])
    expect(outcomes(await readContent(readTable, zipOf(entries), 'list.xlsx'))).toEqual(names.map((name) => `2 ${name}项目`))
  })

  it('refuses a broken workbook', async () => {
    const whole = await workbook({ 一: [['项目名称', '采购人'], ...Array.from({ length: 500 }, (_, index) => [`${index}号项目`, `B${index * 7919}`])] })
    for (const part of [whole.slice(0, 30), whole.slice(0, whole.length >> 1), Buffer.from('PK\u0003\u0004nonsense')]) {
      const readings = await readContent(readTable, part, 'list.xlsx')
      expect(readings.at(-1)).toMatchObject({ ok: false, issue: { code: 'syntax' } })
    }
    expect(outcomes(await readAll(readTable, '/nowhere/list.xlsx'))).toEqual(['null file-unreadable null'])
  })
})

describe('a table that is none', () => {
  it.each([
    ['a million columns', `甲,某局\n${','.repeat(1_000_000)}\n`, ['2 甲', '3 too-many-columns null']],
    ['a heading of a million names', `,${Array.from({ length: 1_000_000 }, (_, at) => at).join(',')}\n`, ['1 syntax null']],
    ['a cell of five million letters', `甲,${'x'.repeat(5_000_000)}\n`, ['2 syntax null']],
    ['a quote that never ends', `甲,"${'x\n'.repeat(3_000_000)}`, ['2097154 syntax null']],
  ])('such as %s stops there, what came before stands', async (_, rest, expected) => {
    const heading = rest.startsWith(',') ? '项目名称,采购人' : '项目名称,采购人\n'
    expect(await csv(`${heading}${rest}`)).toEqual(expected)
  })
})

describe('a JSON list', () => {
  const json = async (content: string) => outcomes(await readContent(readTable, content, 'list.json'))

  it('is a table whose headings are its members, wherever in the answer it lies', async () => {
    expect(await json('{"code":0,"data":{"records":[{"项目名称":"甲","采购人":"某局"},{"采购人":"某局","项目名称":"乙"}]}}')).toEqual(['1 甲', '2 乙'])
  })

  it.each([
    ['no list', '{"error":"none"}', 'null kind-unknown null'],
    ['cut off', '[{"项目名称":"甲"},{"项目', 'null syntax null'],
    ['nested a hundred thousand deep', `[{"项目名称":"甲","采购人":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`, 'null syntax null'],
  ])('that is %s is refused by name', async (_, content, outcome) => {
    expect(await json(content)).toEqual([outcome])
  })
})

describe('a workbook that unfolds into too much', () => {
  it('is refused before it is unfolded', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('一')
    sheet.addRow(['项目名称', '采购人'])
    // A hundred times a million letters: a few kilobytes as a file.
    for (let row = 0; row < 3200; row += 1) sheet.addRow([`${row}${'x'.repeat(32_000)}`])
    const bytes = new Uint8Array(await book.xlsx.writeBuffer())
    expect(bytes.length).toBeLessThan(2_000_000)
    expect(outcomes(await readContent(readTable, bytes, 'bomb.xlsx'))).toEqual(['null file-too-large null'])
  })
})

const files = realFiles('xlsx_trackers')

describe.skipIf(files === null)('real tracker workbooks (skipped where ../shared/data is missing)', () => {
  it('give their good rows, and name the bad ones', { timeout: 120_000 }, async () => {
    const results = []
    for (const { path, folder } of files ?? []) results.push({ folder, readings: await readAll(readTable, path) })
    const tally = tallyOf(results)
    process.stdout.write(`${JSON.stringify(tally, null, 1)}\n`)
    expect(tally['shandong_intention']).toEqual({ 'read': 120, 'field-invalid': 91 })
    expect(tally['soe_scrape_2021']).toEqual({ 'read': 1193, 'duplicate-in-file': 10, 'field-invalid': 2 })
  })
})
