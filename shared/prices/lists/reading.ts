import { Decimal } from '#shared/decimal.ts'
import type { ImportIssueCode } from '#shared/imports/issue.ts'
import { type PriceCategory, type PriceCaveat, PriceDraft, roundUnitPrice } from '#shared/prices/price-item.ts'

/** One price read from a list, or why there is none. `row`: record or line, from 1. */
export type PriceReading = { ok: true; row: number | null; draft: PriceDraft } | { ok: false; row: number | null; field: string | null; code: ImportIssueCode; message: string }

export const refusedPrice = (code: ImportIssueCode, message: string, row: number | null, field: string | null = null): PriceReading => ({ ok: false, row, field, code, message })

/** What all prices of a list have in common. */
export type ListFacts = { origin: string; sourceName: string; sourceUrl: string | null; sourceDate: string | null; currency: string }

/** A price as the list states it; `amount` below 0 is a sentinel, 0 counts as free only when `isFree`. */
export type StatedPrice = { amount: Decimal; isFree?: boolean; tiers?: readonly { above: string; upTo: string | null; amount: Decimal | null }[]; caveats?: readonly PriceCaveat[] }

type Named = { code: string; name: string; vendor: string | null; model: string | null; region?: string | null; url?: string | null; row: number | null } & Partial<Pick<PriceDraft, 'kind' | 'unit' | 'unitName' | 'per' | 'validFrom' | 'validUntil' | 'vatIncluded' | 'vatRate' | 'isDomestic' | 'note'>>

/** JSON numbers carry float noise behind the 15th digit: 2.8000000000000003e-7 is 2.8e-7. Null: not a number. */
export const listedNumber = (value: unknown): Decimal | null => {
  if (typeof value !== 'number' && (typeof value !== 'string' || !/^\s*[-+]?(\d[\d_]*\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value))) return null
  const number = new Decimal(String(value).trim().replaceAll('_', '').replace(/^\+/, ''))
  return number.isFinite() ? number.toSignificantDigits(15) : null
}

/** As stored: null for sentinels, for a zero nobody calls free, and for what would be rounded away. */
const storedPrice = (amount: Decimal | null, isFree: boolean): { text: string | null; caveats: PriceCaveat[] } => {
  if (amount === null) return { text: null, caveats: [] }
  if (amount.isZero() && isFree) return { text: '0', caveats: [] }
  if (!amount.greaterThan(0)) return { text: null, caveats: ['zero-not-free'] }
  const rounded = roundUnitPrice(amount)
  const caveats: PriceCaveat[] = rounded.eq(amount) ? [] : ['rounded']
  return { text: rounded.isZero() ? null : rounded.toFixed(), caveats }
}

/** Makes a reading of a stated price, checked by the schema of the book. */
export const readingOf = (facts: ListFacts, named: Named, category: PriceCategory, price: StatedPrice): PriceReading => {
  const { code, name, vendor, model, row, region = null, url = null, ...more } = named
  const isFree = price.isFree === true && price.amount.isZero()
  const first = storedPrice(price.amount, isFree)
  const tiers = (price.tiers ?? []).map(({ above, upTo, amount }) => ({ above, upTo, ...storedPrice(amount, false) }))
  const caveats = [...new Set([...(price.caveats ?? []), ...first.caveats, ...tiers.flatMap((tier) => tier.caveats)])]
  const draft = {
    kind: 'purchase', unit: 'token', unitName: null, per: '1000000', validFrom: null, validUntil: null, vatIncluded: null, vatRate: null, isDomestic: null, note: null,
    ...more,
    code, name, vendor, model, region, category, unitPrice: first.text, isFree, currency: facts.currency, caveats, origin: facts.origin,
    tiers: tiers.map(({ above, upTo, text }) => ({ above, upTo, unitPrice: text })),
    tierBasis: tiers.length > 0 ? 'input-tokens' : null,
    source: { name: facts.sourceName, url: url ?? facts.sourceUrl, date: facts.sourceDate },
  }
  const parsed = PriceDraft.safeParse(draft)
  if (parsed.success) return { ok: true, row, draft: parsed.data }
  const [issue] = parsed.error.issues
  return refusedPrice('field-invalid', `${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a price'}`, row, String(issue?.path[0] ?? ''))
}

export type TokenPrices = Partial<Record<'tokens-in' | 'tokens-out' | 'tokens-cached' | 'tokens-cache-write', StatedPrice>>

const sideNames = { 'tokens-in': '输入', 'tokens-out': '输出', 'tokens-cached': '缓存命中', 'tokens-cache-write': '缓存写入' } as const

/** The prices of one model per million tokens, one reading a side. An output cheaper than its input is marked. */
export const tokenReadings = (facts: ListFacts, named: Named, prices: TokenPrices): PriceReading[] => {
  const { 'tokens-in': input, 'tokens-out': output } = prices
  const isSlip = input !== undefined && output !== undefined && output.amount.greaterThan(0) && output.amount.lessThan(input.amount)
  return (['tokens-in', 'tokens-out', 'tokens-cached', 'tokens-cache-write'] as const).flatMap((side) => {
    const price = prices[side]
    if (price === undefined) return []
    const stated: StatedPrice = side === 'tokens-out' && isSlip ? { ...price, caveats: [...(price.caveats ?? []), 'output-below-input'] } : price
    return [readingOf(facts, { ...named, code: `${named.code}:${side}`, name: `${named.name} ${sideNames[side]}` }, side, stated)]
  })
}
