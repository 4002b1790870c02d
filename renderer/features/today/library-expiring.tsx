import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { Panel } from '#renderer/features/today/panel.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { addDays, daysBetween } from '#shared/calendar/day.ts'
import { warningDays } from '#shared/library/validity.ts'
import styles from './today.module.css'

const shown = 8

/** Certificates that have ended or end soon, and texts due for review: each leads to the item. */
export function LibraryExpiring({ now }: { now: string }) {
  const core = useCore()
  const today = beijingDay(now)
  const until = addDays(today, warningDays)
  const { data = [] } = useQuery({ queryKey: ['library', 'expiring', until], queryFn: ({ signal }) => core.library.expiring({ until }, { signal }) })
  if (data.length === 0) return null
  return (
    <Panel id="library-expiring-title" title={m.today_library()} count={data.length}>
      {data.slice(0, shown).map(({ id, kind, name, lastDay }) => (
        <li key={id}>
          <div className={styles.line}>
            <Link href={`/company/${kind}/${id}`} className={styles.name} title={name}>{name}</Link>
            <span className={styles.quiet}>{lastDay < today ? (kind === 'text' ? m.lib_review_due({ day: lastDay }) : m.lib_expired({ day: lastDay })) : m.lib_days_left({ day: lastDay, days: daysBetween(today, lastDay) })}</span>
          </div>
        </li>
      ))}
    </Panel>
  )
}
