import type { WorkspaceDb } from '#core/db/workspace.ts'
import { defaultDesk } from '#shared/approvals/deal-desk.ts'
import { eventOf } from '#shared/approvals/desk-event.ts'
import type { EstimatePolicy } from '#shared/estimate/estimate.ts'

/** The company's limits as the log last says; those of the estimate model while nobody set any. Whether the log can be believed is asked where somebody signs. */
export async function companyPolicy(db: WorkspaceDb): Promise<EstimatePolicy> {
  const row = await db.selectFrom('auditLog').select(['event', 'body']).where('event', '=', 'desk-changed').orderBy('position', 'desc').limit(1).executeTakeFirst()
  const last = row && eventOf(row)
  return last?.event === 'desk-changed' ? last.body.desk.thresholds : defaultDesk.thresholds
}
