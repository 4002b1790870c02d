import type { BidTerms } from '#shared/bids/bid.ts'
import { Decimal } from '#shared/decimal.ts'
import { expectedLines } from '#shared/estimate/cost-base.ts'
import type { CostLine, Estimate, OfferLine } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import type { EstimateResult } from '#shared/estimate/result.ts'
import { moneyText, roundToFen } from '#shared/money.ts'

export type VersionContent = { estimate: Estimate; terms: BidTerms }

/** One field that differs; null is "not given". Ranges read 'low ~ likely ~ high'. */
export type FieldChange = { field: string; before: string | null; after: string | null }

/** A line that is in only one of two versions, or differs; amounts are CNY, null where the line or its cost is missing. */
export type LineChange = {
  kind: 'offer' | 'cost'
  id: string
  name: string
  change: 'added' | 'removed' | 'changed'
  before: string | null
  after: string | null
  fields: FieldChange[]
}

export const comparedTotals = ['offerTotal', 'netRevenue', 'direct', 'incrementalCost', 'fulfilmentCost', 'expectedCost', 'profit', 'margin', 'parity'] as const
export type ComparedTotal = (typeof comparedTotals)[number]
export type TotalChange = { total: ComparedTotal; before: string | null; after: string | null; difference: string | null }

export type Comparison = { totals: TotalChange[]; lines: LineChange[]; settings: FieldChange[]; terms: FieldChange[] }

/** A value as text for comparing and showing: ranges and lists open, nothing given is null. */
const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return JSON.stringify(value)
  const parts = Object.values(value).map((part) => textOf(part)).filter((part) => part !== null)
  if (!('likely' in value)) return parts.length === 0 ? null : parts.join(', ')
  return new Set(parts).size === 1 ? (parts[0] ?? null) : parts.join(' ~ ')
}

const fieldChanges = (before: object, after: object, skipped: ReadonlySet<string>): FieldChange[] => {
  const [old, now] = [new Map<string, unknown>(Object.entries(before)), new Map<string, unknown>(Object.entries(after))]
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => !skipped.has(field))
    .map((field) => ({ field, before: textOf(old.get(field)), after: textOf(now.get(field)) }))
    .filter((change) => change.before !== change.after)
}

type Valued<Line> = { line: Line; amount: string | null }

/** What says nothing to a reader: the id, and which sizing a line follows. */
const idOnly: ReadonlySet<string> = new Set(['id', 'origin'])

/** Lines meet by id; those of a copied bid keep theirs. In the order of the newer version, removed ones last. */
const lineChanges = <Line extends { id: string; name: string }>(kind: LineChange['kind'], before: readonly Valued<Line>[], after: readonly Valued<Line>[]): LineChange[] => {
  const old = new Map(before.map((valued) => [valued.line.id, valued]))
  const kept = new Set(after.map(({ line }) => line.id))
  const changed = after.flatMap(({ line, amount }): LineChange[] => {
    const was = old.get(line.id)
    if (was === undefined) return [{ kind, id: line.id, name: line.name, change: 'added', before: null, after: amount, fields: [] }]
    const fields = fieldChanges(was.line, line, idOnly)
    return fields.length === 0 ? [] : [{ kind, id: line.id, name: line.name, change: 'changed', before: was.amount, after: amount, fields }]
  })
  const removed = before.filter(({ line }) => !kept.has(line.id)).map(({ line, amount }): LineChange => ({ kind, id: line.id, name: line.name, change: 'removed', before: amount, after: null, fields: [] }))
  return [...changed, ...removed]
}

const offerAmounts = ({ offerLines }: Estimate): Valued<OfferLine>[] => offerLines.map((line) => ({ line, amount: moneyText(roundToFen(new Decimal(line.quantity).times(line.unitPrice))) }))

const costAmounts = (estimate: Estimate): Valued<CostLine>[] =>
  expectedLines(estimate, null).map(({ line, unknownReason, amount }) => ({ line, amount: unknownReason === null ? moneyText(amount) : null }))

const totalChange = (total: ComparedTotal, before: EstimateResult, after: EstimateResult): TotalChange => {
  const [old, now] = [before[total], after[total]]
  const text = (value: string | number | null) => (value === null ? null : String(value))
  return { total, before: text(old), after: text(now), difference: old === null || now === null ? null : new Decimal(now).minus(old).toFixed() }
}

const lists: ReadonlySet<string> = new Set(['offerLines', 'costLines', 'sizing', 'scenarios'])

/** What an edit changed, without the totals: lines, rates and policy, terms. */
export const contentChanges = (before: VersionContent, after: VersionContent): Omit<Comparison, 'totals'> => ({
  lines: [...lineChanges('offer', offerAmounts(before.estimate), offerAmounts(after.estimate)), ...lineChanges('cost', costAmounts(before.estimate), costAmounts(after.estimate))],
  settings: fieldChanges(before.estimate, after.estimate, lists),
  terms: fieldChanges(before.terms, after.terms, new Set()),
})

/** What differs between two states of a bid: totals, line by line, rates and policy, terms. Prices are compared as given, expired or not. */
export const compareVersions = (before: VersionContent, after: VersionContent): Comparison => {
  const [old, now] = [evaluate(before.estimate), evaluate(after.estimate)]
  return {
    totals: comparedTotals.map((total) => totalChange(total, old, now)),
    ...contentChanges(before, after),
  }
}
