import { addDays } from '#shared/calendar/day.ts'
import type { CostLine, Estimate, OfferLine } from '#shared/estimate/estimate.ts'
import type { TakenPrice } from '#shared/estimate/provenance.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'
import { costLineAt, offerLineAt, type TakeOptions, type TakeRefusal } from '#shared/prices/take-price.ts'

/** `expired`: past its last day. `old`: its date is further back than the company's limit. `undated`: the book does not say of when it is. `changed`, `gone`: the book now says otherwise, or no longer has it. */
export type StaleReason = 'expired' | 'old' | 'undated' | 'changed' | 'gone'
export type StalePrice = { scope: 'cost' | 'offer'; lineId: string; name: string; reason: StaleReason; priceDate: string | null; validUntil: string | null }

type Priced = Pick<NonNullable<CostLine['price']>, 'priceDate' | 'validUntil' | 'taken'>

/** Whether the book says something else than what was taken. */
export const isChanged = (taken: TakenPrice, item: PriceItem): boolean =>
  (['unitPrice', 'per', 'unit', 'currency', 'vatIncluded', 'vatRate'] as const).some((field) => taken[field] !== item[field])

const reasonOf = (price: Priced, today: string, maxAgeDays: number, items: ReadonlyMap<string, PriceItem>): StaleReason | null => {
  const { priceDate = null, validUntil = null, taken = null } = price
  if (validUntil !== null && validUntil < today) return 'expired'
  if (taken !== null) {
    const item = items.get(taken.itemId)
    if (item === undefined) return 'gone'
    if (isChanged(taken, item)) return 'changed'
  }
  if (priceDate !== null) return priceDate < addDays(today, -maxAgeDays) ? 'old' : null
  return taken === null ? null : 'undated'
}

/** Which prices of an estimate a person should look at before the bid leaves, the worst reason of each line. `items`: those of the book it took prices from. */
export const auditPrices = (estimate: Estimate, { today, maxAgeDays, items }: { today: string; maxAgeDays: number; items: ReadonlyMap<string, PriceItem> }): StalePrice[] => {
  const found = (scope: 'cost' | 'offer', line: { id: string; name: string }, price: Priced | null | undefined): StalePrice[] => {
    const reason = price === null || price === undefined ? null : reasonOf(price, today, maxAgeDays, items)
    return reason === null ? [] : [{ scope, lineId: line.id, name: line.name, reason, priceDate: price?.priceDate ?? null, validUntil: price?.validUntil ?? null }]
  }
  return [...estimate.costLines.flatMap((line) => found('cost', line, line.price)), ...estimate.offerLines.flatMap((line) => found('offer', line, line.commercialPrice))]
}

/** The items of the book an estimate took prices from. */
export const takenItemIds = ({ costLines, offerLines }: Pick<Estimate, 'costLines' | 'offerLines'>): string[] => [
  ...new Set([...costLines.map(({ price }) => price?.taken?.itemId), ...offerLines.map(({ commercialPrice }) => commercialPrice?.taken?.itemId)].filter((id) => id !== undefined)),
]

type Refreshed<Scope, Line> = { scope: Scope; before: Line; after: Line | null; refusal: TakeRefusal | 'gone' | null }
export type PriceRefresh = Refreshed<'cost', CostLine> | Refreshed<'offer', OfferLine>

const isSame = (before: object, after: object): boolean => JSON.stringify(before) === JSON.stringify(after)

/** What taking the book's prices of today would change, line by line; `after` null: it can't be taken, `refusal` says why. Lines that stay as they are are left out. */
export const refreshPrices = (estimate: Estimate, items: ReadonlyMap<string, PriceItem>, optionsOf: (item: PriceItem) => TakeOptions): PriceRefresh[] => {
  const costs = estimate.costLines.flatMap((before): PriceRefresh[] => {
    const id = before.price?.taken?.itemId
    // A line that follows a sizing takes its price there.
    if (id === undefined || before.origin?.isOverridden === false) return []
    const item = items.get(id)
    if (item === undefined) return [{ scope: 'cost', before, after: null, refusal: 'gone' }]
    const taken = costLineAt(before, item, optionsOf(item))
    if (!taken.ok) return [{ scope: 'cost', before, after: null, refusal: taken.reason }]
    const after = { ...taken.line, category: before.category, zeroConfirmed: before.zeroConfirmed }
    return costsTheSame(before, after) ? [] : [{ scope: 'cost', before, after, refusal: null }]
  })
  const offers = estimate.offerLines.flatMap((before): PriceRefresh[] => {
    const id = before.commercialPrice?.taken?.itemId
    if (id === undefined) return []
    const item = items.get(id)
    if (item === undefined) return [{ scope: 'offer', before, after: null, refusal: 'gone' }]
    const taken = offerLineAt(before, item, optionsOf(item))
    if (!taken.ok) return [{ scope: 'offer', before, after: null, refusal: taken.reason }]
    const { line: after } = taken
    const isUnchanged = before.commercialUnitPrice === after.commercialUnitPrice && sameDates(before.commercialPrice, after.commercialPrice)
    return isUnchanged ? [] : [{ scope: 'offer', before, after, refusal: null }]
  })
  return [...costs, ...offers]
}

const sameDates = (before: Priced | null | undefined, after: Priced | null | undefined): boolean => (before?.priceDate ?? null) === (after?.priceDate ?? null) && (before?.validUntil ?? null) === (after?.validUntil ?? null)

const costsTheSame = (before: CostLine, after: CostLine): boolean =>
  isSame(before.unitCost ?? {}, after.unitCost ?? {}) && (before.exchangeRate ?? null) === (after.exchangeRate ?? null) && (before.currency ?? null) === (after.currency ?? null) && before.inputVatRate === after.inputVatRate && sameDates(before.price, after.price)

/** The estimate with the refreshed lines in place of theirs. */
export const withRefreshed = (estimate: Estimate, refreshed: readonly PriceRefresh[]): Estimate => {
  const costs = new Map(refreshed.flatMap((each) => (each.scope === 'cost' && each.after !== null ? [[each.after.id, each.after]] : [])))
  const offers = new Map(refreshed.flatMap((each) => (each.scope === 'offer' && each.after !== null ? [[each.after.id, each.after]] : [])))
  return { ...estimate, costLines: estimate.costLines.map((line) => costs.get(line.id) ?? line), offerLines: estimate.offerLines.map((line) => offers.get(line.id) ?? line) }
}
