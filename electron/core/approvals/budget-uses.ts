import { bidStages } from '#core/bids/bid-store.ts'
import type { CoreContext } from '#core/context.ts'
import { approvedLosses, type Ledger } from '#shared/approvals/ledger.ts'
import { type BudgetUse, budgetUse, type ChargedLoss } from '#shared/approvals/loss-budget.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'

/** Every loss budget with what is used of it, by all bids or all but one; the ones still open first, then by their end. */
export async function allBudgetUses(ledger: Ledger, { workspace, now }: CoreContext, exceptBidId: string | null = null): Promise<BudgetUse[]> {
  if (ledger.budgets.length === 0) return []
  const stages = await bidStages(workspace.db)
  const losses = approvedLosses(ledger).flatMap(({ submission, budgetId }): ChargedLoss[] => {
    const stage = stages.get(submission.bidId)
    return budgetId === null || stage === undefined || submission.bidId === exceptBidId ? [] : [{ bidId: submission.bidId, budgetId, profit: submission.profit, stage }]
  })
  const today = beijingDay(now().toISOString())
  return ledger.budgets.map((budget) => budgetUse(budget, losses, today)).toSorted((a, b) => Number(a.budget.isClosed) - Number(b.budget.isClosed) || (a.budget.to < b.budget.to ? -1 : 1))
}
