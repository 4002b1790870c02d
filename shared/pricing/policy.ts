import { z } from 'zod'
import { Verdict } from '#shared/estimate/verdict.ts'
import { Instant } from '#shared/time.ts'

/** What the company does about a verdict: nothing, a warning, or a stop until an approver has given a reason. */
export const PolicyLevel = z.enum(['off', 'warn', 'block'])
export type PolicyLevel = z.infer<typeof PolicyLevel>

const rung = z.object({
  level: PolicyLevel,
  /** Roles that must all approve before a blocked bid is final. */
  approvers: z.array(z.string().min(1).max(100)),
})

/** The deal desk's rules. Blocking or warning is the company's policy, never the program's. */
export const Policy = z.object({ rungs: z.record(Verdict, rung) })
export type Policy = z.infer<typeof Policy>

const block = (...approvers: string[]) => ({ level: 'block' as const, approvers })
const warn = { level: 'warn' as const, approvers: [] }

/** A start for the settings: losses and the unknown stop a bid, thin prices warn. */
export const defaultPolicy: Policy = {
  rungs: {
    'over-ceiling': block('sales-director'),
    'abnormally-low': block('sales-director'),
    'below-incremental': block('sales-director', 'finance'),
    'below-fulfilment': block('sales-director', 'finance'),
    'below-full-cost': block('sales-director'),
    'likely-loss': block('sales-director'),
    'cannot-judge': block('sales-director'),
    underpriced: warn,
    thin: warn,
    healthy: { level: 'off', approvers: [] },
  },
}

/** One person's yes or no to exactly one frozen version; a later change of the bid leaves it behind. */
export const Approval = z.object({
  bidId: z.string(),
  /** Hash of the frozen version it was given for. */
  versionHash: z.string().min(1),
  role: z.string(),
  by: z.string(),
  decision: z.enum(['approved', 'rejected']),
  reason: z.string().trim().min(1).max(2000),
  at: Instant,
})
export type Approval = z.infer<typeof Approval>

export type Clearance = {
  level: PolicyLevel
  /** May the bid be finalised? */
  isClear: boolean
  /** Roles that have not approved this version. */
  missing: string[]
  rejectedBy: Approval | null
  /** Approvals of an earlier version: shown as void. */
  outdated: Approval[]
}

/**
 * The latest decision of each role, oldest first. One person's approval counts for one role only, the first they signed:
 * where two roles must sign, two people must.
 */
export function countedDecisions<D extends Pick<Approval, 'role' | 'by' | 'decision' | 'at'>>(decisions: readonly D[]): Map<string, D> {
  const latest = new Map<string, D>()
  for (const decision of decisions.toSorted(byTime)) {
    latest.delete(decision.role)
    latest.set(decision.role, decision)
  }
  const signed = new Set<string>()
  return new Map([...latest].filter(([, { by, decision }]) => decision === 'rejected' || (!signed.has(by) && signed.add(by).has(by))))
}

/**
 * Whether the policy lets a version of a bid become final. Per role its latest decision on exactly this version counts.
 * An author can't approve their own bid.
 */
export function clearance(policy: Policy, bid: { id: string; versionHash: string; verdict: Verdict; author: string }, approvals: readonly Approval[]): Clearance {
  const { level, approvers } = policy.rungs[bid.verdict]
  const ofBid = approvals.filter(({ bidId, by }) => bidId === bid.id && by !== bid.author)
  const outdated = ofBid.filter(({ versionHash }) => versionHash !== bid.versionHash)
  const latest = countedDecisions(ofBid.filter(({ versionHash }) => versionHash === bid.versionHash))
  const rejectedBy = [...latest.values()].find(({ decision }) => decision === 'rejected') ?? null
  const missing = level === 'block' ? approvers.filter((role) => latest.get(role)?.decision !== 'approved') : []
  return { level, isClear: level !== 'block' || (missing.length === 0 && rejectedBy === null), missing, rejectedBy, outdated }
}

function byTime(a: { at: string }, b: { at: string }): number {
  return a.at < b.at ? -1 : Number(a.at > b.at)
}
