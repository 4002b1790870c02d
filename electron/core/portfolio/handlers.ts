import { basename } from 'node:path'
import { readLog } from '#core/approvals/audit-log.ts'
import { assessmentOf } from '#core/bids/assess-bid.ts'
import { allBids } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { writeWhole } from '#core/documents/print-volume.ts'
import { os } from '#core/os.ts'
import { allOutcomes } from '#core/outcomes/outcome-store.ts'
import { awardsOfTenders, marketAwards } from '#core/portfolio/award-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { isApproved, type Ledger, ledgerOf } from '#shared/approvals/ledger.ts'
import { beijingDay, formatBeijing } from '#shared/calendar/beijing-time.ts'
import { ExportColumn } from '#shared/portfolio/contract.ts'
import { csvText } from '#shared/csv.ts'
import { marketOf } from '#shared/portfolio/market.ts'
import type { PortfolioBid } from '#shared/portfolio/portfolio.ts'

export const portfolioHandlers = {
  bids: os.portfolio.bids.handler(({ context }) => portfolioBids(context)),

  market: os.portfolio.market.handler(async ({ input, context }) => marketOf(await marketAwards(context.workspace.db), input.currency)),

  tenders: os.portfolio.tenders.handler(({ input, context }) => awardsOfTenders(context.workspace.db, input.ids)),

  export: os.portfolio.export.handler(async ({ input: { destination, bidIds, headings, words }, context, errors }) => {
    const path = context.files.pathOf(destination)
    if (path === undefined) throw errors.DESTINATION_UNKNOWN()
    const bids = (await portfolioBids(context)).filter(({ id }) => bidIds === null || bidIds.includes(id))
    const columns = ExportColumn.options
    const text = csvText([columns.map((column) => headings[column]), ...bids.map((bid) => columns.map((column) => cellOf(bid, column, words)))])
    await writeWhole(path, new TextEncoder().encode(text)).catch((error: unknown) => {
      throw errors.WRITE_FAILED({ data: { reason: error instanceof Error ? error.message : String(error) } })
    })
    return { fileName: basename(path), rows: bids.length }
  }),
}

async function portfolioBids(context: CoreContext): Promise<PortfolioBid[]> {
  const { db } = context.workspace
  const outcomes = await allOutcomes(db)
  const ledger = ledgerOf((await readLog(context.workspace)).entries)
  const found: PortfolioBid[] = []
  for (const stored of await allBids(db)) {
    const { bid } = stored
    const tender = await findTender(db, bid.tenderId)
    const assessment = await assessmentOf(stored, context)
    if (!tender || !assessment) continue
    const decidedOn = outcomes.get(bid.id)?.decidedOn ?? null
    const { verdict, offerTotal, profit, parity } = assessment
    found.push({
      id: bid.id, title: bid.title, projectNo: tender.projectNo, buyer: tender.buyer, useCase: tender.useCase, stage: bid.stage, verdict, offerTotal, profit, parity, bidDeadline: tender.bidDeadline, decidedOn,
      month: (decidedOn ?? (tender.bidDeadline === null ? null : beijingDay(tender.bidDeadline)))?.slice(0, 7) ?? null,
      story: storyOf(ledger, bid.id),
    })
  }
  return found
}

/** What was said for the loss: the last version that was signed, else the last one asked for. */
function storyOf({ submissions, decisions, budgets }: Ledger, bidId: string): PortfolioBid['story'] {
  const ofBid = submissions.filter((submission) => submission.bidId === bidId && submission.loss !== null)
  const approved = ofBid.findLast((submission) => isApproved(submission, decisions))
  const told = approved ?? ofBid.at(-1)
  if (told === undefined || told.loss === null) return null
  const { loss, by, reason } = told
  return { by, reason, payBack: loss.payBack, reviewOn: loss.reviewOn, budget: budgets.find(({ id }) => id === loss.budgetId)?.name ?? null, isApproved: approved !== undefined }
}

function cellOf(bid: PortfolioBid, column: ExportColumn, words: Record<string, string>): string | null {
  switch (column) {
    case 'useCase': return bid.useCase === null ? null : (words[bid.useCase] ?? bid.useCase)
    case 'stage': return words[bid.stage] ?? bid.stage
    case 'verdict': return words[bid.verdict] ?? bid.verdict
    case 'parity': return bid.parity === null ? null : String(bid.parity)
    case 'bidDeadline': return bid.bidDeadline === null ? null : formatBeijing(bid.bidDeadline).replace(/ \S+ /, ' ')
    case 'reason': return bid.story?.reason ?? null
    case 'payBack': return bid.story?.payBack ?? null
    default: return bid[column]
  }
}
