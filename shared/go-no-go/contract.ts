import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PersonName } from '#shared/approvals/deal-desk.ts'
import { GoDecision, GoNoGoDecision, Scorecard, Scores } from '#shared/go-no-go/scorecard.ts'

/** The scores as they stand (saved while nothing is decided yet) and every decision, newest first. */
export const GoNoGoState = z.object({ scorecard: Scorecard, scores: Scores, history: z.array(GoNoGoDecision) })
export type GoNoGoState = z.infer<typeof GoNoGoState>

const tenderId = z.object({ tenderId: z.string() })

export const goNoGoContract = {
  get: oc.errors({ NOT_FOUND: {} }).input(tenderId).output(GoNoGoState),
  score: oc.errors({ NOT_FOUND: {} }).input(tenderId.extend({ scores: Scores })).output(GoNoGoState),
  /** `conditional` and `no-go` say why. */
  decide: oc
    .errors({ NOT_FOUND: {}, REASON_MISSING: {} })
    .input(tenderId.extend({ by: PersonName, decision: GoDecision, reason: z.string().trim().max(2000), scores: Scores }))
    .output(GoNoGoState),
  scorecard: oc.output(Scorecard),
  saveScorecard: oc.input(Scorecard).output(Scorecard),
}
