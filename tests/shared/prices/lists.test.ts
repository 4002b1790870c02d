import { describe, expect, test } from 'vitest'
import { readCardCount, readGpuOffering, readSkypilotRow } from '#shared/prices/lists/gpu.ts'
import { readLitellmModel } from '#shared/prices/lists/litellm.ts'
import { readMarkdownTables } from '#shared/prices/lists/markdown.ts'
import { readOpenRouterModel } from '#shared/prices/lists/openrouter.ts'
import { readPriceCell } from '#shared/prices/lists/price-cell.ts'
import { priceColumns, readUnit } from '#shared/prices/lists/price-columns.ts'
import { readPriceRow } from '#shared/prices/lists/price-row.ts'
import { readPriceHistory } from '#shared/prices/lists/price-history.ts'
import type { ListFacts, PriceReading } from '#shared/prices/lists/reading.ts'

const facts: ListFacts = { origin: 'list:test', sourceName: 'test', sourceUrl: null, sourceDate: null, currency: 'CNY' }
const usd = { ...facts, currency: 'USD' }
const short = (readings: readonly PriceReading[]) => readings.map((reading) => (reading.ok ? [reading.draft.category, reading.draft.unitPrice, reading.draft.isFree, reading.draft.caveats.join()] : reading.code))

describe('a cell of a Chinese price table', () => {
  test.each([
    ['输入 4 元/百万 tokens，输出 16 元/百万 tokens', [['in', '4', 'CNY', '0', null], ['out', '16', 'CNY', '0', null]]],
    ['0.004元/千tokens', [[null, '0.004', 'CNY', '0', null]]],
    ['12.25 元 ($1.75)', [[null, '1.75', 'USD', '0', null]]],
    ['2,928元/月*', [[null, '2928', 'CNY', '0', null]]],
    ['Tokens ≤ 32K：8元<br>32K < Tokens ≤ 128K：9元<br><br>Tokens ≤ 32K：24元<br>32K < Tokens ≤ 128K：36元', [['in', '8', 'CNY', '0', '32000'], ['in', '9', 'CNY', '32000', '128000'], ['out', '24', 'CNY', '0', '32000'], ['out', '36', 'CNY', '32000', '128000']]],
    ['输入＜＝32k：输入 6 元，输出 24 元 <br>32k<输入<=1m：输入 10 元，输出 40 元', [['in', '6', 'CNY', '0', '32000'], ['out', '24', 'CNY', '0', '32000'], ['in', '10', 'CNY', '32000', '1000000'], ['out', '40', 'CNY', '32000', '1000000']]],
    ['-', []],
    ['', []],
  ])('%s', (cell, expected) => expect(readPriceCell(cell).map(({ side, amount, currency, above, upTo }) => [side, amount.toFixed(), currency, above, upTo])).toEqual(expected))

  test('says what is free, about and from', () => {
    expect(readPriceCell('免费')).toMatchObject([{ isFree: true }])
    expect(readPriceCell('~15 元/小时')).toMatchObject([{ caveats: ['approximate'], time: 'hour' }])
    expect(readPriceCell('100元/月起')).toMatchObject([{ caveats: ['starting-from'], time: 'month' }])
    expect(readPriceCell('0.5元/千tokens')).toMatchObject([{ perTokens: '1000' }])
  })
})

describe('LiteLLM', () => {
  test('is per token, float noise gone, a zero unknown', () => {
    const readings = readLitellmModel('x', { litellm_provider: 'p', input_cost_per_token: '2.8000000000000003e-07', output_cost_per_token: '0.0', cache_read_input_token_cost: '2.8e-8' }, 1, usd)
    expect(short(readings)).toEqual([['tokens-in', '0.28', false, ''], ['tokens-out', null, false, 'zero-not-free'], ['tokens-cached', '0.028', false, '']])
  })
  test('prices above a size and prices in ranges are tiers', () => {
    const above = readLitellmModel('x', { input_cost_per_token: '1e-6', input_cost_per_token_above_200k_tokens: '2e-6', input_cost_per_token_above_128k_tokens: '1.5e-6', input_cost_per_token_batches: '9' }, 1, usd)
    expect(above[0]).toMatchObject({ draft: { unitPrice: '1', tiers: [{ above: '0', upTo: '128000', unitPrice: '1' }, { above: '128000', upTo: '200000', unitPrice: '1.5' }, { above: '200000', upTo: null, unitPrice: '2' }] } })
    const ranges = readLitellmModel('x', { tiered_pricing: [{ range: ['0', '32000.0'], input_cost_per_token: '5e-8' }, { range: ['32000', '1e6'], input_cost_per_token: '1e-7' }] }, 1, usd)
    expect(ranges[0]).toMatchObject({ draft: { unitPrice: '0.05', tiers: [{ above: '0', upTo: '32000' }, { above: '32000', upTo: '1000000', unitPrice: '0.1' }] } })
  })
  test('a model without a token price is refused, not dropped', () => expect(short(readLitellmModel('image', { mode: 'image_generation', output_cost_per_image: '0.04' }, 1, usd))).toEqual(['price-missing']))
  test('more than six decimals are rounded once and say so', () => expect(short(readLitellmModel('x', { input_cost_per_token: '1.23456789e-7' }, 1, usd))).toEqual([['tokens-in', '0.123457', false, 'rounded']]))
})

test('OpenRouter: -1 depends and is unknown, only :free is free, the rest of the zeros are unknown', () => {
  expect(short(readOpenRouterModel({ id: 'auto', pricing: { prompt: '-1', completion: '-1' } }, 1, usd))).toEqual([['tokens-in', null, false, 'zero-not-free'], ['tokens-out', null, false, 'zero-not-free']])
  expect(short(readOpenRouterModel({ id: 'x:free', pricing: { prompt: '0', completion: '0' } }, 1, usd))).toEqual([['tokens-in', '0', true, ''], ['tokens-out', '0', true, '']])
  expect(short(readOpenRouterModel({ id: 'x', pricing: { prompt: '0', completion: '0.000002' } }, 1, usd))).toEqual([['tokens-in', null, false, 'zero-not-free'], ['tokens-out', '2', false, '']])
})

test('a price that ended is one of its own, valid through the day before', () => {
  const [now, before] = readPriceHistory('v', { id: 'm', price_history: [{ input: 1, from_date: '2025-02-08', to_date: null }, { input: 2, from_date: null, to_date: '2025-02-08' }] }, 1, usd)
  expect(now).toMatchObject({ draft: { code: 'price-history:v/m:tokens-in', validFrom: '2025-02-08', validUntil: null } })
  expect(before).toMatchObject({ draft: { code: 'price-history:v/m@2025-02-08:tokens-in', validUntil: '2025-02-07' } })
})

describe('cards', () => {
  test.each([['1颗', '1', null], ['8颗', '8', null], ['1/4 T4 vGPU*', '0.25', 'T4 vGPU'], ['2 x Tesla T4', '2', 'Tesla T4']])('%s', (text, count, card) => {
    const read = readCardCount(text)
    expect([read?.count.toFixed(), read?.card]).toEqual([count, card])
  })
  test.each(['', 'GPU', '1/3 A10'])('%s has no count that is exact', (text) => expect(readCardCount(text)).toBeNull())

  test('a catalogue row is priced for its cards, spot apart; one without cards is a server', () => {
    const heading = ['Price', 'SpotPrice', 'InstanceType', 'AcceleratorName', 'AcceleratorCount', 'vCPUs', 'MemoryGiB', 'Region']
    const [demand, spot] = readSkypilotRow('p', heading, ['47.60', '20', 'H100x8', 'H100', '8.0', '128.0', '640.0', 'r'], 2, usd)
    expect(demand).toMatchObject({ draft: { unitPrice: '47.6', per: '8', unit: 'card-hour', category: 'gpu-rental', caveats: [] } })
    expect(spot).toMatchObject({ draft: { unitPrice: '20', caveats: ['spot'] } })
    expect(readSkypilotRow('p', heading, ['0.2', '', 'cpu', '', '', '4', '16', 'r'], 3, usd)).toMatchObject([{ draft: { unit: 'server-hour', category: 'server-rental' } }])
    expect(short(readSkypilotRow('p', heading, ['', '', 'cpu', '', '', '4', '16', 'r'], 3, usd))).toEqual(['price-missing'])
  })
  test('an offering keeps its day, its source and that it is a spot price', () => {
    const offer = { id: 'a', provider_id: 'p', gpu_model: 'A100', price_usd_hour: '1.2', is_spot: true, tier: 'marketplace', collected_at: '2026-05-24', source_url: 'https://example.invalid' }
    expect(readGpuOffering(offer, 1, usd)).toMatchObject([{ draft: { unitPrice: '1.2', caveats: ['spot', 'marketplace'], source: { date: '2026-05-24', url: 'https://example.invalid' } } }])
  })
})

test('a page: the vendor above holds for the rows below, a slip is marked, a table without prices is named once', () => {
  const page = ['| 厂商 | 模型 | 价格 |', '|---|---|---|', '| 甲 | a | 输入 1 元/百万 tokens，输出 0.3 元/百万 tokens |', '| | b | 免费 |', '', '| 说明 | 备注 |', '|--|--|', '| x | y |'].join('\n')
  const readings = readMarkdownTables(page, facts)
  expect(short(readings)).toEqual([['tokens-in', '1', false, ''], ['tokens-out', '0.3', false, 'output-below-input'], ['tokens-in', '0', true, 'one-price'], ['tokens-out', '0', true, 'one-price'], 'price-missing'])
  expect(readings[2]).toMatchObject({ row: 4, draft: { vendor: '甲' } })
})

describe('a price list of a company', () => {
  const heading = ['物料编码', '产品名称', '规格型号', '单位', '含税单价（元）', '税率', '有效期至', '是否国产', '备注']
  const columns = priceColumns(heading)
  const row = (...cells: string[]) => (columns === null ? null : readPriceRow(columns, cells, 5, facts))
  test('is recognised by its headings', () => {
    expect(columns).toMatchObject({ at: { code: 0, name: 1, price: 4, vatRate: 5, validUntil: 6, domestic: 7 }, vatIncluded: true, currency: 'CNY' })
    expect(priceColumns(['项目名称', '采购人', '预算金额'])).toBeNull()
    expect(priceColumns(['Name', 'Unit price (USD)'])).toMatchObject({ currency: 'USD' })
  })
  test('every cell is read or refused by its field', () => {
    expect(row('A1', '推理服务器', 'X8', '台', '￥1,280,000.00', '13%', '2026年12月31日', '是', '')).toMatchObject({ draft: { code: 'A1', unitPrice: '1280000', vatRate: '0.13', vatIncluded: true, validUntil: '2026-12-31', isDomestic: true, category: 'server', unit: 'server', kind: 'purchase' } })
    expect(row('A2', '工程师', '', '人天', '0.2万', '', '', '', '')).toMatchObject({ draft: { unitPrice: '2000', unit: 'person-day', category: 'person-day', vatRate: null, isDomestic: null } })
    expect(row('A3', '服务', '', '项', '面议', '', '', '', '')).toMatchObject({ draft: { unitPrice: null, caveats: [] } })
    expect(row('A4', '服务', '', '项', '0', '', '', '', '')).toMatchObject({ draft: { unitPrice: null, caveats: ['zero-not-free'] } })
    expect(row('A5', '服务', '', '项', '约五千', '', '', '', '')).toMatchObject({ ok: false, field: 'price', code: 'field-invalid', row: 5 })
    expect(row('A6', '服务', '', '项', '1', '', '2026-02-30', '', '')).toMatchObject({ ok: false, field: 'validUntil' })
    expect(row('A7', '服务', '', '项', '1', '很多', '', '', '')).toMatchObject({ ok: false, field: 'vatRate' })
    expect(row('A8', '', '', '项', '1', '', '', '', '')).toMatchObject({ ok: false, field: 'name', code: 'field-missing' })
  })
  test.each([['元/百万tokens', 'token', '1000000'], ['卡时', 'card-hour', '1'], ['GPU·小时', 'card-hour', '1'], ['人月', 'person-month', '1'], ['瓶', 'other', '1']])('%s', (word, unit, per) => expect(readUnit(word)).toMatchObject({ unit, per }))
})
