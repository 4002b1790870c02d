import { z } from 'zod'

const text = z.string().max(200)

/** What the printed portfolio says, in the language of the window; headings of amounts name their unit. `note` has {moment}, `market` {count}, {known}, {median} and {currency}. */
export const PortfolioWords = z.object({
  title: text, note: text, month: text, noMonth: text, total: text, unknown: text,
  pipeline: text, rates: text, breakdown: text, losses: text, budgets: text, parityOverTime: text, marketTitle: text,
  count: text, amount: text, byCount: text, byAmount: text, bidRate: text, winRate: text, won: text, decided: text, median: text, share: text,
  parity: text, useCase: text, buyerGroup: text, region: text, winner: text, market: text, sum: text, medianAmount: text,
  project: text, verdict: text, profit: text, reason: text, payBack: text, noStory: text, notApproved: text,
  budget: text, period: text, limit: text, used: text, exposed: text, left: text, owner: text,
  noLosses: text, noBudgets: text, noParity: text, noMarket: text,
  /** Stages, verdicts, use cases and bands of parity, by their code. */
  codes: z.record(z.string().max(60), text),
})
export type PortfolioWords = z.infer<typeof PortfolioWords>
