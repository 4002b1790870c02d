import { useNow } from '#renderer/app/clock.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { countdownText, formatDeadline, formatDeadlineShort } from '#renderer/components/deadline/format-deadline.ts'
import { progressName } from '#renderer/components/progress-name.ts'
import { m } from '#renderer/paraglide/messages.js'
import { countdown, urgency } from '#shared/calendar/beijing-time.ts'
import { hasEnded, type Progress } from '#shared/tenders/progress.ts'
import styles from './deadline.module.css'

type DeadlineCellProps = { instant: string | null; now: string; progress?: Progress; isStacked?: boolean }

/** A closing time in a table: short, with the time left, coloured as it gets close, or how its purchase has ended; stacked where it is narrow. */
export function DeadlineCell({ instant, now, progress = 'open', isStacked = false }: DeadlineCellProps) {
  const locale = useLocale()
  if (instant === null) return <span className={styles.none}>{hasEnded(progress) ? progressName(progress) : '—'}</span>
  return (
    <span className={styles.cell} data-stacked={isStacked || undefined} title={formatDeadline(instant, locale)}>
      {formatDeadlineShort(instant, now)} <TimeLeft instant={instant} now={now} progress={progress} />
    </span>
  )
}

/** A closing time in a page's head: label above, the moment and the time left below. */
export function DeadlineBlock({ instant, progress }: { instant: string | null; progress: Progress }) {
  const locale = useLocale()
  return (
    <div className={styles.block}>
      <div className={styles.label}>{m.deadline_label()}</div>
      {instant === null ? <span className={styles.unknown}>{m.deadline_unknown()}</span> : <Ticking instant={instant} progress={progress} text={formatDeadline(instant, locale)} />}
    </div>
  )
}

function Ticking({ instant, progress, text }: { instant: string; progress: Progress; text: string }) {
  // Seconds are shown in the last two hours only; a minute's age does not matter before.
  const coarse = useNow(15_000)
  const isClose = countdown(instant, coarse).kind === 'seconds'
  const fine = useNow(isClose ? 1000 : 60_000)
  return (
    <div className={styles.moment}>
      <strong>{text}</strong> <TimeLeft instant={instant} now={isClose ? fine : coarse} progress={progress} />
    </div>
  )
}

function TimeLeft({ instant, now, progress }: { instant: string; now: string; progress: Progress }) {
  return (
    <span className={styles.left} data-urgency={hasEnded(progress) ? 'passed' : urgency(instant, now)}>
      {hasEnded(progress) ? progressName(progress) : countdownText(countdown(instant, now))}
    </span>
  )
}
