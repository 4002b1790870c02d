import type { Column } from '#renderer/components/data-grid/column.ts'
import { DeadlineCell } from '#renderer/components/deadline/deadline.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { amountText, worthName, type AmountStyle } from '#renderer/features/tenders/amount.ts'
import { stageName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { dayInBeijing } from '#shared/calendar/schedule.ts'
import type { TenderRow } from '#shared/tenders/contract.ts'
import { worthOf } from '#shared/tenders/worth.ts'
import styles from './tender-list.module.css'

export function tenderColumns(now: string, amounts: AmountStyle): readonly Column<TenderRow>[] {
  return [
    { id: 'projectNo', header: m.column_project_no(), width: 132, cell: (row) => <span className={styles.number} title={row.projectNo ?? undefined}>{row.projectNo ?? '—'}</span> },
    { id: 'title', header: m.column_title(), width: 230, grow: 3, cell: (row) => <TitleCell row={row} /> },
    { id: 'buyer', header: m.column_buyer(), width: 110, grow: 1, cell: (row) => <span title={row.buyer ?? undefined}>{row.buyer ?? '—'}</span> },
    { id: 'deadline', header: m.column_deadline(), width: 222, sort: 'deadline', cell: (row) => <DeadlineCell instant={row.bidDeadline} now={now} /> },
    { id: 'value', header: m.column_value(), width: 148, isEnd: true, sort: 'value', cell: (row) => <WorthCell row={row} amounts={amounts} /> },
    { id: 'stage', header: m.column_stage(), width: 104, cell: (row) => <StageTag stage={row.stage} /> },
    { id: 'verdict', header: m.column_verdict(), width: 144, cell: (row) => <VerdictCell row={row} /> },
    { id: 'published', header: m.column_published(), width: 104, sort: 'published', cell: (row) => <span className={styles.quiet}>{row.publishedAt === null ? '—' : dayInBeijing(row.publishedAt)}</span> },
  ]
}

function TitleCell({ row }: { row: TenderRow }) {
  return (
    <span title={row.title}>
      <strong className={styles.title}>{row.title}</strong>
      {row.lots.length > 1 && <span className={styles.lots}>{m.lot_count({ count: row.lots.length })}</span>}
    </span>
  )
}

function WorthCell({ row, amounts }: { row: TenderRow; amounts: AmountStyle }) {
  const worth = worthOf(row)
  if (worth === null) return <span className={styles.quiet}>—</span>
  const full = amountText(worth.amount, row.currency, { ...amounts, unit: 'yuan' })
  return (
    <span title={`${worthName(worth)} ${full}`}>
      {worth.kind === 'ceiling' && <span className={styles.ceiling}>{m.ceiling_mark()}</span>}
      {amountText(worth.amount, row.currency, amounts)}
    </span>
  )
}

export function StageTag({ stage }: { stage: TenderRow['stage'] }) {
  return (
    <span className={styles.stage} data-stage={stage}>
      {stageName(stage)}
    </span>
  )
}

function VerdictCell({ row }: { row: TenderRow }) {
  if (row.bid === null) return <span className={styles.quiet}>—</span>
  return <FlagChip verdict={row.bid.assessment?.verdict ?? 'cannot-judge'} />
}
