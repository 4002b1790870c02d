import { Decimal } from '#shared/decimal.ts'
import type { CostLine, Estimate, ThreePoint } from '#shared/estimate/estimate.ts'
import { type Prepared, prepare } from '#shared/estimate/figures.ts'
import { type Span, meanOf, pertTable, varianceOf } from '#shared/estimate/pert.ts'
import { isForeign } from '#shared/estimate/unknowns.ts'

/** One uncertain three-point input; `value` is its place in the sampled values, `spread` a standard deviation of cost for ordering. */
export type UncertainInput = { kind: 'quantity' | 'unit-cost' | 'impact'; id: string; name: string; value: number; span: Span; table: Float64Array; spread: number }

/** A risk: it happens when its word is below `threshold` (probability × 2³²). */
export type PlannedRisk = { id: string; name: string; probability: number; threshold: number; impactValue: number; month: number; meanImpact: number; spread: number }

/** A cost line in floats: amount = values[quantity] × values[unitCost]. */
export type PlannedLine = {
  quantity: number
  unitCost: number
  inputVatRate: number
  startMonth: number
  months: number
  category: number
}

export type PlannedSubsidy = { category: number; share: number; cap: number; delay: number }

/** An estimate in floats, ready to be evaluated with sampled values. Certain values are already in `values`. */
export type SamplePlan = {
  prepared: Prepared
  values: Float64Array
  inputs: UncertainInput[]
  lines: PlannedLine[]
  risks: PlannedRisk[]
  subsidies: PlannedSubsidy[]
  categories: number
  correlation: number
}

const toSpan = ({ low, likely, high }: ThreePoint, rate = 1): Span => ({ low: Number(low) * rate, likely: Number(likely) * rate, high: Number(high) * rate })

const zeroSpan: Span = { low: 0, likely: 0, high: 0 }

type Collected = { values: number[]; inputs: UncertainInput[] }

/** Stores a value's mean and, when it is uncertain, registers it as an input; `weight` is what it is multiplied with on average. */
const addValue = (into: Collected, kind: UncertainInput['kind'], { id, name }: { id: string; name: string }, span: Span, weight: number): number => {
  const value = into.values.length
  into.values.push(meanOf(span))
  if (span.high > span.low && weight !== 0) {
    into.inputs.push({ kind, id, name, value, span, table: pertTable(span), spread: Math.sqrt(varianceOf(span)) * Math.abs(weight) })
  }
  return value
}

const planLine = (into: Collected, line: CostLine, isKnown: boolean, categories: Map<string, number>): PlannedLine => {
  const quantity = toSpan(line.quantity)
  const rate = isForeign(line) ? Number(line.exchangeRate ?? 0) : 1
  const unitCost = isKnown && line.unitCost !== null ? toSpan(line.unitCost, rate) : zeroSpan
  const category = categories.get(line.category) ?? categories.size
  categories.set(line.category, category)
  return {
    quantity: addValue(into, 'quantity', line, quantity, meanOf(unitCost)),
    unitCost: addValue(into, 'unit-cost', line, unitCost, meanOf(quantity)),
    inputVatRate: Number(line.inputVatRate),
    startMonth: line.startMonth,
    months: line.months,
    category,
  }
}

/** Compiles an estimate for sampling; unit costs unknown on `today` count as 0. */
export const samplePlan = (estimate: Estimate, today: string | null): SamplePlan => {
  const prepared = prepare(estimate, { today })
  const into: Collected = { values: [], inputs: [] }
  const categories = new Map<string, number>()
  const lines = prepared.costs.lines.map(({ line, unknownReason }) => planLine(into, line, unknownReason === null, categories))
  const risks = estimate.risks
    .filter((risk) => new Decimal(risk.probability).greaterThan(0))
    .map((risk): PlannedRisk => {
      const probability = Math.min(1, Number(risk.probability))
      const span = toSpan(risk.impact)
      const impactValue = addValue(into, 'impact', risk, span, probability)
      const spread = Math.sqrt(probability * (1 - probability)) * Math.abs(meanOf(span))
      return { id: risk.id, name: risk.name, probability, threshold: probability * 4294967296, impactValue, month: risk.month, meanImpact: meanOf(span), spread }
    })
  const subsidies = prepared.estimate.subsidies
    .filter((subsidy) => subsidy.secured && categories.has(subsidy.category))
    .map((subsidy) => ({ category: categories.get(subsidy.category) ?? 0, share: Number(subsidy.share), cap: Number(subsidy.cap), delay: subsidy.payoutDelayMonths }))
  const correlation = Math.min(1, Math.max(0, Number(estimate.riskCorrelation)))
  return { prepared, values: Float64Array.from(into.values), inputs: into.inputs, lines, risks, subsidies, categories: categories.size, correlation }
}
