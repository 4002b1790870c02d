import exceljs from 'exceljs'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importFiles, importReport } from '#core/imports/import-files.ts'
import { PriceQuery } from '#shared/prices/contract.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => core.close())

const write = (name: string, text: string): string => {
  const path = join(core.folder, name)
  writeFileSync(path, text)
  return path
}
const take = (path: string) => importReport(importFiles([path], core.context, { takePrices: true }))
const map = (models: Record<string, number>) => JSON.stringify({ sample_spec: { input_cost_per_token: 0 }, ...Object.fromEntries(Object.entries(models).map(([name, price]) => [name, { litellm_provider: 'p', mode: 'chat', input_cost_per_token: price }])), last_updated: '2026-11-20T03:00:00' })
const prices = async () => Object.fromEntries((await core.client.prices.list(PriceQuery.parse({}))).items.map(({ model, unitPrice, source }) => [model, [unitPrice, source.date]]))

test('a list is taken once; again it is unchanged, a newer edition updates it, a price ten times off is refused', async () => {
  const first = await take(write('m.json', map({ a: 1e-6, b: 2e-6, c: 3e-6 })))
  expect(first).toMatchObject({ added: 3, updated: 0, unchanged: 0, rejected: 0, files: [{ kind: 'prices', records: 3 }] })
  expect(await prices()).toEqual({ a: ['1', '2026-11-20'], b: ['2', '2026-11-20'], c: ['3', '2026-11-20'] })
  expect(await take(write('m.json', map({ a: 1e-6, b: 2e-6, c: 3e-6 })))).toMatchObject({ added: 0, unchanged: 3 })
  const later = await take(write('m.json', map({ a: 1.5e-6, b: 2e-5, d: 4e-6 })))
  expect(later).toMatchObject({ added: 1, updated: 1, unchanged: 0, rejected: 1 })
  expect(later.issues).toMatchObject([{ code: 'price-implausible', field: 'unitPrice' }])
  expect(await prices()).toMatchObject({ a: ['1.5', '2026-11-20'], b: ['2', '2026-11-20'], c: ['3', '2026-11-20'], d: ['4', '2026-11-20'] })
})

test('a file cut short is refused whole, saying where it ends', async () => {
  const report = await take(write('m.json', map({ a: 1e-6, b: 2e-6 }).slice(0, -60)))
  expect(report).toMatchObject({ added: 0, rejected: 1, issues: [{ code: 'syntax' }] })
})

test('a workbook with a price list is known by its headings and read, dates and all', async () => {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('报价')
  sheet.addRow(['2026 年报价单'])
  sheet.addRow(['产品名称', '单价', '币种', '单位', '有效期至'])
  sheet.addRow(['推理服务器', 1280000.5, '人民币', '台', new Date(Date.UTC(2026, 11, 31))])
  sheet.addRow(['驻场', '面议', 'CNY', '人天', null])
  const path = join(core.folder, '报价单.xlsx')
  await book.xlsx.writeFile(path)
  expect(await take(path)).toMatchObject({ added: 2, rejected: 0, files: [{ kind: 'prices' }] })
  const { items } = await core.client.prices.list(PriceQuery.parse({}))
  expect(items).toMatchObject([{ name: '推理服务器', unitPrice: '1280000.5', unit: 'server', validUntil: '2026-12-31' }, { name: '驻场', unitPrice: null, unit: 'person-day' }])
})

test('a row that comes twice is refused naming the first', async () => {
  const report = await take(write('报价.csv', '编码,名称,单价,币种\nA,服务器,100,CNY\nA,服务器,200,CNY\n'))
  expect(report).toMatchObject({ added: 1, rejected: 1, issues: [{ code: 'duplicate-in-file', row: 3 }] })
})

test('the window leaves a price list for the book, where it is compared first', async () => {
  const report = await importReport(importFiles([write('m.json', map({ a: 1e-6 }))], core.context))
  expect(report).toMatchObject({ added: 0, rejected: 1, issues: [{ code: 'price-list' }] })
  expect(await prices()).toEqual({})
})
