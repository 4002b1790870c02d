import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { MarkedText } from '#renderer/components/marked-text.tsx'
import { progressName } from '#renderer/components/progress-name.ts'
import { amountText, worthName, type AmountStyle } from '#renderer/features/tenders/amount.ts'
import type { Found } from '#renderer/features/tenders/list/use-found-places.ts'
import { goDecisionName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { GoDecision } from '#shared/go-no-go/scorecard.ts'
import { marksIn } from '#shared/search/marks.ts'
import type { TenderRow } from '#shared/tenders/contract.ts'
import { hasEnded } from '#shared/tenders/progress.ts'
import { worthOf } from '#shared/tenders/worth.ts'
import styles from './tender-list.module.css'

/** A value that steps back behind the title; a dash where it is unknown. */
export function Quiet({ text, isSmall = false }: { text: string | null; isSmall?: boolean }) {
  return (
    <span className={isSmall ? styles.number : styles.quiet} title={text ?? undefined}>
      {text ?? '—'}
    </span>
  )
}

/** How far it has come shows before the name, unless the closing time's column says so already. While something is searched for, the title carries its marks and the place in the text stands below it. */
export function TitleCell({ row, found, isEndShown }: { row: TenderRow; found: Found; isEndShown: boolean }) {
  const snippet = found.snippets.get(row.id)
  const progress = isEndShown && hasEnded(row.progress) ? null : progressName(row.progress)
  return (
    <span title={row.title}>
      {progress !== null && <span className={styles.progress} data-ended={row.progress === 'terminated' || undefined}>{progress}</span>}
      <strong className={styles.title}>{found.query === '' ? row.title : <MarkedText text={row.title} marks={marksIn(row.title, found.query)} />}</strong>
      {row.lots.length > 1 && <span className={styles.lots}>{m.lot_count({ count: row.lots.length })}</span>}
      {snippet !== undefined && (
        <span className={styles.found}>
          <MarkedText text={snippet.text} marks={snippet.marks} />
        </span>
      )}
    </span>
  )
}

export function WorthCell({ row, amounts }: { row: TenderRow; amounts: AmountStyle }) {
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

export function OfferCell({ row, amounts }: { row: TenderRow; amounts: AmountStyle }) {
  const offer = row.bid?.assessment?.offerTotal ?? null
  return offer === null ? <span className={styles.quiet}>—</span> : <span>{amountText(offer, 'CNY', amounts)}</span>
}

export function GoTag({ decision }: { decision: GoDecision | null }) {
  if (decision === null) return <span className={styles.quiet}>—</span>
  return (
    <span className={styles.go} data-decision={decision}>
      {goDecisionName(decision)}
    </span>
  )
}

export function VerdictCell({ row }: { row: TenderRow }) {
  if (row.bid === null) return <span className={styles.quiet}>—</span>
  return <FlagChip verdict={row.bid.assessment?.verdict ?? 'cannot-judge'} />
}
