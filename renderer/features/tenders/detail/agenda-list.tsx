import { useLocale } from '#renderer/app/i18n.tsx'
import { agendaName, sureness } from '#renderer/components/agenda-words.ts'
import { formatDay } from '#renderer/components/deadline/format-deadline.ts'
import { amountText } from '#renderer/features/tenders/amount.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingParts } from '#shared/calendar/beijing-time.ts'
import { dayInBeijing } from '#shared/calendar/schedule.ts'
import type { AgendaDate } from '#shared/schedule/agenda.ts'
import styles from './detail.module.css'

/** Dates in order of time, each with where it comes from. */
export function AgendaList({ dates, today }: { dates: readonly AgendaDate[]; today: string }) {
  const locale = useLocale()
  return (
    <ul className={styles.schedule}>
      {dates.map((date) => (
        <li key={`${date.code} ${date.at}`} data-passed={dayInBeijing(date.at) < today || undefined}>
          <span>
            {formatDay(date.at, locale)}
            {date.at.length > 10 && ` ${timeOf(date.at)}`}
          </span>
          <strong>{agendaName(date.code)}</strong>
          <span className={styles.article}>
            {date.article === null || date.confidence === null ? m.agenda_said() : `${date.article} · ${sureness(date.confidence)}`}
            {date.amount !== null && ` · ${m.agenda_interest_so_far({ amount: amountText(date.amount, 'CNY', { locale, unit: 'yuan' }) })}`}
            {date.unannouncedYears.length > 0 && ` · ${m.schedule_unannounced({ years: date.unannouncedYears.join(', ') })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function timeOf(instant: string): string {
  const { hour, minute } = beijingParts(instant)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
