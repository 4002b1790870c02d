import { Link } from 'wouter'
import { useLocale } from '#renderer/app/i18n.tsx'
import { agendaName } from '#renderer/components/agenda-words.ts'
import { formatDay } from '#renderer/components/deadline/format-deadline.ts'
import { daysAhead, useAgenda, useLossBudgets } from '#renderer/features/today/queries.ts'
import { Panel } from '#renderer/features/today/panel.tsx'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import { addDays, daysBetween } from '#shared/calendar/day.ts'
import { beijingDay, beijingParts } from '#shared/calendar/beijing-time.ts'
import { dayInBeijing } from '#shared/calendar/schedule.ts'
import { Decimal } from '#shared/decimal.ts'
import { isOursToMind } from '#shared/schedule/agenda.ts'
import type { AgendaEntry } from '#shared/schedule/contract.ts'
import styles from './today.module.css'

const shownDates = 12
const shownExpiring = 8
/** What runs out, and is looked at further ahead than the rest. */
const expiring: readonly string[] = ['bond-valid-until', 'bid-valid-until']

/** The other dates of what we follow, soonest first: questions, bonds, objections, contracts, payments. */
export function OtherDates({ now }: { now: string }) {
  const today = beijingDay(now)
  const until = addDays(today, daysAhead)
  const agenda = useAgenda(now).data
  const dates = (agenda?.entries ?? []).filter(({ code, at }) => isOursToMind(code) && !expiring.includes(code) && dayInBeijing(at) <= until)
  if (agenda === undefined || dates.length === 0) return null
  return (
    <section className={styles.card} aria-labelledby="dates-title">
      <h2 id="dates-title">
        {m.today_dates()} <span className={styles.count}>{dates.length}</span>
      </h2>
      <ul className={styles.dates}>
        {dates.slice(0, shownDates).map((date) => (
          <DateLine key={`${date.tenderId} ${date.code}`} date={date} today={today} />
        ))}
      </ul>
      {dates.length > shownDates && <p className={styles.quiet}>{m.board_more({ count: dates.length - shownDates })}</p>}
      {agenda.leftOut > 0 && <p className={styles.quiet}>{m.today_left_out({ count: agenda.leftOut })}</p>}
    </section>
  )
}

function DateLine({ date, today }: { date: AgendaEntry; today: string }) {
  const locale = useLocale()
  const day = dayInBeijing(date.at)
  const isUrgent = date.meaning === 'latest' && daysBetween(today, day) <= 1
  return (
    <li data-urgent={isUrgent || undefined}>
      <span className={styles.when}>
        {day === today ? m.today_today() : formatDay(day, locale)}
        {date.at.length > 10 && ` ${timeOf(date.at)}`}
      </span>
      <span title={date.article ?? undefined}>{agendaName(date.code)}</span>
      <Link href={`/tenders/${date.tenderId}`} className={styles.name} title={date.title}>
        {date.title}
      </Link>
      <span className={styles.buyer}>{date.owner ?? ''}</span>
    </li>
  )
}

function timeOf(instant: string): string {
  const { hour, minute } = beijingParts(instant)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** Bonds and bids whose validity ends within thirty days. */
export function Expiring({ now }: { now: string }) {
  const locale = useLocale()
  const dates = (useAgenda(now).data?.entries ?? []).filter(({ code }) => expiring.includes(code))
  if (dates.length === 0) return null
  return (
    <Panel id="expiring-title" title={m.today_expiring()} count={dates.length}>
      {dates.slice(0, shownExpiring).map(({ tenderId, title, code, at }) => (
        <li key={`${tenderId} ${code}`}>
          <div className={styles.line}>
            <Link href={`/tenders/${tenderId}`} className={styles.name} title={title}>
              {title}
            </Link>
            <span className={styles.quiet}>{formatDay(at, locale)}</span>
          </div>
          <div className={styles.line}>
            <span className={styles.quiet}>{agendaName(code)}</span>
          </div>
        </li>
      ))}
    </Panel>
  )
}

/** Loss budgets in force: what is signed for, of how much. */
export function LossBudgets({ now }: { now: string }) {
  const locale = useLocale()
  const today = beijingDay(now)
  const budgets = (useLossBudgets().data ?? []).filter(({ budget }) => !budget.isClosed && budget.from <= today && today <= budget.to)
  if (budgets.length === 0) return null
  return (
    <Panel id="budget-title" title={m.today_budgets()} count={budgets.length}>
      {budgets.map(({ budget, committed, exposed, left }) => {
        const used = new Decimal(committed).plus(exposed)
        const share = new Decimal(budget.amount).isZero() ? 1 : Math.min(1, used.div(budget.amount).toNumber())
        return (
          <li key={budget.id}>
            <div className={styles.line}>
              <Link href="/approvals" className={styles.name} title={budget.name}>
                {budget.name}
              </Link>
              <span className={styles.quiet}>{m.today_budget_used({ used: formatYuan(used.toFixed(2), locale), amount: formatYuan(budget.amount, locale) })}</span>
            </div>
            <div role="meter" className={styles.meter} aria-label={budget.name} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)} data-over={left.startsWith('-') || undefined}>
              <span style={{ width: `${share * 100}%` }} />
            </div>
          </li>
        )
      })}
    </Panel>
  )
}
