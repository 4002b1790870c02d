import { BidTerms, type Bid } from '#shared/bids/bid.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import { canonicalJson, type Hash, versionHash } from '#shared/pricing/approval-log.ts'
import { z } from 'zod'

/** What people sign: the price, the cost, the terms and the verdict they lead to. Any change makes another version. */
export const FrozenContent = z.object({ bidId: z.string(), lotNo: z.string().nullable(), estimate: Estimate, terms: BidTerms, verdict: Verdict })
export type FrozenContent = z.infer<typeof FrozenContent>

export function freeze({ id, lotNo, estimate, terms }: Pick<Bid, 'id' | 'lotNo' | 'estimate' | 'terms'>, verdict: Verdict): FrozenContent {
  return { bidId: id, lotNo, estimate, terms, verdict }
}

export function frozenHash(content: FrozenContent, hash: Hash): string {
  return versionHash(content, hash)
}

export const VersionChange = z.enum(['price', 'cost', 'terms', 'verdict'])
export type VersionChange = z.infer<typeof VersionChange>

/** What is different from the version that was signed. */
export function changesSince(frozen: FrozenContent, now: FrozenContent): VersionChange[] {
  const parts = (content: FrozenContent): Record<VersionChange, unknown> => {
    const { offerLines, ...cost } = content.estimate
    return { price: offerLines, cost, terms: [content.terms, content.lotNo], verdict: content.verdict }
  }
  const [before, after] = [parts(frozen), parts(now)]
  return VersionChange.options.filter((part) => canonicalJson(before[part]) !== canonicalJson(after[part]))
}
