import { Decimal } from '#shared/decimal.ts'
import { expectedLines } from '#shared/estimate/cost-base.ts'
import type { CostCategory, Estimate } from '#shared/estimate/estimate.ts'
import { moneyText } from '#shared/money.ts'

/** Expected direct cost of one category, CNY, before VAT. */
export type CategoryCost = { category: CostCategory; incremental: string; allocated: string; total: string }

/** Direct cost by category, the dearest first; categories that cost nothing are left out. */
export const costByCategory = (estimate: Estimate, today: string | null): CategoryCost[] => {
  const sums = new Map<CostCategory, { incremental: Decimal; allocated: Decimal }>()
  for (const { line, amount } of expectedLines(estimate, today)) {
    const sum = sums.get(line.category) ?? { incremental: new Decimal(0), allocated: new Decimal(0) }
    sums.set(line.category, { ...sum, [line.nature]: sum[line.nature].plus(amount) })
  }
  return [...sums]
    .map(([category, { incremental, allocated }]) => ({ category, incremental, allocated, total: incremental.plus(allocated) }))
    .filter(({ total }) => !total.isZero())
    .sort((a, b) => b.total.cmp(a.total))
    .map(({ category, incremental, allocated, total }) => ({ category, incremental: moneyText(incremental), allocated: moneyText(allocated), total: moneyText(total) }))
}
