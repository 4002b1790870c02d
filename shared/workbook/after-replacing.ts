import { Decimal, DecimalText } from '#shared/decimal.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { afterEditing } from '#shared/sizing/cost-lines.ts'

/** Fields whose text is a word even where it looks like a number: '1.0' and '1' are two names. */
const words: ReadonlySet<string> = new Set(['id', 'name', 'specification', 'unit', 'remark', 'source', 'programme'])

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '') || (isObject(value) && Object.values(value).every(isNothing))

const isNumber = (text: string): boolean => DecimalText.safeParse(text).success

const saysTheSame = (before: string, after: string, field: string): boolean =>
  before.trim() === after.trim() || (!words.has(field) && isNumber(before) && isNumber(after) && new Decimal(before).eq(after))

/** Items meet by their id, those without one by their place. */
const counterpart = (before: readonly unknown[], item: unknown, index: number): unknown =>
  isObject(item) && 'id' in item ? before.find((old) => isObject(old) && old['id'] === item['id']) : before[index]

/** What `after` says, written as `before` wrote it where both say the same, and with what only `before` has a field for. */
const merged = (before: unknown, after: unknown, field: string): unknown => {
  if (isNothing(before) && isNothing(after)) return before
  if (typeof before === 'string' && typeof after === 'string') return saysTheSame(before, after, field) ? before : after
  if (Array.isArray(before) && Array.isArray(after)) return after.map((item: unknown, index) => merged(counterpart(before, item, index), item, field))
  if (!isObject(before) || !isObject(after)) return after
  return Object.fromEntries([...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => [key, key in after ? merged(before[key], after[key], key) : before[key]]))
}

type Priced = { taken?: unknown } | null | undefined

/** What is typed over a price of the book is no longer the book's. */
const byHand = <Price extends Priced>(price: Price, before: unknown, after: unknown): Price =>
  (price?.taken ?? null) === null || JSON.stringify(before) === JSON.stringify(after) ? price : { ...price, taken: null }

/**
 * An estimate read from a workbook in place of this one. A workbook has no columns for the sizing, the cases, programmes and the
 * book's prices, so lines of the same id keep them; unedited, it is the same estimate to the letter.
 */
export const afterReplacing = (before: Estimate, read: Estimate): Estimate => {
  const after = Estimate.parse(merged(before, read, ''))
  const costs = new Map(before.costLines.map(({ id, unitCost }) => [id, unitCost]))
  const offers = new Map(before.offerLines.map(({ id, commercialUnitPrice }) => [id, commercialUnitPrice]))
  const offerLines = after.offerLines.map((line) => ({ ...line, commercialPrice: byHand(line.commercialPrice, offers.get(line.id), line.commercialUnitPrice) }))
  const costLines = after.costLines.map((line) => ({ ...line, price: byHand(line.price, costs.get(line.id), line.unitCost) }))
  return { ...after, offerLines, ...afterEditing(before, costLines) }
}
