import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StarterBook } from '#core/prices/starter.ts'
import { loadOpenSample } from '#core/sample/sample.ts'
import { PriceQuery } from '#shared/prices/contract.ts'
import { priceDraft } from '../../support/price.ts'
import { assetsDirectory, openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => core.close())

const file = (name: string, text: string): string => {
  const path = join(core.folder, name)
  writeFileSync(path, text)
  return core.grant(path)
}
const book = async () => Object.fromEntries((await core.client.prices.list(PriceQuery.parse({}))).items.map(({ code, unitPrice, validUntil }) => [code, [unitPrice, validUntil]]))
const csv = (rows: string) => `编码,名称,单价,币种,单位\n${rows}`

describe('importing with a comparison', () => {
  test('shows new, changed, gone and refused before anything is taken, and takes what was chosen', async () => {
    const first = await core.client.prices.preview({ tokens: [file('报价 2026-10.csv', csv('A,服务器,100,CNY,台\nB,网卡,10,CNY,套\nC,机柜,7,CNY,套\n'))] })
    expect(first.counts).toEqual({ new: 3, changed: 0, unchanged: 0, gone: 0, rejected: 0 })
    expect(await book()).toEqual({})
    expect(await core.client.prices.take({ importId: first.importId, codes: ['A', 'B', 'C'] })).toEqual({ taken: 3 })

    const second = await core.client.prices.preview({ tokens: [file('报价 2026-11.csv', csv('A,服务器,110,CNY,台\nB,网卡,1000,CNY,套\nD,电源,五,CNY,套\nE,线缆,1,CNY,套\n'))] })
    expect(second.counts).toEqual({ new: 1, changed: 2, unchanged: 0, gone: 1, rejected: 1 })
    expect(second.issues).toMatchObject([{ file: '报价 2026-11.csv', row: 4, field: 'price', code: 'field-invalid' }])
    expect(second.rows.map(({ code, status, change, isImplausible }) => [code, status, change, isImplausible])).toEqual([['A', 'changed', 0.1, false], ['B', 'changed', 99, true], ['E', 'new', null, false], ['C', 'gone', null, false]])
    expect(await core.client.prices.take({ importId: second.importId, codes: ['A', 'C'] })).toEqual({ taken: 2 })
    expect(await book()).toEqual({ A: ['110', null], B: ['10', null], C: ['7', '2026-11-21'] })
    await expect(core.client.prices.take({ importId: second.importId, codes: ['E'] })).rejects.toMatchObject({ code: 'IMPORT_GONE' })
  })
  test('a token nobody was given is refused', async () => {
    await expect(core.client.prices.preview({ tokens: ['nowhere'] })).rejects.toMatchObject({ code: 'FILE_UNKNOWN' })
  })
})

describe('the prices shipped with the program', () => {
  const { prices } = StarterBook.parse(JSON.parse(readFileSync(join(assetsDirectory, 'prices/starter.json'), 'utf8')))
  test('each has its own official source, and a date wherever one is known; what is unknown says so', () => {
    expect(new Set(prices.map(({ code }) => code)).size).toBe(prices.length)
    for (const { source, unitPrice, note, isFree, currency } of prices) {
      expect(source.url).toMatch(/^https:\/\//)
      expect(note).not.toBeNull()
      expect(isFree).toBe(false)
      expect(currency).toBe('CNY')
      if (unitPrice === null) expect(note).toContain('价格未知')
    }
    const vendors = new Set(prices.map(({ vendor }) => vendor))
    for (const vendor of ['DeepSeek', '阿里云', '月之暗面', '智谱', '火山引擎', 'MiniMax', '百度智能云', '腾讯云', '百川智能']) expect(vendors).toContain(vendor)
  })
  test('are added once, and never over what a person made of them', async () => {
    expect(await core.client.prices.addStarter()).toEqual({ taken: prices.length })
    const [first] = (await core.client.prices.list(PriceQuery.parse({ limit: 1 }))).items
    if (first === undefined) throw new Error('no price')
    await core.client.prices.save({ id: first.id, version: 1, draft: { ...priceDraft(), code: first.code, name: '我的价' } })
    expect(await core.client.prices.addStarter()).toEqual({ taken: 0 })
    expect((await core.client.prices.get({ id: first.id })).item.name).toBe('我的价')
  })
})

test('rates come from a list; rows that cannot be read are named', async () => {
  const imported = await core.client.prices.importRates({ token: file('rates.csv', '日期,币种,汇率,来源\n2026/11/5,美元,7.12,央行\n2026-11-06,EUR,八,央行\n2026-11-06,人民币,1,央行\n') })
  expect(imported).toMatchObject({ taken: 1, rejected: [{ row: 3, field: 'rate', value: '八' }, { row: 4, field: 'currency' }], rates: [{ currency: 'USD', day: '2026-11-05', rate: '7.12', source: '央行' }] })
  await expect(core.client.prices.importRates({ token: file('x.csv', 'a,b\n1,2\n') })).rejects.toMatchObject({ code: 'NOT_RATES' })
})

test('the gate asks about prices that are old or changed, naming the line; the limit is the company’s', async () => {
  await loadOpenSample(core.context)
  const [row] = await core.client.bids.list()
  if (row === undefined) throw new Error('no bid')
  const codes = async () => (await core.client.documents.check({ bidId: row.id })).filter(({ code }) => code.startsWith('price')).map(({ code, level }) => `${code} ${level}`)
  expect(await codes()).toContain('prices-fresh pass')
  await core.client.prices.saveSettings({ maxAgeDays: 1 })
  expect(await core.client.prices.settings()).toEqual({ maxAgeDays: 1 })
  const asked = await core.client.documents.check({ bidId: row.id })
  expect(asked.find(({ code }) => code === 'price-old')).toMatchObject({ level: 'warn', where: { screen: 'price' } })
  expect(asked.find(({ code }) => code === 'price-old')?.where.lineId).not.toBeNull()
})
