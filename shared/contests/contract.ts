import { oc } from '@orpc/contract'
import { z } from 'zod'
import { BidContest } from '#shared/contests/bid-contest.ts'
import { AwardStart } from '#shared/contests/past-awards.ts'
import { WinCurveResult, WinRequest } from '#shared/contests/win-request.ts'

const bidId = z.object({ bidId: z.string() })
/** Version 0: nothing has been stored yet. */
export const StoredContest = z.object({ version: z.int().min(0), contest: BidContest })
export type StoredContest = z.infer<typeof StoredContest>

export const contestsContract = {
  get: oc.errors({ NOT_FOUND: {} }).input(bidId).output(StoredContest),
  /** Judges the bid anew: the chosen rules govern its verdict. */
  save: oc
    .errors({ NOT_FOUND: {}, STALE: { data: z.object({ version: z.int() }) } })
    .input(bidId.extend({ version: z.int().min(0), contest: BidContest }))
    .output(StoredContest),
  /** Ranges to start a rival from, of what the buyer and projects of this kind paid before. */
  pastAwards: oc.errors({ NOT_FOUND: {} }).input(bidId).output(AwardStart.array()),
  /** Runs in a worker; aborting the call stops it. */
  simulate: oc.input(WinRequest).output(WinCurveResult),
}
