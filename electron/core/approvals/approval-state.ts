import { isDeepStrictEqual } from 'node:util'
import { type CheckedLog, readLog, sha256 } from '#core/approvals/audit-log.ts'
import { allBudgetUses } from '#core/approvals/budget-uses.ts'
import { findVersion } from '#core/approvals/frozen-store.ts'
import { assessBid, assessmentOf } from '#core/bids/assess-bid.ts'
import { findBid } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { companyPolicy } from '#core/rules/company-policy.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import type { ApprovalState, ApprovalStatus, LogState } from '#shared/approvals/contract.ts'
import { signersFor } from '#shared/approvals/deal-desk.ts'
import { isLossVerdict } from '#shared/approvals/desk-event.ts'
import { changesSince, freeze, type FrozenContent, frozenHash } from '#shared/approvals/frozen-version.ts'
import { type Ledger, ledgerOf } from '#shared/approvals/ledger.ts'
import { isChargeable } from '#shared/approvals/loss-budget.ts'
import type { Assessment } from '#shared/bids/assessment.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { type Clearance, clearance } from '#shared/pricing/policy.ts'
import { Tender } from '#shared/tenders/tender.ts'

export type Judged = { bid: Bid; tender: Tender; assessment: Assessment }

/** Today's judgement of a bid, stored or from a file. A file may have been edited under its old version, so only equal content takes the stored verdict; and no file brings its own limits. */
export async function judged({ bid, tender }: { bid: Bid; tender: Tender }, context: CoreContext): Promise<Judged> {
  const stored = await findBid(context.workspace.db, bid.id)
  const storedTender = stored && (await findTender(context.workspace.db, stored.bid.tenderId))
  const isStored = stored !== null && storedTender !== null && isDeepStrictEqual(stored.bid, bid) && isDeepStrictEqual(Tender.parse(storedTender), Tender.parse(tender))
  const known = isStored ? await assessmentOf(stored, context) : null
  if (known !== null) return { bid, tender, assessment: known }
  const byOurLimits = { ...bid, estimate: { ...bid.estimate, policy: await companyPolicy(context.workspace.db) } }
  return { bid, tender, assessment: await assessBid(byOurLimits, tender, context) }
}

/** What the rules say about the bid as it stands, and who has said what. */
export async function approvalState({ bid, tender, assessment }: Judged, context: CoreContext, log?: CheckedLog): Promise<ApprovalState> {
  const { workspace, now } = context
  const { entries, state } = log ?? (await readLog(workspace))
  const ledger = ledgerOf(entries)
  const content = freeze(bid, assessment.verdict)
  const standing = standingOf(ledger, content, state)
  const today = beijingDay(now().toISOString())
  const budgets = await allBudgetUses(ledger, context)
  const frozen = standing.submission === null || standing.submission.versionHash === standing.hash ? null : await findVersion(workspace.db, standing.submission.versionHash)
  const { approvers } = ledger.desk.policy.rungs[assessment.verdict]
  const own = ledger.decisions.filter(({ bidId, versionHash }) => bidId === bid.id && versionHash === standing.hash)
  return {
    bidId: bid.id,
    bidVersion: bid.version,
    verdict: assessment.verdict,
    level: standing.clear.level,
    status: standing.status,
    offerTotal: assessment.offerTotal,
    profit: assessment.profit,
    versionHash: standing.hash,
    required: (standing.clear.level === 'block' ? approvers : []).map((role) => ({ role, signers: signersFor(ledger.desk, [role]).map(({ person, isStandIn }) => ({ person, isStandIn })), decision: own.findLast((decision) => decision.role === role) ?? null })),
    submission: standing.submission,
    changes: frozen === null ? [] : changesSince(frozen, content),
    needsLossFacts: isLossVerdict(assessment.verdict),
    budgets: budgets.filter(({ budget }) => !budget.isClosed).map((use) => ({ ...use, isChargeable: isChargeable(use.budget, tender, today) })),
    history: entries.filter(({ event, body }) => isAbout(event, body, bid.id)).toReversed(),
    log: state,
  }
}

type Standing = { hash: string; clear: Clearance; status: ApprovalStatus; submission: Ledger['submissions'][number] | null }

function standingOf({ desk, submissions, decisions }: Ledger, content: FrozenContent, log: LogState): Standing {
  const hash = frozenHash(content, sha256)
  const ofBid = submissions.filter(({ bidId }) => bidId === content.bidId)
  const ofVersion = ofBid.filter(({ versionHash }) => versionHash === hash)
  // Nobody who laid this version before the approvers may sign it, however often it was laid before them.
  const authors = new Set(ofVersion.map(({ by }) => by))
  const counted = decisions.filter(({ versionHash, by }) => versionHash !== hash || !authors.has(by))
  const clear = clearance(desk.policy, { id: content.bidId, versionHash: hash, verdict: content.verdict, author: '' }, counted)
  const submission = ofVersion.at(-1) ?? ofBid.at(-1) ?? null
  const lastRefusal = counted.findLast((decision) => decision.bidId === content.bidId && decision.versionHash === hash && decision.decision === 'rejected')
  return { hash, clear, submission, status: statusOf() }

  function statusOf(): ApprovalStatus {
    if (clear.level === 'off') return 'open'
    if (clear.level === 'warn') return 'warned'
    if (log.problem !== null) return 'log-broken'
    if (clear.isClear) return 'approved'
    const laidBefore = ofVersion.at(-1)
    if (laidBefore === undefined) return submission === null ? 'not-submitted' : 'lapsed'
    return clear.rejectedBy !== null && lastRefusal !== undefined && lastRefusal.index > laidBefore.index ? 'refused' : 'waiting'
  }
}

function isAbout(event: string, body: string, bidId: string): boolean {
  if (event !== 'submitted' && event !== 'decided' && event !== 'reopened' && event !== 'outcome-recorded') return false
  // Canonical JSON writes every text the same way.
  return body.includes(`"bidId":${JSON.stringify(bidId)}`)
}
