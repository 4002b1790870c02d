import type { KeyboardEvent } from 'react'
import { Link } from 'wouter'
import { DeadlineCell } from '#renderer/components/deadline/deadline.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { stages } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderRow } from '#shared/tenders/contract.ts'
import type { TenderStage } from '#shared/tenders/tender.ts'
import styles from './board.module.css'

export function BoardCard({ tender, now, dragType, onMove }: { tender: TenderRow; now: string; dragType: string; onMove: (stage: TenderStage) => void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !event.shiftKey) return
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const next = step === undefined ? undefined : stages[stages.indexOf(tender.stage) + step]
    if (next === undefined) return
    event.preventDefault()
    onMove(next)
  }
  return (
    <li>
      <Link
        href={`/tenders/${tender.id}`}
        className={styles.card}
        title={m.board_hint()}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(dragType, tender.id)
          event.dataTransfer.effectAllowed = 'move'
        }}
        onKeyDown={onKeyDown}
      >
        <strong>{tender.title}</strong>
        {tender.buyer !== null && <span className={styles.buyer}>{tender.buyer}</span>}
        <DeadlineCell instant={tender.bidDeadline} now={now} progress={tender.progress} isStacked />
        {tender.bid !== null && <FlagChip verdict={tender.bid.assessment?.verdict ?? 'cannot-judge'} />}
      </Link>
    </li>
  )
}
