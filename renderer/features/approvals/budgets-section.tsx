import { Button } from '@mantine/core'
import { useState } from 'react'
import { BudgetForm } from '#renderer/features/approvals/budget-form.tsx'
import { useBudgets, useMoney } from '#renderer/features/approvals/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { BudgetUse } from '#shared/approvals/loss-budget.ts'
import { Decimal } from '#shared/decimal.ts'
import { projectKindName } from '#renderer/components/project-kind.ts'
import css from '#renderer/features/approvals/approvals.module.css'

/** Losses taken on purpose: how much of each budget is used, by which bids, and who answers for it. */
export function BudgetsSection() {
  const budgets = useBudgets()
  const [edited, setEdited] = useState<string | null>(null)
  if (budgets.data === undefined) return null
  return (
    <section className={css.card} aria-label={m.desk_budgets()}>
      <h2>
        {m.desk_budgets()}
        {edited === null && <Button size="compact-sm" variant="default" onClick={() => setEdited('')}>{m.desk_budget_new()}</Button>}
      </h2>
      {edited === '' && <BudgetForm budget={null} onDone={() => setEdited(null)} />}
      {budgets.data.length === 0 && edited === null && <p className={css.muted}>{m.desk_budgets_empty()}</p>}
      {budgets.data.map((use) => (edited === use.budget.id ? <BudgetForm key={use.budget.id} budget={use.budget} onDone={() => setEdited(null)} /> : <Budget key={use.budget.id} use={use} onEdit={() => setEdited(use.budget.id)} />))}
    </section>
  )
}

function Budget({ use, onEdit }: { use: BudgetUse; onEdit: () => void }) {
  const money = useMoney()
  const { budget, committed, exposed, left, unknown } = use
  const isOver = left.startsWith('-')
  const share = (amount: string) => `${Decimal.min(100, new Decimal(amount).div(Decimal.max(budget.amount, new Decimal(committed).plus(exposed), 1)).times(100)).toFixed(1)}%`
  const limits = [budget.buyer, budget.useCase === null ? null : projectKindName(budget.useCase)].filter((limit) => limit !== null)
  return (
    <div className={css.budget} data-closed={budget.isClosed || undefined}>
      <div className={css.chainHead}>
        <strong>{budget.name}{budget.isClosed && ` · ${m.desk_budget_closed()}`}</strong>
        <Button size="compact-sm" variant="subtle" onClick={onEdit}>{m.desk_budget_edit()}</Button>
      </div>
      <div className={css.bar} role="img" aria-label={m.desk_budget_used({ committed: money(committed), exposed: money(exposed), left: money(left) })}>
        <span className={css.barUsed} style={{ width: share(committed) }} />
        <span className={css.barExposed} style={{ width: share(exposed) }} />
      </div>
      <p className={isOver ? css.over : undefined}>
        {m.desk_budget_used({ committed: money(committed), exposed: money(exposed), left: money(left) })} · {m.desk_budget_of({ amount: money(budget.amount) })}
        {isOver && ` · ${m.desk_budget_overspent()}`}
        {unknown.length > 0 && ` · ${m.desk_budget_unknown({ count: unknown.length })}`}
      </p>
      <p className={css.muted}>
        {budget.from} – {budget.to} · {budget.owner}{limits.length > 0 && ` · ${limits.join(m.list_separator())}`} · {budget.payBack} · {use.isReviewDue ? m.desk_budget_review_due() : `${m.desk_budget_review()} ${budget.reviewOn}`}
      </p>
    </div>
  )
}
