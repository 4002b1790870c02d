import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { Figure } from '#renderer/features/portfolio/behind.tsx'
import { useAmount } from '#renderer/features/portfolio/use-amount.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import { lossMakingWins, lossSum, type PortfolioBid } from '#shared/portfolio/portfolio.ts'
import css from '#renderer/features/portfolio/portfolio.module.css'

/** Bids won at a loss with the story somebody signed, and what is used of the loss budgets. */
export function LossesSection({ bids }: { bids: readonly PortfolioBid[] }) {
  const amount = useAmount()
  const wins = lossMakingWins(bids)
  const sum = lossSum(wins)
  return (
    <section className={css.card} aria-label={m.portfolio_losses()}>
      <h2>{m.portfolio_losses()}</h2>
      {wins.length === 0 ? <p className={css.muted}>{m.portfolio_losses_none()}</p> : (
        <>
          <p>
            <Figure text={m.portfolio_losses_sum({ count: wins.length, amount: amount(sum.amount) })} label={m.portfolio_losses()} ids={wins.map(({ id }) => id)} />
            {sum.unknown > 0 && ` · ${m.portfolio_losses_unknown({ count: sum.unknown })}`}
          </p>
          <ul className={css.stories}>
            {wins.slice(0, 8).map((bid) => (
              <li key={bid.id}>
                <p className={css.storyHead}><FlagChip verdict={bid.verdict} shapeOnly /> <Link href={`/bids/${bid.id}/approvals`}>{bid.title}</Link> <span className={css.loss}>{amount(bid.profit)}</span></p>
                <p className={bid.story?.isApproved === true ? css.muted : css.unsigned}>{bid.story?.isApproved === true ? m.portfolio_story({ reason: bid.story.reason, payBack: bid.story.payBack, review: bid.story.reviewOn }) : m.portfolio_no_story()}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <Budgets />
    </section>
  )
}

function Budgets() {
  const core = useCore()
  const amount = useAmount()
  const budgets = useQuery({ queryKey: ['approvals', 'budgets'], queryFn: ({ signal }) => core.approvals.budgets(undefined, { signal }), staleTime: 0 })
  const open = (budgets.data ?? []).filter(({ budget }) => !budget.isClosed)
  return (
    <>
      <h3>{m.portfolio_budgets()}</h3>
      {open.length === 0 && <p className={css.muted}>{m.desk_budgets_empty()}</p>}
      {open.map(({ budget, committed, exposed, left, bidIds }) => {
        const whole = Decimal.max(budget.amount, new Decimal(committed).plus(exposed), 1)
        const width = (part: string) => `${new Decimal(part).div(whole).times(100).toFixed(1)}%`
        const used = m.desk_budget_used({ committed: amount(committed), exposed: amount(exposed), left: amount(left) })
        return (
          <div key={budget.id} className={css.budget}>
            <p>{budget.name} <span className={css.muted}>{budget.from} – {budget.to} · {budget.owner}</span></p>
            <div className={css.bar} role="img" aria-label={used}><span className={css.barUsed} style={{ width: width(committed) }} /><span className={css.barExposed} style={{ width: width(exposed) }} /></div>
            <p className={left.startsWith('-') ? css.loss : undefined}><Figure text={used} label={budget.name} ids={bidIds} /></p>
          </div>
        )
      })}
    </>
  )
}
