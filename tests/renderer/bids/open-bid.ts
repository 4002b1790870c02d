import { Estimate } from '#shared/estimate/estimate.ts'
import { openWindow, type TestWindow } from '../../support/window.tsx'
import type { TestCore } from '../../support/workspace.ts'

/** Revenue 3,754,716.98 before VAT, cost 3,000,000 and nothing uncertain: break-even is 3,180,000.00. */
export const plainEstimate = Estimate.parse({
  offerLines: [{ id: 'o1', name: '平台软件', quantity: '1', unit: '套', unitPrice: '3980000', vatRate: '0.06', commercialUnitPrice: '5000000' }],
  costLines: [
    { id: 'c1', name: '模型调优', category: 'people', quantity: three('100'), unitCost: three('20000'), inputVatRate: '0', startMonth: 0, months: 6 },
    { id: 'c2', name: '算力租赁', category: 'compute', quantity: three('10'), unitCost: three('100000'), inputVatRate: '0', startMonth: 0, months: 6 },
  ],
  payment: [{ name: '合同款', share: '1', dueMonth: 0, delayDays: 0 }],
})

export function three(value: string) {
  return { low: value, likely: value, high: value }
}

export type OpenBid = TestWindow & { id: string; stored: () => Promise<Estimate>; version: () => Promise<number> }

/** A bid on a tender with a ceiling of 4,800,000, opened in the whole window. */
export async function openBid(core: TestCore, tab: 'cost' | 'price' | 'documents', options: { estimate?: Estimate; language?: 'zh-CN' | 'en' | 'fr'; moneyUnit?: 'yuan' | 'wan' } = {}): Promise<OpenBid> {
  const { client } = core
  const tender = await client.tenders.create({
    projectNo: 'YCNY-2026-0187', title: '大模型智能客服平台建设项目', buyer: '远川能源集团有限公司', agency: null, method: '公开招标', budget: null, ceiling: '4800000', currency: 'CNY',
    publishedAt: '2026-11-05', bidDeadline: '2026-12-03T01:30:00.000Z', openingTime: null, lots: [],
  })
  const { id, version } = await client.bids.start({ tenderId: tender.id, lotNo: null })
  await client.bids.saveEstimate({ id, version, estimate: options.estimate ?? plainEstimate })
  const opened = openWindow(client, { at: `/bids/${id}/${tab}`, preferences: { language: options.language ?? 'zh-CN', moneyUnit: options.moneyUnit ?? 'yuan' } })
  return {
    ...opened,
    id,
    stored: async () => (await client.bids.get({ id })).bid.estimate,
    version: async () => (await client.bids.get({ id })).bid.version,
  }
}
