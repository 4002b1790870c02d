import { Decimal } from '#shared/decimal.ts'
import type { CostCategory, CostLine, Estimate, Subsidy, ThreePoint } from '#shared/estimate/estimate.ts'
import { type UnknownReason, isForeign, unknownCostReason } from '#shared/estimate/unknowns.ts'

/** Expected money of one cost line, VAT-exclusive; one with an `unknownReason` counts as 0. */
export type CostLineAmounts = { line: CostLine; unknownReason: UnknownReason | null; quantity: Decimal; unitCost: Decimal; amount: Decimal; inputVat: Decimal }

export type SubsidyAmount = { subsidy: Subsidy; isCounted: boolean; base: Decimal; amount: Decimal }

/** Everything about cost that the price does not change, at one volume share (steps 1–4 and the monthly flows of step 10). */
export type CostBase = {
  lines: CostLineAmounts[]
  subsidies: SubsidyAmount[]
  direct: Decimal
  directIncremental: Decimal
  directAllocated: Decimal
  riskCost: Decimal
  subsidy: Decimal
  overhead: Decimal
  contingency: Decimal
  inputVat: Decimal
  /** Cash out (+) and in (−) per month: cost with input VAT, overhead, contingency, risks, less subsidies. */
  outflow: Decimal[]
  /** The same added up to and including each month. */
  outflowUpTo: Decimal[]
  /** Input VAT paid up to and including each month. */
  inputVatUpTo: Decimal[]
}

/** `lines` are those of the whole volume (share 1), as `expectedLines` gives them. */
export type CostOptions = { share: Decimal; withAllSubsidies: boolean; lines: readonly CostLineAmounts[] }

const zero = new Decimal(0)

/** PERT mean (a + 4m + b) ÷ 6. */
export const pertMean = ({ low, likely, high }: ThreePoint): Decimal =>
  low === high && low === likely ? new Decimal(low) : new Decimal(likely).times(4).plus(low).plus(high).div(6)

const lineAmounts = (line: CostLine, today: string | null): CostLineAmounts => {
  const unknownReason = unknownCostReason(line, today)
  const quantity = pertMean(line.quantity)
  const inCny = line.unitCost === null || unknownReason !== null ? zero : pertMean(line.unitCost)
  const unitCost = isForeign(line) ? inCny.times(line.exchangeRate ?? 0) : inCny
  const amount = quantity.times(unitCost)
  return { line, unknownReason, quantity, unitCost, amount, inputVat: amount.times(line.inputVatRate) }
}

/** Every cost line in expected money at the whole volume; unit costs unknown on `today` count as 0. */
export const expectedLines = (estimate: Estimate, today: string | null): CostLineAmounts[] => estimate.costLines.map((line) => lineAmounts(line, today))

const atShare = (amounts: CostLineAmounts, share: Decimal): CostLineAmounts => {
  if (!amounts.line.scalesWithVolume || share.eq(1)) return amounts
  return { ...amounts, quantity: amounts.quantity.times(share), amount: amounts.amount.times(share), inputVat: amounts.inputVat.times(share) }
}

const sumBy = <T>(items: readonly T[], pick: (item: T) => Decimal): Decimal => items.reduce((total, item) => total.plus(pick(item)), zero)

/** Step 3: subsidies in order; what one takes of a category's cost the next does not see. */
const takeSubsidies = (subsidies: readonly Subsidy[], costByCategory: ReadonlyMap<CostCategory, Decimal>, withAll: boolean): SubsidyAmount[] => {
  const left = new Map(costByCategory)
  return subsidies.map((subsidy) => {
    const base = left.get(subsidy.category) ?? zero
    const isCounted = withAll || subsidy.secured
    if (!isCounted) return { subsidy, isCounted, base, amount: zero }
    const amount = Decimal.min(subsidy.cap, base.times(subsidy.share))
    left.set(subsidy.category, base.minus(amount))
    return { subsidy, isCounted, base, amount }
  })
}

/** Adds an amount evenly over months start … start + months − 1 to a list of month-to-month differences. */
const spread = (differences: Decimal[], amount: Decimal, start: number, months: number): void => {
  if (amount.isZero()) return
  const monthly = amount.div(months)
  differences[start] = (differences[start] ?? zero).plus(monthly)
  differences[start + months] = (differences[start + months] ?? zero).minus(monthly)
}

const accumulate = (differences: readonly Decimal[], length: number): Decimal[] => {
  let running = zero
  return Array.from({ length }, (_, month) => {
    const difference = differences[month]
    if (difference !== undefined) running = running.plus(difference)
    return running
  })
}

const monthlyFlows = (estimate: Estimate, lines: readonly CostLineAmounts[], subsidies: readonly SubsidyAmount[], costByCategory: ReadonlyMap<CostCategory, Decimal>) => {
  const out: Decimal[] = []
  const vat: Decimal[] = []
  const grossUp = new Decimal(1).plus(estimate.overheadRate).plus(estimate.contingencyRate)
  let months = 1
  for (const { line, amount, inputVat } of lines) {
    if (amount.isZero()) continue
    months = Math.max(months, line.startMonth + line.months)
    spread(out, amount.times(grossUp).plus(inputVat), line.startMonth, line.months)
    spread(vat, inputVat, line.startMonth, line.months)
  }
  for (const { subsidy, amount } of subsidies) {
    if (amount.isZero()) continue
    const ratio = amount.div(costByCategory.get(subsidy.category) ?? 1)
    for (const { line, amount: cost } of lines.filter(({ line }) => line.category === subsidy.category)) {
      if (cost.isZero()) continue
      months = Math.max(months, line.startMonth + line.months + subsidy.payoutDelayMonths)
      spread(out, cost.times(ratio).negated(), line.startMonth + subsidy.payoutDelayMonths, line.months)
    }
  }
  for (const { probability, impact, month } of estimate.risks) {
    const expected = pertMean(impact).times(probability)
    if (expected.isZero()) continue
    months = Math.max(months, month + 1)
    spread(out, expected, month, 1)
  }
  const inputVatUpTo = accumulate(accumulate(vat, months), months)
  const outflow = accumulate(out, months)
  return { outflow, outflowUpTo: accumulate(outflow, months), inputVatUpTo }
}

/** Steps 1–4 and the price-independent cash flows, in exact decimals, at one volume share. */
export const costBase = (estimate: Estimate, options: CostOptions): CostBase => {
  const lines = options.lines.map((amounts) => atShare(amounts, options.share))
  const costByCategory = new Map<CostCategory, Decimal>()
  for (const { line, amount } of lines) costByCategory.set(line.category, (costByCategory.get(line.category) ?? zero).plus(amount))
  const subsidies = takeSubsidies(estimate.subsidies, costByCategory, options.withAllSubsidies)
  const directIncremental = sumBy(lines.filter(({ line }) => line.nature === 'incremental'), ({ amount }) => amount)
  const directAllocated = sumBy(lines.filter(({ line }) => line.nature === 'allocated'), ({ amount }) => amount)
  const direct = directIncremental.plus(directAllocated)
  return {
    lines,
    subsidies,
    direct,
    directIncremental,
    directAllocated,
    riskCost: sumBy(estimate.risks, (risk) => pertMean(risk.impact).times(risk.probability)),
    subsidy: sumBy(subsidies, ({ amount }) => amount),
    overhead: direct.times(estimate.overheadRate),
    contingency: direct.times(estimate.contingencyRate),
    inputVat: sumBy(lines, ({ inputVat }) => inputVat),
    ...monthlyFlows(estimate, lines, subsidies, costByCategory),
  }
}
