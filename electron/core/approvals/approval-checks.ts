import { approvalState, judged } from '#core/approvals/approval-state.ts'
import { readLog } from '#core/approvals/audit-log.ts'
import type { CoreContext } from '#core/context.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { check, type Check } from '#shared/documents/check.ts'
import type { Tender } from '#shared/tenders/tender.ts'

/** The policy's part of the export gate: a verdict that stops the bid, without valid signatures, stops its final file. */
export async function approvalChecks(papers: { bid: Bid; tender: Tender }, context: CoreContext): Promise<Check[]> {
  const log = await readLog(context.workspace)
  const { status, verdict, required } = await approvalState(await judged(papers, context, log), context, log)
  if (status === 'open' || status === 'warned' || status === 'approved') return []
  const missing = required.filter(({ decision }) => decision?.decision !== 'approved').map(({ role }) => role)
  return [check('stop', 'approval-missing', 'approvals', {}, { status, verdict, approvers: missing.join(', ') })]
}
