import { Button, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { useNow } from '#renderer/app/clock.tsx'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { useSessionState } from '#renderer/app/session.tsx'
import { bidStageName } from '#renderer/components/bid-stage.ts'
import { DeadlineCell } from '#renderer/components/deadline/deadline.tsx'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { formatPercent, formatProbability, formatWan, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { StageTag } from '#renderer/components/stage-tag/stage-tag.tsx'
import { PrintList } from '#renderer/features/bids/print-list.tsx'
import { withoutWord } from '#renderer/components/data-grid/without-word.ts'
import { useBidList } from '#renderer/features/bids/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import { nextToClose } from '#shared/bids/bid-order.ts'
import type { BidRow } from '#shared/bids/contract.ts'
import css from '#renderer/features/bids/bid-list.module.css'

/** All our bids with their price and verdict; those that close next stand first. */
export function BidList() {
  const bids = useBidList()
  const [, navigate] = useLocation()
  const [filter, setFilter] = useSessionState('bids.filter', (kept) => (typeof kept === 'string' ? kept : ''))
  const search = useRef<HTMLInputElement>(null)
  const now = useNow()
  useHotkeys([{ keys: '/', run: () => search.current?.focus() }])
  if (bids.isError) {
    return (
      <EmptyState title={m.bids_load_failed()}>
        <Button onClick={() => void bids.refetch()}>{m.bids_retry()}</Button>
      </EmptyState>
    )
  }
  if (bids.data === undefined) return null
  if (bids.data.length === 0) {
    return (
      <EmptyState title={m.bids_empty()}>
        <Button onClick={() => navigate('/tenders')}>{m.bids_empty_action()}</Button>
      </EmptyState>
    )
  }
  const rows = nextToClose(bids.data.filter((bid) => matches(bid, filter)), now)
  return (
    <div className={css.screen}>
      <PageHeader title={m.bids_title()} facts={[m.bids_count({ count: bids.data.length })]}>
        <TextInput ref={search} className={css.search} leftSection={<IconSearch size={14} />} placeholder={m.bids_filter()} aria-label={m.bids_filter()} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} />
        <PrintList rows={rows} filter={filter} />
      </PageHeader>
      <div className={css.scroll}>
        {rows.length === 0 ? (
          <EmptyState title={m.bids_no_match({ text: filter })}>
            <Button variant="default" onClick={() => setFilter('')}>{m.bids_clear_filter()}</Button>
          </EmptyState>
        ) : (
          <BidTable rows={rows} now={now} />
        )}
      </div>
    </div>
  )
}

function BidTable({ rows, now }: { rows: readonly BidRow[]; now: string }) {
  const language = useLocale()
  const { preferences } = usePreferences()
  const isWan = language === 'zh-CN' && preferences.moneyUnit === 'wan'
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th>{m.bids_col_title()}</th>
          <th>{m.bids_col_buyer()}</th>
          <th>{m.report_bid_stage()}</th>
          <th>{m.bids_col_deadline()}</th>
          <th data-end>{isWan ? m.bids_col_offer_wan() : m.bids_col_offer()}</th>
          <th data-end>{m.bids_col_margin()}</th>
          <th data-end>{m.bids_col_loss()}</th>
          <th>{m.bids_col_verdict()}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((bid) => <BidLine key={bid.id} bid={bid} now={now} isWan={isWan} language={language} />)}
      </tbody>
    </table>
  )
}

function BidLine({ bid, now, isWan, language }: { bid: BidRow; now: string; isWan: boolean; language: Language }) {
  const { assessment } = bid
  const [, navigate] = useLocation()
  const path = `/bids/${bid.id}/price`
  return (
    <tr onMouseDown={withoutWord} onDoubleClick={() => navigate(path)}>
      <td className={css.title}>
        <Link href={path} title={bid.title} onKeyDown={walkRows}>{bid.title}</Link>
        <small>
          {[bid.projectNo, bid.lotNo === null ? null : m.bid_lot({ lot: bid.lotNo })].filter((part) => part !== null).join(' · ')}
          {bid.isSample && <em>{m.bids_sample()}</em>}
        </small>
      </td>
      <td className={css.buyer} title={bid.buyer ?? undefined}>{bid.buyer ?? '—'}</td>
      <td><StageTag stage={bid.stage} name={bidStageName(bid.stage)} /></td>
      <td><DeadlineCell instant={bid.bidDeadline} now={now} progress={bid.progress} /></td>
      <td data-end title={assessment === null ? undefined : formatYuan(assessment.offerTotal, language)}>{assessment === null || Number(assessment.offerTotal) === 0 ? '—' : isWan ? formatWan(assessment.offerTotal) : formatYuan(assessment.offerTotal, language)}</td>
      <td data-end data-bad={(assessment?.margin ?? 0) < 0 || undefined}>{assessment === null || assessment.margin === null ? '—' : formatPercent(assessment.margin, language)}</td>
      <td data-end>{assessment === null || assessment.lossProbability === null ? '—' : formatProbability(assessment.lossProbability, language)}</td>
      <td>{assessment === null ? <FlagChip verdict="cannot-judge" /> : <FlagChip verdict={assessment.verdict} />}</td>
    </tr>
  )
}

function matches(bid: BidRow, filter: string): boolean {
  const wanted = filter.normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '')
  const text = [bid.title, bid.projectNo, bid.buyer, bid.lotNo].join(' ').normalize('NFKC').toLowerCase()
  return wanted.every((word) => text.includes(word))
}

/** ↑ and ↓ walk from bid to bid; Enter opens, because each is a link. */
function walkRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  const links = [...event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('tbody a') ?? []]
  const at = links.findIndex((link) => link === document.activeElement)
  const next = links[event.key === 'ArrowDown' ? at + 1 : Math.max(0, at - 1)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
