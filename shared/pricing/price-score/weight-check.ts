import { Decimal } from '#shared/decimal.ts'

export type Category = 'goods' | 'service'
export type ScoredMethod = 'open_tender' | 'competitive_consultation'

const limits = {
  open_tender: { goods: { min: 30, max: 100 }, service: { min: 10, max: 100 } },
  competitive_consultation: { goods: { min: 30, max: 60 }, service: { min: 10, max: 30 } },
} as const satisfies Record<ScoredMethod, Record<Category, { min: number; max: number }>>

/** May a government tender give the price this many of 100 points? 87号令55条; 磋商 财库〔2014〕214号24条 (outside only with approval). */
export function isPriceWeightAllowed(category: Category, method: ScoredMethod, weight: string): boolean {
  const { min, max } = limits[method][category]
  const points = new Decimal(weight)
  return points.gte(min) && points.lte(max)
}
