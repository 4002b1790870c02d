import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { priceDraft } from '../../support/price.ts'
import { PriceQuery } from '#shared/prices/contract.ts'
import type { PriceDraft } from '#shared/prices/price-item.ts'

let core: TestCore
let now: Date
beforeEach(() => {
  now = new Date('2026-11-22T02:00:00.000Z')
  core = openTestCore({ now: () => now })
})
afterEach(() => core.close())

const add = (over: Partial<PriceDraft>) => core.client.prices.add({ draft: priceDraft(over) })
const list = (query: Partial<PriceQuery>) => core.client.prices.list(PriceQuery.parse(query))

describe('the price book', () => {
  test('keeps every state of a price, the newest first', async () => {
    const first = await add({ unitPrice: '2' })
    now = new Date('2026-11-23T02:00:00.000Z')
    await core.client.prices.save({ id: first.id, version: 1, draft: priceDraft({ unitPrice: '3', source: { name: '新报价', url: null, date: '2026-11-23' } }) })
    const { item, history } = await core.client.prices.get({ id: first.id })
    expect(item).toMatchObject({ unitPrice: '3', version: 2, createdAt: '2026-11-22T02:00:00.000Z', updatedAt: '2026-11-23T02:00:00.000Z' })
    expect(history.map(({ version, unitPrice, sourceName, cause }) => [version, unitPrice, sourceName, cause])).toEqual([[2, '3', '新报价', 'hand'], [1, '2', '价格页', 'hand']])
    expect(() => core.context.workspace.raw.exec("UPDATE priceState SET data = '{}'")).toThrow(/written once/)
  })

  test('a save on an old version and a code that is taken are refused', async () => {
    const item = await add({})
    await add({ code: 'other' })
    await expect(core.client.prices.save({ id: item.id, version: 0, draft: priceDraft() })).rejects.toMatchObject({ code: 'STALE', data: { version: 1 } })
    await expect(core.client.prices.save({ id: item.id, version: 1, draft: priceDraft({ code: 'other' }) })).rejects.toMatchObject({ code: 'CODE_TAKEN' })
    await expect(add({})).rejects.toMatchObject({ code: 'CODE_TAKEN' })
    await expect(core.client.prices.get({ id: 'nowhere' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('is searched by words in any order and width, by kind, category and state', async () => {
    await add({ code: 'a', name: 'DeepSeek 输入', model: 'deepseek-chat' })
    await add({ code: 'b', name: 'DeepSeek 输出', model: 'deepseek-chat', category: 'tokens-out', validUntil: '2026-11-21' })
    await add({ code: 'c', name: '工程师', category: 'person-day', unit: 'person-day', per: '1', kind: 'commercial', unitPrice: null, isDomestic: null })
    await add({ code: 'd', name: '新价', validFrom: '2026-12-01' })
    const codes = async (query: Partial<PriceQuery>) => (await list(query)).items.map(({ code }) => code).toSorted()
    expect(await codes({ query: '输入 ＤＥＥＰ' })).toEqual(['a'])
    expect(await codes({ query: "x' OR 1" })).toEqual([])
    expect(await codes({ kind: 'commercial' })).toEqual(['c'])
    expect(await codes({ categories: ['tokens-out', 'person-day'] })).toEqual(['b', 'c'])
    expect(await codes({ status: 'expired' })).toEqual(['b'])
    expect(await codes({ status: 'unknown' })).toEqual(['c'])
    expect(await codes({ status: 'not-yet-valid' })).toEqual(['d'])
    expect(await codes({ status: 'valid' })).toEqual(['a'])
    expect(await codes({ isDomestic: true })).toEqual(['a', 'b', 'd'])
    expect(await list({ limit: 1, offset: 1 })).toMatchObject({ total: 4, inBook: 4 })
    expect((await core.client.prices.byIds({ ids: [] })).length).toBe(0)
  })

  test('a rate is replaced on its day and can be taken out', async () => {
    const rate = { currency: 'USD', day: '2026-11-20', rate: '7.1', source: '手工' }
    await core.client.prices.saveRates({ rates: [rate, { ...rate, day: '2026-11-21', rate: '7.2' }] })
    expect(await core.client.prices.saveRates({ rates: [{ ...rate, rate: '7.15' }] })).toEqual([{ ...rate, day: '2026-11-21', rate: '7.2' }, { ...rate, rate: '7.15' }])
    expect(await core.client.prices.removeRate({ currency: 'USD', day: '2026-11-21' })).toEqual([{ ...rate, rate: '7.15' }])
  })
})
