import { Decimal } from '#shared/decimal.ts'
import type { CostCategory, CostLine, OfferLine, ThreePoint } from '#shared/estimate/estimate.ts'
import type { Provenance, TakenPrice } from '#shared/estimate/provenance.ts'
import { type ExchangeRate, inCny, rateOn } from '#shared/prices/exchange-rate.ts'
import { priceStatus } from '#shared/prices/find-price.ts'
import { type PriceCategory, type PriceItem, unitPriceText } from '#shared/prices/price-item.ts'

export type TakeRefusal = 'price-unknown' | 'price-not-yet-valid' | 'vat-unknown' | 'rate-missing'
export type Taken<Line> = { ok: true; line: Line } | { ok: false; reason: TakeRefusal }
/** `unitText`: the unit in the words of the person's language, such as 百万 tokens. */
export type TakeOptions = { today: string; rates: readonly ExchangeRate[]; unitText: string }

const costCategories: Record<PriceCategory, CostCategory> = {
  'tokens-in': 'inference', 'tokens-out': 'inference', 'tokens-cached': 'inference', 'tokens-cache-write': 'inference', 'model-call': 'inference', 'gpu-rental': 'compute', 'server-rental': 'compute',
  server: 'hardware', hosting: 'compute', licence: 'licence', 'person-day': 'people', data: 'data', travel: 'travel', subcontract: 'subcontract', other: 'other',
}

/** The category of cost a price of the book is. */
export const costCategoryOf = (category: PriceCategory): CostCategory => costCategories[category]

/** How many units one unit of a line is: tokens are counted by the million, all else one by one. */
export const unitsPerLineUnit = ({ unit }: Pick<PriceItem, 'unit'>): number => (unit === 'token' ? 1_000_000 : 1)

/** The exact price of one unit of a line, in the item's currency, VAT as listed; null: not known. */
export const pricePerLineUnit = (item: Pick<PriceItem, 'unitPrice' | 'per' | 'unit'>): Decimal | null =>
  item.unitPrice === null ? null : new Decimal(item.unitPrice).times(unitsPerLineUnit(item)).div(item.per)

const refusalOf = (item: PriceItem, today: string): TakeRefusal | null => {
  const status = priceStatus(item, today)
  return status === 'unknown' ? 'price-unknown' : status === 'not-yet-valid' ? 'price-not-yet-valid' : null
}

const takenOf = (item: PriceItem, rate: ExchangeRate | null, on: string): TakenPrice => ({
  itemId: item.id, itemVersion: item.version, unitPrice: item.unitPrice, per: item.per, unit: item.unit, currency: item.currency, vatIncluded: item.vatIncluded, vatRate: item.vatRate,
  exchangeRate: rate?.rate ?? null, rateDay: rate?.day ?? null, on,
})

/** Where a price of the book comes from, with what it said on `today`. */
export const provenanceOf = (item: PriceItem, rate: ExchangeRate | null, today: string): Provenance => ({ source: item.source.name.slice(0, 300), priceDate: item.source.date, validUntil: item.validUntil, taken: takenOf(item, rate, today) })

/** The new price with the spread the old one had around its likely value. */
const withSpread = (price: Decimal, old: ThreePoint | null): ThreePoint => {
  const likely = unitPriceText(price)
  if (old === null || new Decimal(old.likely).isZero()) return { low: likely, likely, high: likely }
  const scaled = (bound: string) => unitPriceText(price.times(bound).div(old.likely))
  return { low: scaled(old.low), likely, high: scaled(old.high) }
}

/**
 * A cost line at a price of the book: VAT-exclusive, in the price's currency with the newest rate up to `today`
 * (none: the cost is unknown). Where nobody has said whether VAT is in the price the whole price counts as cost
 * and no VAT is recovered, which is never too low. Rounded once, by `unitPriceText`.
 */
export const costLineAt = (line: CostLine, item: PriceItem, { today, rates, unitText }: TakeOptions): Taken<CostLine> => {
  const refusal = refusalOf(item, today)
  const listed = pricePerLineUnit(item)
  if (refusal !== null || listed === null) return { ok: false, reason: refusal ?? 'price-unknown' }
  const isVatKnown = item.vatIncluded !== null && item.vatRate !== null
  const net = item.vatIncluded === true && item.vatRate !== null ? listed.div(new Decimal(1).plus(item.vatRate)) : listed
  const isForeign = item.currency !== 'CNY'
  const rate = isForeign ? rateOn(rates, item.currency, today) : null
  return {
    ok: true,
    line: {
      ...line, name: line.name.trim() === '' ? item.name : line.name, category: costCategoryOf(item.category), unit: unitText.slice(0, 30), unitCost: withSpread(net, line.unitCost), zeroConfirmed: false,
      currency: isForeign ? item.currency : null, exchangeRate: rate?.rate ?? null, inputVatRate: isVatKnown ? (item.vatRate ?? '0') : '0', price: provenanceOf(item, rate, today),
    },
  }
}

/**
 * An offer line with a commercial price of the book: CNY with VAT. It is refused where nobody has said whether VAT is
 * in the price or where there is no exchange rate: a value too low would make the offer look better. Rounded once, by `unitPriceText`.
 */
export const offerLineAt = (line: OfferLine, item: PriceItem, { today, rates, unitText }: TakeOptions): Taken<OfferLine> => {
  const refusal = refusalOf(item, today)
  const listed = pricePerLineUnit(item)
  if (refusal !== null || listed === null) return { ok: false, reason: refusal ?? 'price-unknown' }
  if (item.vatIncluded === null) return { ok: false, reason: 'vat-unknown' }
  const rate = item.currency === 'CNY' ? null : rateOn(rates, item.currency, today)
  const cny = inCny(listed, item.currency, rate)
  if (cny === null) return { ok: false, reason: 'rate-missing' }
  const gross = item.vatIncluded ? cny : cny.times(new Decimal(1).plus(item.vatRate ?? line.vatRate))
  const named = line.name.trim() === '' ? { name: item.name, unit: unitText.slice(0, 30) } : {}
  return { ok: true, line: { ...line, ...named, commercialUnitPrice: unitPriceText(gross), commercialPrice: provenanceOf(item, rate, today) } }
}
