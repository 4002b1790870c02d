import { useNow } from '#renderer/app/clock.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { countdownText, formatDeadline, formatDeadlineShort } from '#renderer/components/deadline/format-deadline.ts'
import { m } from '#renderer/paraglide/messages.js'
import { countdown, urgency } from '#shared/calendar/beijing-time.ts'
import styles from './deadline.module.css'

/** A closing time in a table: short, with the time left, coloured as it gets close; stacked where it is narrow. */
export function DeadlineCell({ instant, now, isStacked = false }: { instant: string | null; now: string; isStacked?: boolean }) {
  const locale = useLocale()
  if (instant === null) return <span className={styles.none}>—</span>
  return (
    <span className={styles.cell} data-stacked={isStacked || undefined} title={formatDeadline(instant, locale)}>
      {formatDeadlineShort(instant, now)} <TimeLeft instant={instant} now={now} />
    </span>
  )
}

/** A closing time in a page's head: label above, the moment and the time left below. */
export function DeadlineBlock({ instant }: { instant: string | null }) {
  const locale = useLocale()
  return (
    <div className={styles.block}>
      <div className={styles.label}>{m.deadline_label()}</div>
      {instant === null ? <span className={styles.unknown}>{m.deadline_unknown()}</span> : <Ticking instant={instant} text={formatDeadline(instant, locale)} />}
    </div>
  )
}

function Ticking({ instant, text }: { instant: string; text: string }) {
  // Seconds are shown in the last two hours only; a minute's age does not matter before.
  const coarse = useNow(15_000)
  const isClose = countdown(instant, coarse).kind === 'seconds'
  const fine = useNow(isClose ? 1000 : 60_000)
  return (
    <div className={styles.moment}>
      <strong>{text}</strong> <TimeLeft instant={instant} now={isClose ? fine : coarse} />
    </div>
  )
}

function TimeLeft({ instant, now }: { instant: string; now: string }) {
  return (
    <span className={styles.left} data-urgency={urgency(instant, now)}>
      {countdownText(countdown(instant, now))}
    </span>
  )
}
