import type { WorkspaceDb } from '#core/db/workspace.ts'
import { defaultDesk } from '#shared/approvals/deal-desk.ts'
import { DeskEvent } from '#shared/approvals/desk-event.ts'
import type { EstimatePolicy } from '#shared/estimate/estimate.ts'

/** The company's limits as the log last says; those of the estimate model while nobody set any. Whether the log can be believed is asked where somebody signs. */
export async function companyPolicy(db: WorkspaceDb): Promise<EstimatePolicy> {
  const row = await db.selectFrom('auditLog').select('body').where('event', '=', 'desk-changed').orderBy('position', 'desc').limit(1).executeTakeFirst()
  const parsed = row === undefined ? null : DeskEvent.safeParse({ event: 'desk-changed', body: JSON.parse(row.body) })
  return parsed?.success === true && parsed.data.event === 'desk-changed' ? parsed.data.body.desk.thresholds : defaultDesk.thresholds
}
