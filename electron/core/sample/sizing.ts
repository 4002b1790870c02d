import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { CoreContext } from '#core/context.ts'
import { diffWithBook, takeChanges } from '#core/prices/price-import.ts'
import { findPrices } from '#core/prices/price-store.ts'
import { addStarter } from '#core/prices/starter.ts'
import { addDays } from '#shared/calendar/day.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { PriceQuery } from '#shared/prices/contract.ts'
import { PriceDraft, PriceItem } from '#shared/prices/price-item.ts'
import { apiOffersOf } from '#shared/sizing/api-prices.ts'
import { type LineMaker, withSizing } from '#shared/sizing/cost-lines.ts'
import { hardwareOffersOf } from '#shared/sizing/hardware-prices.ts'
import { newSizing } from '#shared/sizing/new-sizing.ts'
import { Deployment, Load, Sizing, type SizingItem, Stack } from '#shared/sizing/sizing.ts'

/** A workload whose prices are taken from the book: `model` by its name there, the server by its code. */
export const SampleSizing = z.object({
  startMonth: z.int(),
  months: z.int(),
  load: Load,
  deployment: Deployment.partial(),
  model: z.string(),
  stack: Stack.pick({ powerWatts: true, inputTokensPerSecond: true, outputTokensPerSecond: true }).extend({ server: z.string() }),
})

const SamplePrice = PriceItem.pick({ code: true, category: true, name: true, unit: true, unitPrice: true, vatRate: true, isDomestic: true }).extend({ source: z.string(), dateDaysAgo: z.int(), validInDays: z.int() })

/** The starter book and the sample's own prices; those there already keep what people made of them. */
export async function loadSamplePrices(context: CoreContext, today: string): Promise<PriceItem[]> {
  await addStarter(context, true)
  const own = SamplePrice.array().parse(JSON.parse(await readFile(join(context.assetsDirectory, 'sample/prices.json'), 'utf8')))
  const drafts = own.map(({ source, dateDaysAgo, validInDays, ...facts }) =>
    PriceDraft.parse({ ...facts, kind: 'purchase', vendor: null, model: null, unitName: null, per: '1', isFree: false, currency: 'CNY', vatIncluded: true, region: null, tiers: [], tierBasis: null, source: { name: source, url: null, date: addDays(today, -dateDaysAgo) }, validFrom: null, validUntil: addDays(today, validInDays), caveats: [], note: null, origin: 'sample' }),
  )
  const changes = await diffWithBook(drafts.map((draft) => ({ ok: true, row: null, draft })), context)
  await takeChanges(changes.filter(({ status }) => status === 'new'), context, 'sample', true)
  return (await findPrices(context.workspace.db, PriceQuery.parse({ kind: 'purchase' }), today)).items
}

const words: Record<SizingItem, readonly [name: string, unit: string]> = {
  'api-input': ['接口调用 输入 token', '百万 token'], 'api-cached': ['接口调用 缓存输入 token', '百万 token'], 'api-output': ['接口调用 输出 token', '百万 token'],
  servers: ['推理服务器', '台'], rental: ['算力租用', '卡·月'], power: ['用电', 'kWh'], hosting: ['服务器托管', '台·月'], people: ['运维人员', '人·月'],
}

/** The estimate with a workload bought by the token and its lines linked, beside a domestic server of its own. */
export function withSampleSizing(estimate: Estimate, { model, stack, load, deployment, startMonth, months }: z.infer<typeof SampleSizing>, prices: readonly PriceItem[], { today, newId }: { today: string; newId: () => string }): Estimate {
  const options = { today, rates: [] }
  const offer = apiOffersOf(prices, options, load.inputTokens).find(({ id }) => id.includes(`|${model}|`))
  const wanted = prices.find(({ code }) => code === stack.server)
  const server = hardwareOffersOf(prices, 'buy', options).find(({ id }) => id === wanted?.id)
  const make: LineMaker = { nameOf: (item) => words[item][0], unitOf: (item) => words[item][1], newId }
  const fresh = newSizing(newId)
  const { server: _server, ...speeds } = stack
  const [own, ...others] = fresh.stacks
  const priced = own === undefined || server === undefined ? fresh.stacks : [{ ...own, ...speeds, serverPrice: server.price, source: server.source, taken: server.taken }, ...others]
  const { id: _id, name: _name, missingRate: _missing, ...api } = offer ?? { id: '', name: '', missingRate: null, ...fresh.api }
  return withSizing(estimate, Sizing.parse({ ...fresh, startMonth, months, load, deployment: { ...fresh.deployment, ...deployment }, api: { ...fresh.api, ...api }, stacks: priced, isLinked: true }), make)
}
