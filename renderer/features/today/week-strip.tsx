import { weekAhead } from '#renderer/features/today/group-by-time.ts'
import { useLocale, type Locale } from '#renderer/app/i18n.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { chineseWorkingDays } from '#shared/calendar/chinese-working-days.ts'
import { isWorkingDay } from '#shared/calendar/working-days.ts'
import type { TenderRow } from '#shared/tenders/contract.ts'
import styles from './today.module.css'

/** Seven days with their closing times; days off are those of the State Council's notice, make-up Saturdays included. */
export function WeekStrip({ tenders, now }: { tenders: readonly TenderRow[]; now: string }) {
  const locale = useLocale()
  const days = weekAhead(tenders.map(({ bidDeadline }) => bidDeadline), now)
  return (
    <section className={styles.card} aria-labelledby="week-title">
      <h2 id="week-title">{m.today_week()}</h2>
      <ol className={styles.week}>
        {days.map(({ day, count }, index) => (
          <li key={day} data-off={!isWorkingDay(chineseWorkingDays, day) || undefined} data-today={index === 0 || undefined}>
            <span>{weekday(day, locale)}</span>
            <strong>{day.slice(5)}</strong>
            <span className={styles.closing}>{count === 0 ? '—' : m.today_closing({ count })}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function weekday(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
