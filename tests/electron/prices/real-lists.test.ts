import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPriceFile } from '#core/prices/price-import.ts'
import { detectKind } from '#core/readers/detect-kind.ts'
import type { PriceReading } from '#shared/prices/lists/reading.ts'
import { sharedData } from '../../support/shared-data.ts'

const read = (path: string): Promise<PriceReading[]> => readPriceFile({ path, name: basename(path) })
const draftsOf = (readings: readonly PriceReading[]) => new Map(readings.flatMap((reading) => (reading.ok ? [[reading.draft.code, reading.draft]] : [])))

/** File, prices read, and one of them: its code and what it must say. Skipped where the real files are not there. */
const cases: [path: string, atLeast: number, code: string, expected: Record<string, unknown>][] = [
  ['llm_prices/litellm/model_prices_2026-04.json', 4000, 'litellm:deepseek/deepseek-chat:tokens-in', { unitPrice: '0.28', per: '1000000', currency: 'USD', source: { date: '2026-04-29' } }],
  ['llm_prices/litellm/model_prices_2025-03.json', 1500, 'litellm:deepseek/deepseek-reasoner:tokens-out', { unitPrice: '2.19' }],
  ['llm_prices/litellm/llm-cost-npm_2024.json', 500, 'litellm:gpt-4:tokens-in', { unitPrice: '30' }],
  ['llm_prices/models.dev/alibaba-cn/models/qwen3.6-plus.toml', 4, 'models.dev:alibaba-cn/qwen3.6-plus:tokens-out', { unitPrice: '3', tiers: [{ above: '0', upTo: '256000', unitPrice: '3' }, { above: '256000', upTo: null, unitPrice: '6' }] }],
  ['llm_prices/openrouter/models_half.json', 400, 'openrouter:openrouter/auto:tokens-in', { unitPrice: null, caveats: ['zero-not-free'] }],
  ['llm_prices/simonw_llm-prices/deepseek.json', 9, 'price-history:deepseek/deepseek-chat@2025-02-08:tokens-out', { unitPrice: '0.28', validUntil: '2025-02-07' }],
  ['llm_prices/cny/ucloud_modelverse_price_2025-11.md', 90, 'list:ucloud_modelverse_price:Qwen/Qwen3-Coder:tokens-out', { unitPrice: '24', currency: 'CNY', tiers: [{ above: '0', upTo: '32000', unitPrice: '24' }, { above: '32000', upTo: '128000', unitPrice: '36' }, { above: '128000', upTo: '200000', unitPrice: '60' }] }],
  ['llm_prices/cny/llmprice_cn_README_2026-01.md', 60, 'list:llmprice_cn_README:GPT-5.2:tokens-in', { unitPrice: '1.75', currency: 'USD' }],
  ['gpu_prices/gpu-pricing/offerings.json', 185, 'gpu-pricing:qubrid-t4-on-demand', { unitPrice: '0.73', unit: 'card-hour', per: '1', source: { date: '2026-05-24' } }],
  ['gpu_prices/skypilot_v5/paperspace_vms.csv', 18, 'skypilot:paperspace/H100x8/East Coast (NY2)/on-demand', { unitPrice: '47.6', per: '8', unit: 'card-hour' }],
  ['gpu_prices/skypilot_v5/azure_vms.csv', 9000, 'skypilot:azure/Basic_A0/centralus/spot', { unitPrice: '0.0126', unit: 'server-hour', caveats: ['spot'] }],
  ['gpu_prices/cny/tencent_gpu_price.md', 40, 'list:tencent_gpu_price:GN7.LARGE20:month', { unitPrice: '975', per: '0.25', unit: 'card-month', model: 'T4 vGPU' }],
]

describe('the real price lists', () => {
  for (const [path, atLeast, code, expected] of cases) {
    const file = sharedData(path)
    test.skipIf(file === null)(path, async () => {
      expect(await detectKind(file ?? '')).toBe('prices')
      const drafts = draftsOf(await read(file ?? ''))
      expect(drafts.size).toBeGreaterThanOrEqual(atLeast)
      expect(drafts.get(code)).toMatchObject(expected)
      for (const { unitPrice, isFree } of drafts.values()) if (unitPrice !== null && Number(unitPrice) === 0) expect(isFree).toBe(true)
    })
  }
})
