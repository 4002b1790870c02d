import { z } from 'zod'
import { PersonName } from '#shared/approvals/deal-desk.ts'
import { GoDecision } from '#shared/go-no-go/scorecard.ts'

/** What our desk adds to a tender's facts; no source says it and no import changes it. */
export const TenderDesk = z.object({
  /** Who works on it (负责人). */
  owner: PersonName.nullable(),
  /** The province the buyer or the title names. */
  region: z.string().nullable(),
  /** The last go/no-go decision, and its score from 0 to 100. */
  decision: GoDecision.nullable(),
  score: z.number().nullable(),
})
export type TenderDesk = z.infer<typeof TenderDesk>
