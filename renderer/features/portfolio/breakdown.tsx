import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatPercent } from '#renderer/components/money-input/format-money.ts'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { Figure } from '#renderer/features/portfolio/behind.tsx'
import { useAmount } from '#renderer/features/portfolio/use-amount.ts'
import { bandName } from '#renderer/features/portfolio/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { buyerGroupOf, parityBand, parityBands, type PortfolioBid, type Rate, winRatesBy } from '#shared/portfolio/portfolio.ts'
import { UseCase } from '#shared/tenders/tender.ts'
import css from '#renderer/features/portfolio/portfolio.module.css'

const dimensions = ['parity', 'useCase', 'group', 'buyer', 'region'] as const
type Dimension = (typeof dimensions)[number]

/** The win rate taken apart: by parity band, use case, buyer, its group or region. */
export function Breakdown({ bids }: { bids: readonly PortfolioBid[] }) {
  const language = useLocale()
  const amount = useAmount()
  const [dimension, setDimension] = useState<Dimension>('parity')
  const rates = ratesBy(bids, dimension).filter(({ decided }) => decided.count > 0)
  return (
    <section className={css.card} aria-label={m.portfolio_breakdown()}>
      <h2>
        {m.portfolio_breakdown()}
        <SegmentedControl size="xs" aria-label={m.portfolio_breakdown()} data={dimensions.map((value) => ({ value, label: dimensionName(value) }))} value={dimension} onChange={(value) => setDimension(dimensions.find((known) => known === value) ?? 'parity')} transitionDuration={0} />
      </h2>
      {rates.length === 0 ? <p className={css.muted}>{m.portfolio_nothing_decided()}</p> : (
        <table className={css.table}>
          <thead><tr><th>{dimensionName(dimension)}</th><th data-end>{m.portfolio_won()}</th><th data-end>{m.portfolio_decided()}</th><th data-end>{m.portfolio_by_count()}</th><th data-end>{m.portfolio_by_amount()}</th></tr></thead>
          <tbody>
            {rates.map(({ key, won, decided, byCount, byAmount }) => {
              const name = keyName(key, dimension)
              return (
                <tr key={key}>
                  <td>{name}</td>
                  <td data-end><Figure text={String(won.count)} label={`${name} ${m.portfolio_won()}`} ids={won.bidIds} /></td>
                  <td data-end><Figure text={String(decided.count)} label={`${name} ${m.portfolio_decided()}`} ids={decided.bidIds} /></td>
                  <td data-end>{byCount === null ? <span className={css.none}>n={decided.count}</span> : formatPercent(byCount, language)}</td>
                  <td data-end>{byAmount === null ? <span className={css.none}>{amount(decided.amount)}</span> : formatPercent(byAmount, language)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

function ratesBy(bids: readonly PortfolioBid[], dimension: Dimension): Rate[] {
  switch (dimension) {
    case 'parity': return winRatesBy(bids, ({ parity }) => parityBand(parity)).toSorted((a, b) => bandIndex(a.key) - bandIndex(b.key))
    case 'useCase': return winRatesBy(bids, ({ useCase }) => useCase ?? '')
    case 'buyer': return winRatesBy(bids, ({ buyer }) => buyer ?? '').slice(0, 12)
    case 'group': return winRatesBy(bids, ({ buyer }) => buyerGroupOf(buyer) ?? '').slice(0, 12)
    case 'region': return winRatesBy(bids, ({ region }) => region ?? '')
  }
}

const bandIndex = (key: string): number => parityBands.findIndex((band) => band === key)

function keyName(key: string, dimension: Dimension): string {
  switch (dimension) {
    case 'parity': return bandName(parityBands.find((band) => band === key) ?? 'unknown')
    case 'useCase': {
      const kind = UseCase.safeParse(key)
      return kind.success ? projectKindName(kind.data) : m.portfolio_unknown()
    }
    case 'buyer':
    case 'group':
    case 'region': return key === '' ? m.portfolio_unknown() : key
  }
}

function dimensionName(dimension: Dimension): string {
  switch (dimension) {
    case 'parity': return m.portfolio_by_parity()
    case 'useCase': return m.portfolio_by_use_case()
    case 'buyer': return m.portfolio_by_buyer()
    case 'group': return m.portfolio_by_group()
    case 'region': return m.portfolio_by_region()
  }
}
