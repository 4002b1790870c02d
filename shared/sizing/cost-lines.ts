import { Decimal } from '#shared/decimal.ts'
import type { CostCategory, CostLine, Estimate, ThreePoint } from '#shared/estimate/estimate.ts'
import type { Provenance } from '#shared/estimate/provenance.ts'
import type { RouteItem } from '#shared/sizing/route.ts'
import { chosenRoute } from '#shared/sizing/routes.ts'
import type { Sizing, SizingItem } from '#shared/sizing/sizing.ts'

/** What a new line is called and counted in, in the language of who makes it, and the ids for new lines. */
export type LineMaker = { nameOf: (item: SizingItem) => string; unitOf: (item: SizingItem) => string; newId: () => string }

const categories: Record<SizingItem, CostCategory> = {
  'api-input': 'inference',
  'api-cached': 'inference',
  'api-output': 'inference',
  servers: 'hardware',
  rental: 'compute',
  power: 'other',
  hosting: 'other',
  people: 'people',
}

/** Recoverable VAT: goods and electricity 13 %, services 6 %, salaries none (procurement-rules §4). */
const vatRates: Record<Exclude<SizingItem, 'api-input' | 'api-cached' | 'api-output'>, string> = { servers: '0.13', rental: '0.06', power: '0.13', hosting: '0.06', people: '0' }

const isApi = (item: SizingItem): item is 'api-input' | 'api-cached' | 'api-output' => item.startsWith('api-')

const certain = (value: string): ThreePoint => ({ low: value, likely: value, high: value })

/** Tokens are as uncertain as the load they follow from; hardware is bought as sized. */
const quantityOf = ({ load }: Sizing, { item, quantity }: RouteItem): ThreePoint => {
  if (quantity === null) return certain('0')
  const times = (factor: string): string => new Decimal(quantity).times(factor).toDecimalPlaces(6).toFixed()
  return isApi(item) ? { low: times(load.rangeLow), likely: times('1'), high: times(load.rangeHigh) } : certain(times('1'))
}

/** The average price over the months, to the six decimals a unit price has; null where quantity or cost is unknown. */
const unitCostOf = ({ quantity, cost }: RouteItem): ThreePoint | null => {
  if (quantity === null || cost === null) return null
  return certain(new Decimal(quantity).isZero() ? '0' : new Decimal(cost).div(quantity).toDecimalPlaces(6).toFixed())
}

type Given = Pick<CostLine, 'category' | 'quantity' | 'unitCost' | 'zeroConfirmed' | 'price' | 'inputVatRate' | 'startMonth' | 'months'>

/** The book's word where the price was taken from it, with its dates; else what the person wrote. */
const provenanceOf = ({ api, stacks, choice }: Sizing, item: SizingItem): Provenance | null => {
  const stack = stacks.find(({ id }) => id === choice)
  const written = (source: string | null | undefined) => (source === null || source === undefined ? null : { source })
  if (item === 'api-input') return api.taken?.input ?? written(api.source)
  if (item === 'api-cached') return api.taken?.cached ?? api.taken?.input ?? written(api.source)
  if (item === 'api-output') return api.taken?.output ?? written(api.source)
  return item === 'servers' || item === 'rental' ? (stack?.taken ?? written(stack?.source)) : null
}

const givenBy = (sizing: Sizing, routeItem: RouteItem): Given => {
  const { item, isSpread, cost, quantity } = routeItem
  return {
    category: categories[item],
    quantity: quantityOf(sizing, routeItem),
    unitCost: unitCostOf(routeItem),
    // Nothing is bought, so that it costs nothing is known.
    zeroConfirmed: quantity !== null && new Decimal(quantity).isZero() ? true : cost !== null && new Decimal(cost).isZero() ? false : null,
    price: provenanceOf(sizing, item),
    inputVatRate: isApi(item) ? sizing.api.vatRate : vatRates[item],
    startMonth: sizing.startMonth,
    months: isSpread ? sizing.months : 1,
  }
}

const isNeeded = ({ quantity }: RouteItem): boolean => quantity === null || !new Decimal(quantity).isZero()

const newLine = (sizing: Sizing, routeItem: RouteItem, { nameOf, unitOf, newId }: LineMaker): CostLine => ({
  id: newId(),
  name: nameOf(routeItem.item),
  unit: unitOf(routeItem.item),
  nature: 'incremental',
  scalesWithVolume: true,
  origin: { item: routeItem.item, isOverridden: false },
  ...givenBy(sizing, routeItem),
})

/**
 * The estimate with this sizing and, where it is linked, its cost lines brought up to date: what a person changed on a
 * line stays as it is, what a person took out stays out, and lines of a way no longer chosen go unless they were changed.
 */
export const withSizing = (estimate: Estimate, sizing: Sizing, make: LineMaker): Estimate => {
  if (!sizing.isLinked) return { ...estimate, sizing }
  const wanted = new Map(chosenRoute(sizing).items.filter(isNeeded).map((routeItem) => [routeItem.item, routeItem]))
  const kept = estimate.costLines.flatMap((line): CostLine[] => {
    const { origin } = line
    if (origin === null || origin === undefined || origin.isOverridden) return [line]
    const routeItem = wanted.get(origin.item)
    return routeItem === undefined ? [] : [{ ...line, ...givenBy(sizing, routeItem) }]
  })
  const present = new Set(kept.map(({ origin }) => origin?.item))
  const added = [...wanted.values()].filter(({ item }) => !present.has(item) && !sizing.left.includes(item)).map((routeItem) => newLine(sizing, routeItem, make))
  return { ...estimate, sizing, costLines: [...kept, ...added] }
}

const samePoints = (before: ThreePoint | null, after: ThreePoint | null): boolean =>
  before === null || after === null ? before === after : (['low', 'likely', 'high'] as const).every((point) => new Decimal(before[point]).eq(after[point]))

/** Says the same as what the sizing gave; how a number is written, names, units and prices' sources are not part of it. */
const isSame = (before: CostLine, after: CostLine): boolean =>
  before.category === after.category &&
  samePoints(before.quantity, after.quantity) &&
  samePoints(before.unitCost, after.unitCost) &&
  new Decimal(before.inputVatRate).eq(after.inputVatRate) &&
  before.startMonth === after.startMonth &&
  before.months === after.months &&
  (before.currency ?? 'CNY') === (after.currency ?? 'CNY')

/** After a person edited the cost lines: linked ones that now say something else are marked, removed ones stay out of the sizing's reach. */
export const afterEditing = (before: Estimate, costLines: readonly CostLine[]): Pick<Estimate, 'costLines' | 'sizing'> => {
  const old = new Map(before.costLines.map((line) => [line.id, line]))
  const marked = costLines.map((line): CostLine => {
    const was = old.get(line.id)
    // A copy of a linked line is a line of its own.
    if (was === undefined) return line.origin === null || line.origin === undefined ? line : { ...line, origin: null }
    return line.origin === null || line.origin === undefined || isSame(was, line) ? line : { ...line, origin: { ...line.origin, isOverridden: true } }
  })
  const { sizing } = before
  if (sizing === null || sizing === undefined) return { costLines: marked, sizing }
  const had = new Set(before.costLines.flatMap(({ origin }) => (origin ? [origin.item] : [])))
  const has = new Set(marked.flatMap(({ origin }) => (origin ? [origin.item] : [])))
  const left = [...new Set([...sizing.left.filter((item) => !has.has(item)), ...[...had].filter((item) => !has.has(item))])]
  return { costLines: marked, sizing: left.length === sizing.left.length && left.every((item) => sizing.left.includes(item)) ? sizing : { ...sizing, left } }
}

/** Gives a changed or removed line back to the sizing. */
export const relinked = (estimate: Estimate, item: SizingItem, make: LineMaker): Estimate => {
  const { sizing } = estimate
  if (sizing === null || sizing === undefined) return estimate
  const costLines = estimate.costLines.map((line) => (line.origin?.item === item ? { ...line, origin: { item, isOverridden: false } } : line))
  return withSizing({ ...estimate, costLines }, { ...sizing, left: sizing.left.filter((other) => other !== item) }, make)
}
