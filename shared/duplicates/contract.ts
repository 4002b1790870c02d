import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Tender } from '#shared/tenders/tender.ts'
import { Instant } from '#shared/time.ts'

const Side = Tender.pick({ id: true, projectNo: true, title: true, buyer: true, agency: true, budget: true, ceiling: true, currency: true, publishedAt: true, bidDeadline: true, source: true, stage: true }).extend({ bids: z.int(), notices: z.int() })
export const SuspectedPair = z.object({
  first: Side,
  second: Side,
  likeness: z.object({ sameNumber: z.boolean(), sameBuyer: z.boolean(), sameAmount: z.boolean(), sameDeadline: z.boolean(), title: z.number() }),
})
export type SuspectedPair = z.infer<typeof SuspectedPair>

export const Merge = z.object({ id: z.string(), keptId: z.string(), keptTitle: z.string(), title: z.string(), at: Instant })

const missing = { NOT_FOUND: {} }

export const duplicatesContract = {
  /** The surest pairs first, at most 200. */
  suspects: oc.output(z.array(SuspectedPair)),
  /** `kept` stays, with everything `merged` had; what both say, `kept` says. */
  merge: oc.errors(missing).input(z.object({ kept: z.string(), merged: z.string() })).output(Merge),
  /** They are two: never asked again. */
  keepApart: oc.input(z.object({ first: z.string(), second: z.string() })).output(z.void()),
  merges: oc.output(z.array(Merge)),
  /** Puts everything back where it was; what came in for the merged tender since goes with it. */
  undo: oc.errors(missing).input(z.object({ id: z.string() })).output(z.object({ tenderId: z.string() })),
}
