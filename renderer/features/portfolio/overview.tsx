import { useNow } from '#renderer/app/clock.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { bidStageName } from '#renderer/components/bid-stage.ts'
import { formatPercent } from '#renderer/components/money-input/format-money.ts'
import { Figure } from '#renderer/features/portfolio/behind.tsx'
import { useAmount } from '#renderer/features/portfolio/use-amount.ts'
import { m } from '#renderer/paraglide/messages.js'
import { bidRate, type Group, groupOf, lossMakingWins, lossSum, type PortfolioBid, winRate } from '#shared/portfolio/portfolio.ts'
import css from '#renderer/features/portfolio/portfolio.module.css'

/** The figures a director looks for first: what is in play, what is handed in and won, what winning has cost. */
export function Overview({ bids }: { bids: readonly PortfolioBid[] }) {
  const now = useNow(60_000)
  const handed = bidRate(bids, now)
  const wins = winRate('all', bids)
  return (
    <section className={css.card} aria-label={m.portfolio_overview()}>
      <h2>{m.portfolio_overview()}</h2>
      <dl className={css.kpis}>
        <InPlay bids={bids} />
        <RateFigure name={m.portfolio_bid_rate()} part={handed.handedIn} whole={handed.due} byCount={handed.byCount} byAmount={handed.byAmount} />
        <RateFigure name={m.portfolio_win_rate()} part={wins.won} whole={wins.decided} byCount={wins.byCount} byAmount={wins.byAmount} />
        <Losses bids={bids} />
      </dl>
    </section>
  )
}

function InPlay({ bids }: { bids: readonly PortfolioBid[] }) {
  const amount = useAmount()
  return (
    <div>
      <dt>{m.portfolio_in_play()}</dt>
      {(['draft', 'submitted'] as const).map((stage) => {
        const group = groupOf(stage, bids.filter((bid) => bid.stage === stage))
        return <dd key={stage} className={css.kpi}>{amount(group.amount)} <span className={css.muted}>{bidStageName(stage)} · <Figure text={m.portfolio_pieces({ count: group.count })} label={bidStageName(stage)} ids={group.bidIds} /></span></dd>
      })}
    </div>
  )
}

function Losses({ bids }: { bids: readonly PortfolioBid[] }) {
  const amount = useAmount()
  const wins = lossMakingWins(bids)
  const sum = lossSum(wins)
  return (
    <div>
      <dt>{m.portfolio_losses()}</dt>
      <dd className={css.kpi}>
        <span className={wins.length === 0 ? undefined : css.loss}>{amount(sum.amount)}</span> <span className={css.muted}><Figure text={m.portfolio_pieces({ count: wins.length })} label={m.portfolio_losses()} ids={wins.map(({ id }) => id)} /></span>
      </dd>
      {sum.unknown > 0 && <dd className={css.muted}>{m.portfolio_losses_unknown({ count: sum.unknown })}</dd>}
    </div>
  )
}

function RateFigure({ name, part, whole, byCount, byAmount }: { name: string; part: Group; whole: Group; byCount: number | null; byAmount: number | null }) {
  const language = useLocale()
  const amount = useAmount()
  const counts = { part: part.count, whole: whole.count }
  return (
    <div>
      <dt>{name}</dt>
      {byCount === null ? (
        <dd className={css.few}><Figure text={m.portfolio_too_few(counts)} label={name} ids={whole.bidIds} /></dd>
      ) : (
        <>
          <dd className={css.kpi}>{formatPercent(byCount, language)} <span className={css.muted}>{m.portfolio_by_count()} · <Figure text={m.portfolio_of(counts)} label={name} ids={whole.bidIds} /></span></dd>
          {byAmount !== null && <dd className={css.kpi}>{formatPercent(byAmount, language)} <span className={css.muted}>{m.portfolio_by_amount()} · {amount(part.amount)} / {amount(whole.amount)}</span></dd>}
        </>
      )}
    </div>
  )
}
