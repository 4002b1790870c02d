import { useLocale } from '#renderer/app/i18n.tsx'
import { useMoney } from '#renderer/features/approvals/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import { DeskEvent } from '#shared/approvals/desk-event.ts'
import { editableInstant } from '#renderer/components/deadline/format-deadline.ts'
import type { LogEntry } from '#shared/pricing/approval-log.ts'
import css from '#renderer/features/approvals/approvals.module.css'

/** Entries of the log in words, with the start of each one's hash; the one that was altered stands out. */
export function LogList({ entries, label, alteredAt = null }: { entries: readonly LogEntry[]; label: string; alteredAt?: number | null }) {
  useLocale()
  const money = useMoney()
  return (
    <ol className={css.log} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.index} data-altered={entry.index === alteredAt || undefined}>
          <span className={css.logIndex}>{entry.index + 1}</span>
          <time dateTime={entry.at}>{editableInstant(entry.at)}</time>
          <strong>{entry.by}</strong>
          <span className={css.logText}>{eventText(entry, money)}</span>
          <code title={entry.hash}>{entry.hash.slice(0, 8)}</code>
        </li>
      ))}
    </ol>
  )
}

function eventText({ event, body }: LogEntry, money: (amount: string | null) => string): string {
  const parsed = DeskEvent.safeParse({ event, body: readJson(body) })
  if (!parsed.success) return m.desk_event_unknown()
  switch (parsed.data.event) {
    case 'desk-changed': return m.desk_event_desk_changed()
    case 'submitted': return m.desk_event_submitted(parsed.data.body)
    case 'decided': return parsed.data.body.decision === 'approved' ? m.desk_event_approved(parsed.data.body) : m.desk_event_rejected(parsed.data.body)
    case 'budget-saved': return m.desk_event_budget({ name: parsed.data.body.name, amount: money(parsed.data.body.amount) })
    case 'outcome-recorded': return m.desk_event_outcome({ title: parsed.data.body.title, result: stageWord(parsed.data.body.outcome.result) })
    case 'reopened': return m.desk_event_reopened(parsed.data.body)
  }
}

function stageWord(result: 'won' | 'lost' | 'withdrawn'): string {
  switch (result) {
    case 'won': return m.outcome_won()
    case 'lost': return m.outcome_lost()
    case 'withdrawn': return m.outcome_withdrawn()
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
