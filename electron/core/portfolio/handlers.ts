import { basename } from 'node:path'
import { readLog } from '#core/approvals/audit-log.ts'
import { allBudgetUses } from '#core/approvals/budget-uses.ts'
import { assessmentOf } from '#core/bids/assess-bid.ts'
import { allBids } from '#core/bids/bid-store.ts'
import { loadCompany } from '#core/company/company-store.ts'
import type { CoreContext } from '#core/context.ts'
import { writeWhole } from '#core/documents/print-volume.ts'
import { os } from '#core/os.ts'
import { allOutcomes } from '#core/outcomes/outcome-store.ts'
import { awardsOfTenders, marketAwards } from '#core/portfolio/award-store.ts'
import { portfolioCsv, portfolioWorkbook } from '#core/portfolio/export-table.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { isApproved, type Ledger, ledgerOf } from '#shared/approvals/ledger.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { portfolioReport } from '#shared/documents/portfolio-report.ts'
import { marketOf } from '#shared/portfolio/market.ts'
import type { PortfolioBid } from '#shared/portfolio/portfolio.ts'
import { regionOf } from '#shared/tenders/region.ts'

export const portfolioHandlers = {
  bids: os.portfolio.bids.handler(({ context }) => portfolioBids(context)),

  market: os.portfolio.market.handler(async ({ input, context }) => marketOf(await marketAwards(context.workspace.db), input.currency)),

  tenders: os.portfolio.tenders.handler(({ input, context }) => awardsOfTenders(context.workspace.db, input.ids)),

  export: os.portfolio.export.handler(async ({ input: { destination, bidIds, format, sheetName, headings, words }, context, errors }) => {
    const path = context.files.pathOf(destination)
    if (path === undefined) throw errors.DESTINATION_UNKNOWN()
    const bids = (await portfolioBids(context)).filter(({ id }) => bidIds === null || bidIds.includes(id))
    const bytes = format === 'csv' ? portfolioCsv({ bids, headings, words }) : await portfolioWorkbook({ bids, headings, words, sheetName })
    await writeWhole(path, bytes).catch((error: unknown) => {
      throw errors.WRITE_FAILED({ data: { reason: reasonOf(error) } })
    })
    return { fileName: basename(path), rows: bids.length }
  }),

  print: os.portfolio.print.handler(async ({ input: { destination, currency }, context, errors, signal }) => {
    const path = context.files.pathOf(destination)
    if (path === undefined) throw errors.DESTINATION_UNKNOWN()
    const { workspace } = context
    const now = context.now().toISOString()
    const budgets = await allBudgetUses(ledgerOf((await readLog(workspace)).entries), context)
    const { name } = await loadCompany(workspace.db)
    const document = portfolioReport({ bids: await portfolioBids(context), budgets: budgets.filter(({ budget }) => !budget.isClosed), market: marketOf(await marketAwards(workspace.db), currency), company: name, now })
    const rendered = await context.renderPdf({ document, now }, signal)
    await writeWhole(path, rendered.bytes).catch((error: unknown) => {
      throw errors.WRITE_FAILED({ data: { reason: reasonOf(error) } })
    })
    return { fileName: basename(path), pages: rendered.pages }
  }),
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

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
      id: bid.id, title: bid.title, projectNo: tender.projectNo, buyer: tender.buyer, region: regionOf(tender), useCase: tender.useCase, stage: bid.stage, verdict, offerTotal, profit, parity, bidDeadline: tender.bidDeadline, decidedOn,
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
