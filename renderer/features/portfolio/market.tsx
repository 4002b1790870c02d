import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatPercent } from '#renderer/components/money-input/format-money.ts'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { Figure } from '#renderer/features/portfolio/behind.tsx'
import { useAmount } from '#renderer/features/portfolio/use-amount.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Market } from '#shared/portfolio/market.ts'
import css from '#renderer/features/portfolio/portfolio.module.css'

/** What the imported award notices say: how many, the middle price, which use cases, who wins. One currency at a time. */
export function MarketSection({ currency, onCurrency }: { currency: string | null; onCurrency: (currency: string) => void }) {
  useLocale()
  const core = useCore()
  const market = useQuery({ queryKey: ['portfolio', 'market', currency], queryFn: ({ signal }) => core.portfolio.market({ currency }, { signal }), placeholderData: (before) => before })
  if (market.data === undefined) return null
  const { data } = market
  return (
    <section className={css.card} aria-label={m.portfolio_market()}>
      <h2>
        {m.portfolio_market()}
        {data.currencies.length > 1 && data.currency !== null && <SegmentedControl size="xs" aria-label={m.portfolio_market_currency()} data={data.currencies.slice(0, 6).map(({ currency: code, count }) => ({ value: code, label: `${code} ${count}` }))} value={data.currency} onChange={onCurrency} transitionDuration={0} />}
      </h2>
      {data.currency === null ? <p className={css.muted}>{m.portfolio_market_none()}</p> : <MarketFigures market={data} currency={data.currency} />}
    </section>
  )
}

function MarketFigures({ market: { all, byUseCase, winners }, currency }: { market: Market; currency: string }) {
  const language = useLocale()
  const amount = useAmount()
  const kindName = (kind: Market['byUseCase'][number]['useCase']) => (kind === null ? m.portfolio_unknown() : projectKindName(kind))
  return (
    <>
      <p><Figure kind="tenders" text={m.portfolio_market_awards({ count: all.count, known: all.withAmount })} label={m.portfolio_market()} ids={all.tenderIds} /> · {m.portfolio_market_median()} <strong>{amount(all.median, currency)}</strong></p>
      <div className={css.columns}>
        <table className={css.table}>
          <thead><tr><th>{m.portfolio_by_use_case()}</th><th data-end>{m.portfolio_market_count()}</th><th data-end>{m.portfolio_market_share()}</th><th data-end>{m.portfolio_market_median()}</th></tr></thead>
          <tbody>
            {byUseCase.map((part) => (
              <tr key={part.useCase}>
                <td>{kindName(part.useCase)}</td>
                <td data-end><Figure kind="tenders" text={String(part.count)} label={kindName(part.useCase)} ids={part.tenderIds} /></td>
                <td data-end>{formatPercent(part.share, language)}</td>
                <td data-end>{amount(part.median, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className={css.table}>
          <thead><tr><th>{m.portfolio_market_winner()}</th><th data-end>{m.portfolio_market_count()}</th><th data-end>{m.portfolio_market_total()}</th></tr></thead>
          <tbody>
            {winners.slice(0, 12).map((part) => (
              <tr key={part.supplier}>
                <td className={css.clip} title={part.supplier}>{part.supplier}</td>
                <td data-end><Figure kind="tenders" text={String(part.count)} label={part.supplier} ids={part.tenderIds} /></td>
                <td data-end>{part.withAmount === 0 ? '—' : amount(part.total, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
