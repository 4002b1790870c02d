import { z } from 'zod'
import { DecimalText } from '#shared/decimal.ts'
import { addDays } from '#shared/calendar/day.ts'
import { CostCategory, Estimate } from '#shared/estimate/estimate.ts'
import { OutcomeReason, OutcomeResult } from '#shared/outcomes/outcome.ts'

/** One value, or lowest, likely and highest, as '150 170 220'. */
const Points = z.string().transform((text, context) => {
  const [low, likely = low, high = likely] = text.split(' ')
  const points = z.object({ low: DecimalText, likely: DecimalText, high: DecimalText }).safeParse({ low, likely, high })
  if (points.success) return points.data
  context.addIssue({ code: 'custom', message: 'not one or three numbers' })
  return z.NEVER
})

/** name, quantity, unit, unit price, VAT rate, commercial unit price */
const OfferRow = z.tuple([z.string(), DecimalText, z.string(), DecimalText, DecimalText, DecimalText])
/** name, category, unit, quantity, unit cost, input VAT rate, first month, months */
const CostRow = z.tuple([z.string(), CostCategory, z.string(), Points, Points, DecimalText, z.int(), z.int()])

/** A past bid of assets/sample: days are offsets from the day it is loaded. */
export const PastBid = z.object({
  tender: z.string(),
  /** What its title says beside the tender's. */
  round: z.string().default(''),
  stage: z.enum(['draft', 'submitted']).default('submitted'),
  /** When it was handed in or last worked on; null: just before the deadline. */
  finishedDaysAgo: z.int().nullable().default(null),
  outcome: z
    .object({
      result: OutcomeResult,
      daysAgo: z.int(),
      winner: z.string().nullable().default(null),
      amount: z.string().nullable().default(null),
      opened: z.array(z.tuple([z.string(), z.string().nullable()])).default([]),
      reasons: z.array(OutcomeReason),
      lesson: z.string().nullable(),
      actualCost: z.string().nullable().default(null),
    })
    .nullable(),
  /** Laid before the approvers; `signed`: each role's reason for its yes. */
  approval: z.object({ daysAgo: z.int(), reason: z.string(), payBack: z.string(), signed: z.record(z.string(), z.string()) }).nullable().default(null),
  offer: z.array(OfferRow),
  cost: z.array(CostRow),
})
export type PastBid = z.infer<typeof PastBid>

const listPrices = '公司标准报价单'
const costSources: Partial<Record<CostCategory, string>> = { people: '人力成本标准', inference: '模型厂商价目表', travel: '上年度平均' }

/** Its prices were looked up before it was handed in, `pricedDaysAgo`, and hold for months yet. */
export function pastEstimate({ offer, cost }: PastBid, common: Record<string, unknown>, pricedDaysAgo: number, today: string): Estimate {
  const priced = (source: string) => ({ source, priceDate: addDays(today, -pricedDaysAgo), validUntil: addDays(today, 200) })
  return Estimate.parse({
    ...common,
    offerLines: offer.map(([name, quantity, unit, unitPrice, vatRate, commercialUnitPrice], index) => ({ id: `o${index + 1}`, name, quantity, unit, unitPrice, vatRate, commercialUnitPrice, commercialPrice: priced(listPrices) })),
    costLines: cost.map(([name, category, unit, quantity, unitCost, inputVatRate, startMonth, months], index) => ({
      id: `c${index + 1}`, name, category, unit, quantity, unitCost, inputVatRate, startMonth, months,
      nature: category === 'people' ? 'allocated' : 'incremental',
      price: priced(costSources[category] ?? '供应商报价'),
    })),
  })
}
