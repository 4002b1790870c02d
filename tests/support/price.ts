import { PriceDraft } from '#shared/prices/price-item.ts'

/** A known price of 2 CNY for a million input tokens; `over` changes it. */
export const priceDraft = (over: Partial<PriceDraft> = {}): PriceDraft =>
  PriceDraft.parse({
    code: 'hand:x/tokens-in', kind: 'purchase', category: 'tokens-in', name: '甲模型 输入', vendor: '甲公司', model: 'x-1', unit: 'token', unitName: null, per: '1000000',
    unitPrice: '2', isFree: false, currency: 'CNY', vatIncluded: true, vatRate: '0.06', region: null, tiers: [], tierBasis: null,
    source: { name: '价格页', url: 'https://example.invalid/pricing', date: '2026-11-01' }, validFrom: null, validUntil: null, isDomestic: true, caveats: [], note: null, origin: 'hand', ...over,
  })
