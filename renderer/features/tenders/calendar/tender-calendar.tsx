import { ActionIcon, Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useNow } from '#renderer/app/clock.tsx'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale, type Locale } from '#renderer/app/i18n.tsx'
import { useSessionState } from '#renderer/app/session.tsx'
import { neighbour, weeksOf } from '#renderer/features/tenders/calendar/month.ts'
import { shortDateName } from '#renderer/features/tenders/calendar/short-date-name.ts'
import { agendaName } from '#renderer/components/agenda-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay, beijingParts, endOfBeijingDay, startOfBeijingDay, urgency } from '#shared/calendar/beijing-time.ts'
import { chineseWorkingDays } from '#shared/calendar/chinese-working-days.ts'
import { dayInBeijing } from '#shared/calendar/schedule.ts'
import { isWorkingDay } from '#shared/calendar/working-days.ts'
import { isOursToMind } from '#shared/schedule/agenda.ts'
import type { AgendaEntry } from '#shared/schedule/contract.ts'
import type { TenderRow } from '#shared/tenders/contract.ts'
import type { TenderFilter } from '#shared/tenders/filter.ts'
import styles from './calendar.module.css'

const shownPerDay = 3

/** Closing times of a month, on their days in Beijing; days off as the State Council announced them. */
export function TenderCalendar({ filter }: { filter: TenderFilter }) {
  const locale = useLocale()
  const now = useNow(60_000)
  const today = beijingDay(now)
  const [month, setMonth] = useSessionState('tenders.month', (kept) => (typeof kept === 'string' ? kept : today.slice(0, 7)))
  const weeks = weeksOf(month)
  const byDay = useClosings(weeks, filter)
  const datesByDay = useOtherDates(weeks)
  return (
    <section className={styles.calendar} aria-label={m.view_calendar()}>
      <div className={styles.bar}>
        <ActionIcon variant="default" size={28} aria-label={m.calendar_before()} onClick={() => setMonth(neighbour(month, -1))}>
          <IconChevronLeft size={15} />
        </ActionIcon>
        <h2 aria-live="polite">{monthName(month, locale)}</h2>
        <ActionIcon variant="default" size={28} aria-label={m.calendar_after()} onClick={() => setMonth(neighbour(month, 1))}>
          <IconChevronRight size={15} />
        </ActionIcon>
        <Button variant="default" size="compact-sm" onClick={() => setMonth(today.slice(0, 7))}>
          {m.calendar_today()}
        </Button>
      </div>
      <table className={styles.month}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col">
                {weekday(day, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} data-other={!day.startsWith(month) || undefined} data-off={!isWorkingDay(chineseWorkingDays, day) || undefined} data-today={day === today || undefined}>
                  <Day day={day} tenders={byDay.get(day) ?? []} dates={datesByDay.get(day) ?? []} now={now} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function useClosings(weeks: readonly string[][], filter: TenderFilter): Map<string, TenderRow[]> {
  const core = useCore()
  const deadlineFrom = startOfBeijingDay(weeks[0]?.[0] ?? '')
  const deadlineTo = endOfBeijingDay(weeks.at(-1)?.at(-1) ?? '')
  const found = useQuery({
    queryKey: ['tenders', 'calendar', deadlineFrom, filter],
    queryFn: ({ signal }) => core.tenders.search({ ...filter, deadlineFrom, deadlineTo, sort: 'deadline', limit: 500 }, { signal }),
    placeholderData: keepPreviousData,
  })
  const byDay = new Map<string, TenderRow[]>()
  for (const tender of found.data?.tenders ?? []) {
    if (tender.bidDeadline === null) continue
    const day = beijingDay(tender.bidDeadline)
    byDay.set(day, [...(byDay.get(day) ?? []), tender])
  }
  // Within a day by the hour, whatever has closed by now.
  for (const tenders of byDay.values()) tenders.sort((a, b) => (a.bidDeadline ?? '').localeCompare(b.bidDeadline ?? ''))
  return byDay
}

/** The other dates of what we follow that are ours to mind. */
function useOtherDates(weeks: readonly string[][]): Map<string, AgendaEntry[]> {
  const core = useCore()
  const [from, to] = [weeks[0]?.[0] ?? '', weeks.at(-1)?.at(-1) ?? '']
  const agenda = useQuery({ queryKey: ['schedule', 'agenda', from, to], queryFn: ({ signal }) => core.schedule.agenda({ from, to }, { signal }), placeholderData: keepPreviousData })
  const byDay = new Map<string, AgendaEntry[]>()
  for (const date of agenda.data?.entries ?? []) {
    if (!isOursToMind(date.code)) continue
    const day = dayInBeijing(date.at)
    byDay.set(day, [...(byDay.get(day) ?? []), date])
  }
  return byDay
}

function Day({ day, tenders, dates, now }: { day: string; tenders: readonly TenderRow[]; dates: readonly AgendaEntry[]; now: string }) {
  const shownDates = dates.slice(0, Math.max(0, shownPerDay - tenders.length))
  const more = Math.max(0, tenders.length - shownPerDay) + dates.length - shownDates.length
  return (
    <>
      <span className={styles.number}>{Number(day.slice(8))}</span>
      <ul>
        {tenders.slice(0, shownPerDay).map((tender) => (
          <li key={tender.id}>
            <Link href={`/tenders/${tender.id}`} title={tender.title} data-urgency={tender.bidDeadline === null ? undefined : urgency(tender.bidDeadline, now)}>
              <span>{tender.bidDeadline === null ? '' : timeOf(tender.bidDeadline)}</span> {tender.title}
            </Link>
          </li>
        ))}
        {shownDates.map(({ tenderId, code, title, article }) => (
          <li key={`${tenderId} ${code}`}>
            <Link href={`/tenders/${tenderId}`} className={styles.other} title={[agendaName(code), title, article].filter((part) => part !== null).join(' · ')}>
              <span>{shortDateName(code)}</span> <span>{title}</span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <span className={styles.more}>{m.board_more({ count: more })}</span>}
    </>
  )
}

function timeOf(instant: string): string {
  const { hour, minute } = beijingParts(instant)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function monthName(month: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-15T00:00:00Z`))
}

function weekday(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
