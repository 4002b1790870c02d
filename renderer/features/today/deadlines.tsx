import { Button } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { DeadlineCell } from '#renderer/components/deadline/deadline.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { spanOf, type Span } from '#renderer/features/today/group-by-time.ts'
import { daysAhead, useNextDeadlines } from '#renderer/features/today/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderRow } from '#shared/tenders/contract.ts'
import styles from './today.module.css'

const spans: readonly Span[] = ['hours', 'week', 'later']

function spanName(span: Span): string {
  switch (span) {
    case 'hours':
      return m.today_48_hours()
    case 'week':
      return m.today_this_week()
    case 'later':
      return m.today_later()
  }
}

/** Closing times of what we follow or bid for, by how close they are. */
export function Deadlines({ tenders, now }: { tenders: readonly TenderRow[]; now: string }) {
  if (tenders.length === 0) return <Quiet now={now} />
  return (
    <section className={styles.card} aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">{m.today_deadlines()}</h2>
      {spans.map((span) => (
        <Group key={span} name={spanName(span)} isUrgent={span === 'hours'} tenders={tenders.filter(({ bidDeadline }) => bidDeadline !== null && spanOf(bidDeadline, now) === span)} now={now} />
      ))}
    </section>
  )
}

function Group({ name, isUrgent = false, tenders, now }: { name: string; isUrgent?: boolean; tenders: readonly TenderRow[]; now: string }) {
  if (tenders.length === 0) return null
  return (
    <div className={styles.group} data-urgent={isUrgent || undefined}>
      <h3>
        {name} <span>{tenders.length}</span>
      </h3>
      <ul>
        {tenders.map((tender) => (
          <li key={tender.id}>
            <DeadlineCell instant={tender.bidDeadline} now={now} progress={tender.progress} />
            <Link href={tender.bid === null ? `/tenders/${tender.id}` : `/bids/${tender.bid.id}`} className={styles.name} title={tender.title}>
              {tender.title}
            </Link>
            <span className={styles.buyer}>{tender.buyer ?? ''}</span>
            {tender.bid === null ? <span className={styles.none}>{m.today_no_bid()}</span> : <FlagChip verdict={tender.bid.assessment?.verdict ?? 'cannot-judge'} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Nothing closes soon: says so, and what comes next; where nothing does, where tenders come from. */
function Quiet({ now }: { now: string }) {
  const [, navigate] = useLocation()
  const next = useNextDeadlines(now)
  const tenders = next.data?.tenders ?? []
  return (
    <section className={styles.card} aria-labelledby="deadlines-title">
      <h2 id="deadlines-title">{m.today_deadlines()}</h2>
      <p className={styles.quiet}>{m.today_nothing({ days: daysAhead })}</p>
      <Group name={m.today_next()} tenders={tenders} now={now} />
      {next.data?.tenders.length === 0 && <Button className={styles.find} onClick={() => navigate('/tenders')}>{m.today_find_tenders()}</Button>}
    </section>
  )
}
