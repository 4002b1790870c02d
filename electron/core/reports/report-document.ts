import { setImmediate as nextTurn } from 'node:timers/promises'
import { readLog } from '#core/approvals/audit-log.ts'
import { approvalState, findJudged } from '#core/approvals/approval-state.ts'
import { allBudgetUses } from '#core/approvals/budget-uses.ts'
import { bidRows } from '#core/bids/bid-rows.ts'
import { loadCompany } from '#core/company/company-store.ts'
import type { CoreContext } from '#core/context.ts'
import { loadPapers } from '#core/documents/bid-papers.ts'
import { internalDocument } from '#core/documents/print-volume.ts'
import { marketAwards } from '#core/portfolio/award-store.ts'
import { portfolioBids } from '#core/portfolio/portfolio-bids.ts'
import { findPrices } from '#core/prices/price-store.ts'
import { rowsOf } from '#core/tenders/tender-rows.ts'
import { tendersBySeq } from '#core/tenders/tender-search.ts'
import { chunks, seqsOf } from '#core/tenders/tender-targets.ts'
import { ledgerOf } from '#shared/approvals/ledger.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { approvalRecord } from '#shared/documents/approval-record.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { type ListReport, listReport } from '#shared/documents/list-report.ts'
import { portfolioReport } from '#shared/documents/portfolio-report.ts'
import { marketOf } from '#shared/portfolio/market.ts'
import { bidCell, bidColumn } from '#shared/reports/bid-list.ts'
import { priceCell, priceColumn } from '#shared/reports/price-list.ts'
import { mostRows, type Report } from '#shared/reports/report.ts'
import { tenderCell, tenderColumn } from '#shared/reports/tender-list.ts'

export type ReportFailure = { kind: 'not-found' } | { kind: 'too-long'; rows: number }
type Made = { kind: 'made'; document: PrintDocument } | ReportFailure
type Of<Name extends Report['name']> = Extract<Report, { name: Name }>
type ListPart = Pick<ListReport, 'columns' | 'rows'>

/** What is printed under a name, from what is stored now. */
export async function reportDocument(report: Report, context: CoreContext, signal?: AbortSignal): Promise<Made> {
  switch (report.name) {
    case 'tenders': return listed(report, await tenderList(report, context), context)
    case 'bids': return listed(report, await bidList(report, context), context)
    case 'prices': return listed(report, await priceList(report, context), context)
    case 'portfolio': return { kind: 'made', document: await portfolio(report, context) }
    case 'approval': return approval(report, context)
    case 'flag': {
      const papers = await loadPapers(report.bidId, context)
      return papers === null ? { kind: 'not-found' } : { kind: 'made', document: await internalDocument(papers, context, signal) }
    }
  }
}

async function listed({ title, note, frame }: Pick<ListReport, 'title' | 'note' | 'frame'>, part: ListPart | number, context: CoreContext): Promise<Made> {
  if (typeof part === 'number') return { kind: 'too-long', rows: part }
  const { name } = await loadCompany(context.workspace.db)
  return { kind: 'made', document: listReport({ title, note, frame, ...part, company: name, now: context.now().toISOString() }) }
}

/** The rows, or how many there would be where they are too many. */
async function tenderList({ columns, words, target, sort, descending }: Of<'tenders'>, { workspace: { db }, now }: CoreContext): Promise<ListPart | number> {
  const seqs = await seqsOf(db, target, now().toISOString(), { sort, descending })
  if (seqs.length > mostRows) return seqs.length
  const rows: (string | null)[][] = []
  for (const some of chunks(seqs, 500)) {
    const found = await rowsOf(db, await tendersBySeq(db, some))
    rows.push(...found.map((row) => columns.map(({ id }) => tenderCell(row, id, words))))
    // Other calls get their turn between two pages.
    await nextTurn()
  }
  return { columns: columns.map(tenderColumn), rows }
}

async function bidList({ columns, words, ids }: Of<'bids'>, context: CoreContext): Promise<ListPart | number> {
  if (ids.length > mostRows) return ids.length
  const byId = new Map((await bidRows(context)).map((row) => [row.id, row]))
  const rows = ids.flatMap((id) => byId.get(id) ?? [])
  return { columns: columns.map(bidColumn), rows: rows.map((row) => columns.map(({ id }) => bidCell(row, id, words))) }
}

async function priceList({ columns, words, filter }: Of<'prices'>, { workspace: { db }, now }: CoreContext): Promise<ListPart | number> {
  const today = beijingDay(now().toISOString())
  const { items, total } = await findPrices(db, { ...filter, limit: mostRows, offset: 0 }, today)
  if (total > mostRows) return total
  return { columns: columns.map(priceColumn), rows: items.map((item) => columns.map(({ id }) => priceCell(item, id, words, today))) }
}

async function portfolio({ currency, words, scale, frame }: Of<'portfolio'>, context: CoreContext): Promise<PrintDocument> {
  const { workspace } = context
  const budgets = await allBudgetUses(ledgerOf((await readLog(workspace)).entries), context)
  const { name } = await loadCompany(workspace.db)
  return portfolioReport({ bids: await portfolioBids(context), budgets: budgets.filter(({ budget }) => !budget.isClosed), market: marketOf(await marketAwards(workspace.db), currency), company: name, words, scale, frame, now: context.now().toISOString() })
}

async function approval({ bidId }: Of<'approval'>, context: CoreContext): Promise<Made> {
  const found = await findJudged(bidId, context)
  if (!found) return { kind: 'not-found' }
  const { name } = await loadCompany(context.workspace.db)
  return { kind: 'made', document: approvalRecord(await approvalState(found, context), { title: found.bid.title, projectNo: found.tender.projectNo, company: name, now: context.now().toISOString() }) }
}
