import { Link } from 'wouter'
import { DeadlineCell } from '#renderer/components/deadline/deadline.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { roleName } from '#renderer/components/role-name.ts'
import { Panel } from '#renderer/features/today/panel.tsx'
import { useLatestChanges, useOpenBids, useToReview, useWaitingApprovals } from '#renderer/features/today/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import styles from './today.module.css'

const shownBids = 8

/** Bids that wait for somebody's signature, and whose. */
export function Waiting({ now }: { now: string }) {
  const waiting = useWaitingApprovals().data ?? []
  if (waiting.length === 0) return null
  return (
    <Panel id="waiting-title" title={m.today_waiting()} count={waiting.length}>
      {waiting.map(({ submission, missing, bidDeadline }) => (
        <li key={submission.bidId}>
          <div className={styles.line}>
            <Link href={`/bids/${submission.bidId}`} className={styles.name} title={submission.title}>
              {submission.title}
            </Link>
            <FlagChip verdict={submission.verdict} />
          </div>
          <div className={`${styles.line} ${styles.until}`}>
            <span className={styles.quiet}>{m.today_held_by({ people: missing.map(({ role, persons }) => (persons.length === 0 ? roleName(role) : `${roleName(role)} ${persons.join('/')}`)).join(m.list_separator()) })}</span>
            <DeadlineCell instant={bidDeadline} now={now} />
          </div>
        </li>
      ))}
    </Panel>
  )
}

/** Bids in work that are not yet handed in, the soonest first. */
export function OpenBids({ now }: { now: string }) {
  const bids = (useOpenBids().data ?? []).toSorted((a, b) => (a.bidDeadline ?? '9').localeCompare(b.bidDeadline ?? '9'))
  if (bids.length === 0) return null
  return (
    <Panel id="bids-title" title={m.today_open_bids()} count={bids.length}>
      {bids.slice(0, shownBids).map((bid) => (
        <li key={bid.id}>
          <div className={styles.line}>
            <Link href={`/bids/${bid.id}`} className={styles.name} title={bid.title}>
              {bid.title}
            </Link>
            <FlagChip verdict={bid.assessment?.verdict ?? 'cannot-judge'} />
          </div>
          <div className={`${styles.line} ${styles.until}`}>
            <span className={styles.quiet}>{bid.buyer ?? ''}</span>
            <DeadlineCell instant={bid.bidDeadline} now={now} progress={bid.progress} />
          </div>
        </li>
      ))}
    </Panel>
  )
}

/** Facts somebody should look at before they are relied on. */
export function ToReview() {
  const found = useToReview().data
  if (found === undefined || found.total === 0) return null
  return (
    <Panel id="review-title" title={m.today_review()} count={found.total}>
      {found.tenders.map((tender) => (
        <li key={tender.id}>
          <div className={styles.line}>
            <Link href={`/tenders/${tender.id}`} className={styles.name} title={tender.title}>
              {tender.title}
            </Link>
            <span className={styles.quiet}>{tender.buyer ?? ''}</span>
          </div>
        </li>
      ))}
    </Panel>
  )
}

export function LatestChanges({ now }: { now: string }) {
  const latest = useLatestChanges().data?.tenders ?? []
  if (latest.length === 0) return null
  return (
    <Panel id="latest-title" title={m.today_latest()} count={latest.length}>
      {latest.map((tender) => (
        <li key={tender.id}>
          <div className={styles.line}>
            <Link href={`/tenders/${tender.id}`} className={styles.name} title={tender.title}>
              {tender.title}
            </Link>
            <span className={styles.quiet}>{dayWord(tender.updatedAt, now)}</span>
          </div>
        </li>
      ))}
    </Panel>
  )
}

function dayWord(instant: string, now: string): string {
  const day = beijingDay(instant)
  return day === beijingDay(now) ? m.today_today() : day.slice(5)
}
