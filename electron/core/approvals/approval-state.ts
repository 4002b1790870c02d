import { type CheckedLog, readLog, sha256 } from '#core/approvals/audit-log.ts'
import { allBudgetUses } from '#core/approvals/budget-uses.ts'
import { findVersion } from '#core/approvals/frozen-store.ts'
import { judgement } from '#core/approvals/judgement.ts'
import { findBid } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import type { ApprovalState, ApprovalStatus, LogState } from '#shared/approvals/contract.ts'
import { defaultDesk, signersFor } from '#shared/approvals/deal-desk.ts'
import { isLossVerdict } from '#shared/approvals/desk-event.ts'
import { changesSince, freeze, type FrozenContent, frozenHash } from '#shared/approvals/frozen-version.ts'
import { type Ledger, ledgerOf } from '#shared/approvals/ledger.ts'
import { isChargeable } from '#shared/approvals/loss-budget.ts'
import type { Assessment } from '#shared/bids/assessment.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import { type Clearance, clearance, Policy, PolicyLevel } from '#shared/pricing/policy.ts'
import type { Tender } from '#shared/tenders/tender.ts'

export type Judged = { bid: Bid; tender: Tender; assessment: Assessment }

/**
 * A bid as it is judged now, by the company's limits. The verdict stored with it is not asked: whoever can edit the file could
 * edit that, too, and a file brings no limits of its own. While the log cannot be believed the program's own limits stand.
 */
export async function judged({ bid, tender }: { bid: Bid; tender: Tender }, context: CoreContext, log?: CheckedLog): Promise<Judged> {
  const { entries, state } = log ?? (await readLog(context.workspace))
  const policy = state.problem === null ? ledgerOf(entries).desk.thresholds : defaultDesk.thresholds
  return { bid, tender, assessment: await judgement({ ...bid, estimate: { ...bid.estimate, policy } }, tender, context) }
}

/** A bid of the workspace as it is judged now; null when there is none of that id. */
export async function findJudged(bidId: string, context: CoreContext): Promise<Judged | null> {
  const stored = await findBid(context.workspace.db, bidId)
  const tender = stored && (await findTender(context.workspace.db, stored.bid.tenderId))
  return stored && tender ? judged({ bid: stored.bid, tender }, context) : null
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
  const leftForBid = new Map((await allBudgetUses(ledger, context, bid.id)).map(({ budget, left }) => [budget.id, left]))
  const frozen = standing.submission === null || standing.submission.versionHash === standing.hash ? null : await findVersion(workspace.db, standing.submission.versionHash)
  const { approvers } = deskOf(ledger, state).policy.rungs[assessment.verdict]
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
    required: (standing.clear.level === 'block' ? approvers : []).map((role) => ({ role, signers: signersFor(ledger.desk, [role], today).map(({ person, isStandIn }) => ({ person, isStandIn })), decision: own.findLast((decision) => decision.role === role) ?? null })),
    submission: standing.submission,
    changes: frozen === null ? [] : changesSince(frozen, content),
    needsLossFacts: isLossVerdict(assessment.verdict),
    budgets: budgets.filter(({ budget }) => !budget.isClosed).map((use) => ({ ...use, isChargeable: isChargeable(use.budget, tender, today), leftForBid: leftForBid.get(use.budget.id) ?? use.left })),
    history: entries.filter(({ event, body }) => isAbout(event, body, bid.id)).toReversed(),
    log: state,
  }
}

type Standing = { hash: string; clear: Clearance; status: ApprovalStatus; submission: Ledger['submissions'][number] | null }

/** The rules in force. A log that does not hold may have been edited to let everything through: then ours stand where they are stricter. */
function deskOf({ desk }: Ledger, log: LogState): Ledger['desk'] {
  if (log.problem === null) return desk
  const strictness = (level: PolicyLevel) => PolicyLevel.options.indexOf(level)
  const rungs = Object.entries(desk.policy.rungs).map(([verdict, rung]) => {
    const usual = defaultDesk.policy.rungs[Verdict.parse(verdict)]
    return [verdict, strictness(usual.level) > strictness(rung.level) ? usual : rung]
  })
  return { ...desk, policy: { ...desk.policy, rungs: Policy.shape.rungs.parse(Object.fromEntries(rungs)) } }
}

function standingOf(ledger: Ledger, content: FrozenContent, log: LogState): Standing {
  const { submissions, decisions } = ledger
  const hash = frozenHash(content, sha256)
  const ofBid = submissions.filter(({ bidId }) => bidId === content.bidId)
  const ofVersion = ofBid.filter(({ versionHash }) => versionHash === hash)
  // Nobody who laid this version before the approvers may sign it, however often it was laid before them.
  const authors = new Set(ofVersion.map(({ by }) => by))
  const counted = decisions.filter(({ versionHash, by }) => versionHash !== hash || !authors.has(by))
  const clear = clearance(deskOf(ledger, log).policy, { id: content.bidId, versionHash: hash, verdict: content.verdict, author: '' }, counted)
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
