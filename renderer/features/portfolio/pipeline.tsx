import { Figure } from '#renderer/features/portfolio/behind.tsx'
import { useAmount } from '#renderer/features/portfolio/use-amount.ts'
import { bidStageName } from '#renderer/components/bid-stage.ts'
import { m } from '#renderer/paraglide/messages.js'
import { BidStage } from '#shared/bids/bid.ts'
import { type Group, groupOf, pipelineByMonth, type PortfolioBid } from '#shared/portfolio/portfolio.ts'
import css from '#renderer/features/portfolio/portfolio.module.css'

/** Bids by stage and month: count and offered amount. */
export function Pipeline({ bids }: { bids: readonly PortfolioBid[] }) {
  const months = pipelineByMonth(bids)
  const monthName = (month: string) => (month === '' ? m.portfolio_no_month() : month)
  return (
    <section className={css.card} aria-label={m.portfolio_pipeline()}>
      <h2>{m.portfolio_pipeline()}</h2>
      <table className={css.table}>
        <thead>
          <tr><th>{m.portfolio_month()}</th>{BidStage.options.map((stage) => <th key={stage} data-end>{bidStageName(stage)}</th>)}<th data-end>{m.portfolio_total()}</th></tr>
        </thead>
        <tbody>
          {months.map(({ month, stages, total }) => (
            <tr key={month}>
              <td>{monthName(month)}</td>
              {BidStage.options.map((stage) => <GroupCell key={stage} group={stages[stage]} label={`${monthName(month)} ${bidStageName(stage)}`} />)}
              <GroupCell group={total} label={monthName(month)} />
            </tr>
          ))}
          <tr data-total>
            <td>{m.portfolio_total()}</td>
            {BidStage.options.map((stage) => <GroupCell key={stage} group={groupOf(stage, bids.filter((bid) => bid.stage === stage))} label={bidStageName(stage)} />)}
            <GroupCell group={groupOf('all', bids)} label={m.portfolio_total()} />
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function GroupCell({ group, label }: { group: Group; label: string }) {
  const amount = useAmount()
  return (
    <td data-end>
      {group.count === 0 ? <span className={css.none}>—</span> : <Figure text={`${group.count} · ${amount(group.amount)}`} label={label} ids={group.bidIds} />}
    </td>
  )
}
