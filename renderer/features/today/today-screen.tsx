import { useNow } from '#renderer/app/clock.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatDay } from '#renderer/components/deadline/format-deadline.ts'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { Expiring, LossBudgets, OtherDates } from '#renderer/features/today/agenda.tsx'
import { Deadlines } from '#renderer/features/today/deadlines.tsx'
import { useClosingSoon } from '#renderer/features/today/queries.ts'
import { LatestChanges, OpenBids, ToReview, Waiting } from '#renderer/features/today/side.tsx'
import { WeekStrip } from '#renderer/features/today/week-strip.tsx'
import { LibraryExpiring } from '#renderer/features/today/library-expiring.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import styles from './today.module.css'

/** What must be done before it is too late. */
export function TodayScreen() {
  const now = useNow()
  const locale = useLocale()
  const closing = useClosingSoon(now)
  const tenders = closing.data?.tenders ?? []
  return (
    <div className={styles.screen}>
      <PageHeader title={m.screen_today()} facts={[m.today_date({ day: formatDay(beijingDay(now), locale) })]} />
      <div className={styles.columns}>
        <ScrollRegion className={styles.main} label={m.today_main()}>
          {closing.data !== undefined && <Deadlines tenders={tenders} now={now} />}
          <WeekStrip tenders={tenders} now={now} />
          <OtherDates now={now} />
        </ScrollRegion>
        <ScrollRegion className={styles.side} label={m.today_side()}>
          <Waiting now={now} />
          <OpenBids now={now} />
          <Expiring now={now} />
          <LibraryExpiring now={now} />
          <LossBudgets now={now} />
          <ToReview />
          <LatestChanges now={now} />
        </ScrollRegion>
      </div>
    </div>
  )
}
