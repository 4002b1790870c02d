import { useLocale } from '#renderer/app/i18n.tsx'
import { formatPercent } from '#renderer/components/money-input/format-money.ts'
import { Figure } from '#renderer/features/portfolio/behind.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { parityByMonth, type PortfolioBid } from '#shared/portfolio/portfolio.ts'
import css from '#renderer/features/portfolio/portfolio.module.css'

/** How far below the commercial price the bids of each month went: the middle parity, with how many bids. */
export function ParityOverTime({ bids }: { bids: readonly PortfolioBid[] }) {
  const language = useLocale()
  const months = parityByMonth(bids).slice(-18)
  const top = Math.max(1, ...months.map(({ median }) => median))
  return (
    <section className={css.card} aria-label={m.portfolio_discount()}>
      <h2>{m.portfolio_discount()}</h2>
      {months.length === 0 ? <p className={css.muted}>{m.portfolio_discount_none()}</p> : (
        <table className={css.table}>
          <tbody>
            {months.map(({ month, median, bidIds }) => (
              <tr key={month}>
                <td className={css.narrow}>{month}</td>
                <td aria-label={formatPercent(median, language)}><div className={css.track} aria-hidden><span className={css.level} style={{ width: `${((median / top) * 100).toFixed(1)}%` }} /><span className={css.full} style={{ insetInlineStart: `${((1 / top) * 100).toFixed(1)}%` }} /></div></td>
                <td data-end className={css.narrow}><Figure text={formatPercent(median, language)} label={`${m.portfolio_by_parity()} ${month}`} ids={bidIds} /> <span className={css.muted}>n={bidIds.length}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
