import { z } from 'zod'
import { DecimalText } from '#shared/decimal.ts'
import { CostCategory } from '#shared/estimate/estimate.ts'

const Words = z.object({ 'zh-CN': z.string().min(1), en: z.string().min(1), fr: z.string().min(1) })

/** A number, or a formula over the answers (see `evaluateFormula`). */
const Formula = z.union([z.number().transform(String), z.string().min(1).max(200)])

/** Prices a person gives when taking the template; what is not given stays unknown on its lines. */
export const PriceName = z.enum(['personDay', 'onSiteMonth', 'trip'])
export type PriceName = z.infer<typeof PriceName>

/** How far a value may lie below and above the likely one, as factors on it. */
const Spread = z.object({ low: DecimalText.default('1'), high: DecimalText.default('1') })

/** A kind of project of the market: what is quoted, paid and risked, as formulas over a few answers. Lines' words are those of the bid. */
export const BidTemplate = z.object({
  id: z.string().regex(/^[a-z-]+$/),
  names: Words,
  about: Words,
  load: z.object({ activeShare: DecimalText, requestsPerDay: DecimalText, inputTokens: DecimalText, outputTokens: DecimalText }),
  priceSpread: Spread,
  offerLines: z.array(z.object({ name: z.string(), unit: z.string(), quantity: Formula, weight: Formula, vatRate: DecimalText, when: Formula.default('1') })).min(1),
  costLines: z
    .array(
      z.object({
        name: z.string(),
        category: CostCategory,
        unit: z.string(),
        quantity: Formula,
        spread: Spread.default({ low: '1', high: '1' }),
        price: PriceName.nullable(),
        inputVatRate: DecimalText.default('0'),
        startMonth: Formula.default('0'),
        months: Formula.default('1'),
        when: Formula.default('1'),
      }),
    )
    .min(1),
  /** `impact` is a share of the offer total. */
  risks: z.array(z.object({ name: z.string(), probability: DecimalText, impact: z.object({ low: DecimalText, likely: DecimalText, high: DecimalText }), month: Formula, when: Formula.default('1') })),
  payment: z.array(z.object({ name: z.string(), share: DecimalText, dueMonth: Formula, delayDays: z.int() })).min(1),
})
export type BidTemplate = z.infer<typeof BidTemplate>

export const TemplateRoute = z.enum(['api', 'private', 'hybrid'])
export type TemplateRoute = z.infer<typeof TemplateRoute>

/** CNY without VAT, and where it is from. */
export type GivenPrice = { amount: string; source: string | null }

/** What a person says in the short form. Null: not known, never 0. */
export type TemplateAnswers = {
  route: TemplateRoute
  users: string
  months: number
  /** Thousands of documents. */
  documents: string
  systems: string
  onSitePeople: string
  /** CNY with VAT. */
  offerTotal: string | null
  prices: Record<PriceName, GivenPrice | null>
}
