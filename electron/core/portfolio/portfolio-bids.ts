import { readLog } from '#core/approvals/audit-log.ts'
import { assessmentOf } from '#core/bids/assess-bid.ts'
import { allBids } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { allOutcomes } from '#core/outcomes/outcome-store.ts'
import { deskOf, findTender } from '#core/tenders/tender-store.ts'
import { isApproved, type Ledger, ledgerOf } from '#shared/approvals/ledger.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import type { PortfolioBid } from '#shared/portfolio/portfolio.ts'

/** Every bid with what the portfolio counts it by. */
export async function portfolioBids(context: CoreContext): Promise<PortfolioBid[]> {
  const { db } = context.workspace
  const outcomes = await allOutcomes(db)
  const ledger = ledgerOf((await readLog(context.workspace)).entries)
  const found: PortfolioBid[] = []
  for (const stored of await allBids(db)) {
    const { bid } = stored
    const tender = await findTender(db, bid.tenderId)
    const assessment = await assessmentOf(stored, context)
    if (!tender || !assessment) continue
    const { region } = await deskOf(db, tender.id)
    const decidedOn = outcomes.get(bid.id)?.decidedOn ?? null
    const { verdict, offerTotal, profit, parity } = assessment
    found.push({
      id: bid.id, title: bid.title, projectNo: tender.projectNo, buyer: tender.buyer, region, useCase: tender.useCase, stage: bid.stage, verdict, offerTotal, profit, parity, bidDeadline: tender.bidDeadline, decidedOn,
      month: (decidedOn ?? (tender.bidDeadline === null ? null : beijingDay(tender.bidDeadline)))?.slice(0, 7) ?? null,
      story: storyOf(ledger, bid.id),
    })
  }
  return found
}

/** What was said for the loss: the last version that was signed, else the last one asked for. */
function storyOf(ledger: Ledger, bidId: string): PortfolioBid['story'] {
  const ofBid = ledger.submissions.filter((submission) => submission.bidId === bidId && submission.loss !== null)
  const approved = ofBid.findLast((submission) => isApproved(submission, ledger))
  const told = approved ?? ofBid.at(-1)
  if (told === undefined || told.loss === null) return null
  const { loss, by, reason } = told
  return { by, reason, payBack: loss.payBack, reviewOn: loss.reviewOn, budget: ledger.budgets.find(({ id }) => id === loss.budgetId)?.name ?? null, isApproved: approved !== undefined }
}
