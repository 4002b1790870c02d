import { Decimal } from '#shared/decimal.ts'
import type { Explanation, ExplanationPart, SubtotalKey } from '#shared/estimate/explanation.ts'
import { type Figures, type Prepared, figuresAt, prepare } from '#shared/estimate/figures.ts'
import { moneyText } from '#shared/money.ts'

type Whole = { prepared: Prepared; figures: Figures; today: string | null }

/** What profit is added up from, signed as it counts in it, CNY. */
const profitTerms = ({ costs }: Prepared, figures: Figures): [SubtotalKey, Decimal][] => [
  ['netRevenue', figures.netRevenue],
  ['vatRefund', figures.vatRefund],
  ['direct', costs.direct.negated()],
  ['riskCost', costs.riskCost.negated()],
  ['subsidy', costs.subsidy],
  ['overhead', costs.overhead.negated()],
  ['contingency', costs.contingency.negated()],
  ['surcharges', figures.surcharges.negated()],
  ['stampDuty', figures.stampDuty.negated()],
  ['agencyFee', figures.agencyFee.negated()],
  ['bondCost', figures.bondCost.negated()],
  ['financing', figures.financing.negated()],
]

/** Each term of another profit beside what the estimate itself has for it, so that what moved and what stayed is seen. */
const partsBeside = (formula: 'at-volume-share' | 'with-all-subsidies', other: [SubtotalKey, Decimal][], own: [SubtotalKey, Decimal][]): ExplanationPart[] =>
  other.map(([subtotal, amount], index) => ({ formula, id: null, name: null, subtotal, amount: moneyText(amount), figures: { own: moneyText(own[index]?.[1] ?? 0) } }))

/** Profit with every subsidy secured and at each volume share (step 12): the whole calculation again, term by term. The share 1 is the profit itself. */
export const explainProfits = ({ prepared, figures, today }: Whole): Explanation[] => {
  const own = profitTerms(prepared, figures)
  const again = (options: { share?: Decimal; withAllSubsidies?: boolean }, formula: 'at-volume-share' | 'with-all-subsidies') => {
    const other = prepare(prepared.estimate, { ...options, today, lines: prepared.costs.lines })
    const result = figuresAt(other, other.offer.total)
    return { amount: moneyText(result.profit), parts: partsBeside(formula, profitTerms(other, result), own) }
  }
  return [
    { subtotal: 'profitWithAllSubsidies', ...again({ withAllSubsidies: true }, 'with-all-subsidies') },
    ...prepared.estimate.volumeShares
      .map((text) => ({ text, share: new Decimal(text) }))
      .filter(({ share }) => !share.eq(1))
      .map(({ text, share }): Explanation => ({ subtotal: 'byVolume', share: text, ...again({ share }, 'at-volume-share') })),
  ]
}
