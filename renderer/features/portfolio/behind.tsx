import { CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { Link } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { useAmount } from '#renderer/features/portfolio/use-amount.ts'
import { bidStageName } from '#renderer/components/bid-stage.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { PortfolioBid } from '#shared/portfolio/portfolio.ts'
import css from '#renderer/features/portfolio/portfolio.module.css'

/** What stands behind the figure that was opened. */
export type Opened = { label: string; kind: 'bids' | 'tenders'; ids: readonly string[] }
export const OpenContext = createContext<(opened: Opened) => void>(() => undefined)

/** A figure that opens what it counts. */
export function Figure({ text, label, ids, kind = 'bids' }: { text: string; label: string; ids: readonly string[]; kind?: Opened['kind'] }) {
  const open = use(OpenContext)
  if (ids.length === 0) return <span className={css.none}>{text}</span>
  return <button type="button" className={css.figure} title={label} onClick={() => open({ label, kind, ids })}>{text}</button>
}

export function Behind({ opened, bids, onClose }: { opened: Opened; bids: readonly PortfolioBid[]; onClose: () => void }) {
  return (
    <aside className={css.behind} aria-label={opened.kind === 'bids' ? m.portfolio_behind() : m.portfolio_behind_tenders()}>
      <div className={css.behindHead}>
        <div>
          <h2>{opened.label}</h2>
          <p className={css.muted}>{opened.kind === 'bids' ? m.portfolio_behind() : m.portfolio_behind_tenders()} · {opened.ids.length}</p>
        </div>
        <CloseButton aria-label={m.portfolio_close()} onClick={onClose} />
      </div>
      {opened.kind === 'bids' ? <BidsBehind bids={bids.filter(({ id }) => opened.ids.includes(id))} /> : <TendersBehind ids={opened.ids} />}
    </aside>
  )
}

function BidsBehind({ bids }: { bids: readonly PortfolioBid[] }) {
  const amount = useAmount()
  return (
    <ul className={css.behindList}>
      {bids.map((bid) => (
        <li key={bid.id}>
          <Link href={`/bids/${bid.id}/price`}>{bid.title}</Link>
          <p className={css.behindFacts}><FlagChip verdict={bid.verdict} /> <span>{bidStageName(bid.stage)}</span> <span>{amount(bid.offerTotal)}</span> {bid.profit !== null && <span data-negative={bid.profit.startsWith('-') || undefined}>{amount(bid.profit)}</span>}</p>
          <p className={css.muted}>{[bid.projectNo, bid.buyer].filter((part) => part !== null).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}

function TendersBehind({ ids }: { ids: readonly string[] }) {
  const core = useCore()
  const amount = useAmount()
  const tenders = useQuery({ queryKey: ['portfolio', 'tenders', ids], queryFn: ({ signal }) => core.portfolio.tenders({ ids: [...ids] }, { signal }) })
  return (
    <ul className={css.behindList}>
      {(tenders.data ?? []).map(({ id, title, buyer, awards, currency }) => (
        <li key={id}>
          <Link href={`/tenders/${id}`}>{title}</Link>
          <p className={css.muted}>{[buyer, ...awards.slice(0, 3).map((award) => `${award.supplier}${award.amount === null ? '' : ` ${amount(award.amount, currency ?? 'CNY')}`}`)].filter((part) => part !== null).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}
