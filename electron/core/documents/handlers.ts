import { basename } from 'node:path'
import { approvalChecks } from '#core/approvals/approval-checks.ts'
import { findBid } from '#core/bids/bid-store.ts'
import { loadCompany } from '#core/company/company-store.ts'
import type { CoreContext } from '#core/context.ts'
import { findContest } from '#core/contests/contest-store.ts'
import { printVolume, writeWhole, type BidPapers } from '#core/documents/print-volume.ts'
import { os } from '#core/os.ts'
import { ownPacks } from '#core/rules/pack-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import type { Check } from '#shared/documents/check.ts'
import { gateChecks } from '#shared/documents/gate.ts'
import type { Printout } from '#shared/documents/printable.ts'

export const documentsHandlers = {
  check: os.documents.check.handler(async ({ input, context, errors }) => {
    const papers = await papersOf(input.bidId, context)
    if (!papers) throw errors.NOT_FOUND()
    return [...(await approvalChecks(papers, context)), ...gateChecks(buyerBidOf(papers.bid, papers.tender, papers.company))]
  }),

  render: os.documents.render.handler(async ({ input, context, errors, signal }) => {
    const papers = await papersOf(input.bidId, context)
    if (!papers) throw errors.NOT_FOUND()
    const approvals = await approvalsFor(input.volume, papers, context)
    const { rendered, checks } = await printVolume(input.volume, papers, context, signal, approvals)
    return { pdf: new Blob([rendered.bytes], { type: 'application/pdf' }), pages: rendered.pages, outline: rendered.outline, checks: [...approvals, ...checks] }
  }),

  save: os.documents.save.handler(async ({ input, context, errors, signal }) => {
    const path = context.files.pathOf(input.destination)
    if (path === undefined) throw errors.DESTINATION_UNKNOWN()
    const papers = await papersOf(input.bidId, context)
    if (!papers) throw errors.NOT_FOUND()
    const approvals = await approvalsFor(input.volume, papers, context)
    const { rendered, checks, isBlocked } = await printVolume(input.volume, papers, context, signal, approvals)
    if (isBlocked || approvals.length > 0) throw errors.BLOCKED({ data: { checks: [...approvals, ...checks] } })
    await writeWhole(path, rendered.bytes).catch((error: unknown) => {
      throw errors.WRITE_FAILED({ data: { reason: error instanceof Error ? error.message : String(error) } })
    })
    return { fileName: basename(path), pages: rendered.pages, bytes: rendered.bytes.byteLength }
  }),
}

/** The internal sheet is what approvers decide by: it does not wait for them. */
async function approvalsFor(volume: Printout, papers: BidPapers, context: CoreContext): Promise<Check[]> {
  return volume === 'internal' ? [] : approvalChecks(papers, context)
}

async function papersOf(bidId: string, { workspace: { db } }: CoreContext): Promise<BidPapers | null> {
  const stored = await findBid(db, bidId)
  const tender = stored && (await findTender(db, stored.bid.tenderId))
  return stored && tender ? { bid: stored.bid, tender, company: await loadCompany(db), contest: (await findContest(db, bidId)).contest, ownPacks: await ownPacks(db) } : null
}
