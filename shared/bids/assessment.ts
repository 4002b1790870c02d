import { z } from 'zod'
import { MoneyText } from '#shared/decimal.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import { Day } from '#shared/time.ts'

/** What lists show of a bid's estimate: computed by core when the bid is saved, and again when a new day begins. */
export const Assessment = z.object({
  verdict: Verdict,
  offerTotal: MoneyText,
  /** Null where a cost is unknown: then there is no profit to state. */
  profit: MoneyText.nullable(),
  margin: z.number().nullable(),
  parity: z.number().nullable(),
  lossProbability: z.number().min(0).max(1).nullable(),
  judgedOn: Day,
})
export type Assessment = z.infer<typeof Assessment>
