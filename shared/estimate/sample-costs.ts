import type { Prepared } from '#shared/estimate/figures.ts'
import type { SamplePlan } from '#shared/estimate/sample-plan.ts'

/** The cost side of one sample in floats; reused from sample to sample. Contingency is 0. */
export type SampleCosts = {
  direct: number
  /** riskCost − subsidy + overhead + direct: K without what depends on the price, bonds and financing. */
  base: number
  inputVat: number
  /** Cash out per month (less subsidies in), and input VAT paid up to and including each month. */
  outflow: Float64Array
  inputVatUpTo: Float64Array
  /** Months 0 … lastFlow carry a flow. */
  lastFlow: number
}

/** Costs of a sample from its values and how much of each risk happens (0 or 1; its probability for the expected case). */
export type CostSampler = (values: Float64Array, happens: Float64Array) => SampleCosts

type State = { plan: SamplePlan; overheadRate: number; withFlows: boolean; amounts: Float64Array; byCategory: Float64Array; left: Float64Array; costs: SampleCosts }

/** Less than this in a month is rounding noise of the running sums, not a flow. */
const noise = 1e-6

const monthsOf = ({ lines, risks, subsidies }: SamplePlan): number => {
  const ends = lines.map(({ startMonth, months, category }) => {
    const delays = subsidies.filter((subsidy) => subsidy.category === category).map(({ delay }) => delay)
    return startMonth + months + Math.max(0, ...delays)
  })
  return Math.max(1, ...ends, ...risks.map(({ month }) => month + 1))
}

const spread = (differences: Float64Array, amount: number, start: number, length: number): void => {
  const monthly = amount / length
  differences[start] = differences[start]! + monthly
  differences[start + length] = differences[start + length]! - monthly
}

const accumulate = (flows: Float64Array): void => {
  for (let month = 1; month < flows.length; month += 1) flows[month] = flows[month]! + flows[month - 1]!
}

const addLines = ({ plan: { lines }, overheadRate, withFlows, amounts, byCategory, costs }: State, values: Float64Array): void => {
  const { outflow, inputVatUpTo } = costs
  let direct = 0
  let inputVat = 0
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!
    const amount = values[line.quantity]! * values[line.unitCost]!
    const vat = amount * line.inputVatRate
    amounts[i] = amount
    byCategory[line.category] = byCategory[line.category]! + amount
    direct += amount
    inputVat += vat
    if (!withFlows) continue
    spread(outflow, amount * (1 + overheadRate) + vat, line.startMonth, line.months)
    if (vat !== 0) spread(inputVatUpTo, vat, line.startMonth, line.months)
  }
  costs.direct = direct
  costs.inputVat = inputVat
}

const takeSubsidies = ({ plan: { lines, subsidies }, withFlows, amounts, byCategory, left, costs }: State): number => {
  let total = 0
  left.set(byCategory)
  for (const { category, share, cap, delay } of subsidies) {
    const cost = byCategory[category]!
    const taken = Math.min(cap, share * left[category]!)
    left[category] = left[category]! - taken
    total += taken
    if (!withFlows || cost === 0) continue
    for (let i = 0; i < lines.length; i += 1) {
      const line = lines[i]!
      if (line.category === category) spread(costs.outflow, (-amounts[i]! * taken) / cost, line.startMonth + delay, line.months)
    }
  }
  return total
}

const addRisks = ({ plan: { risks }, withFlows, costs }: State, values: Float64Array, happens: Float64Array): number => {
  let total = 0
  for (let i = 0; i < risks.length; i += 1) {
    const { impactValue, month } = risks[i]!
    const impact = happens[i]! * values[impactValue]!
    total += impact
    if (withFlows) costs.outflow[month] = costs.outflow[month]! + impact
  }
  return total
}

/** Steps 1–4 and the monthly flows of one sample; without `withFlows` (no finance rate) the months are left out. */
export const costSampler = (plan: SamplePlan, withFlows: boolean): CostSampler => {
  const months = monthsOf(plan)
  const costs: SampleCosts = { direct: 0, base: 0, inputVat: 0, outflow: new Float64Array(months + 1), inputVatUpTo: new Float64Array(months + 1), lastFlow: 0 }
  const state: State = {
    plan,
    overheadRate: Number(plan.prepared.estimate.overheadRate),
    withFlows,
    amounts: new Float64Array(plan.lines.length),
    byCategory: new Float64Array(plan.categories),
    left: new Float64Array(plan.categories),
    costs,
  }
  return (values, happens) => {
    state.byCategory.fill(0)
    if (withFlows) {
      costs.outflow.fill(0)
      costs.inputVatUpTo.fill(0)
    }
    addLines(state, values)
    const subsidy = takeSubsidies(state)
    if (withFlows) accumulate(costs.outflow)
    const riskCost = addRisks(state, values, happens)
    costs.base = costs.direct * (1 + state.overheadRate) + riskCost - subsidy
    if (withFlows) {
      accumulate(costs.inputVatUpTo)
      accumulate(costs.inputVatUpTo)
      costs.lastFlow = costs.outflow.length - 1
      while (costs.lastFlow > 0 && Math.abs(costs.outflow[costs.lastFlow]!) < noise) costs.lastFlow -= 1
    }
    return costs
  }
}

/** The expected costs of an estimate in floats, contingency included. */
export const expectedCosts = ({ costs }: Prepared): SampleCosts => ({
  direct: costs.direct.toNumber(),
  base: costs.direct.plus(costs.riskCost).minus(costs.subsidy).plus(costs.overhead).plus(costs.contingency).toNumber(),
  inputVat: costs.inputVat.toNumber(),
  outflow: Float64Array.from(costs.outflow, (amount) => amount.toNumber()),
  inputVatUpTo: Float64Array.from(costs.inputVatUpTo, (amount) => amount.toNumber()),
  lastFlow: costs.outflow.length - 1,
})
