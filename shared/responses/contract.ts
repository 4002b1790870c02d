import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Deviation, ResponseFields, ResponseRow } from '#shared/responses/response.ts'

const bid = z.object({ bidId: z.string() })

const Answer = z.object({ requirementId: z.string(), response: ResponseFields })
const StoredAnswer = Answer.extend({ version: z.int() })

export const responsesContract = {
  /** ★ first. */
  list: oc.errors({ NOT_FOUND: {} }).input(bid).output(z.array(ResponseRow)),
  save: oc
    .errors({ NOT_FOUND: {}, STALE: { data: z.object({ version: z.int() }) } })
    .input(bid.extend({ requirementId: z.string(), version: z.int(), response: ResponseFields }))
    .output(StoredAnswer),
  /** Answers the named clauses that have no answer yet with their own words; says which, as they were before. */
  answerOpen: oc
    .errors({ NOT_FOUND: {} })
    .input(bid.extend({ requirementIds: z.array(z.string()).min(1).max(5000), deviation: Deviation }))
    .output(z.object({ before: z.array(Answer) })),
  /** Puts answers back as they were, whatever was said since: the undo of `answerOpen` and `save`. */
  putBack: oc.errors({ NOT_FOUND: {} }).input(bid.extend({ answers: z.array(Answer).min(1).max(5000) })).output(z.object({ count: z.int() })),
}
