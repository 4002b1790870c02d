import { Button, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { MoneyInput } from '#renderer/components/money-input/money-input.tsx'
import { amountText } from '#renderer/features/tenders/amount.ts'
import { deadlineDays, deadlineText, partName } from '#renderer/features/tenders/list/filter-choices.ts'
import { FilterPill } from '#renderer/features/tenders/list/filter-pill.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { isBackwards, type DeadlineWindow, type TenderFilter } from '#shared/tenders/filter.ts'
import { Day } from '#shared/time.ts'
import styles from './filters.module.css'

type RangeProps = { filter: TenderFilter; onChange: (filter: TenderFilter) => void }

export function DeadlineFilter({ filter, onChange }: RangeProps) {
  const { deadline } = filter
  const set = (next: DeadlineWindow | null) => onChange({ ...filter, deadline: next })
  const windows: DeadlineWindow[] = [{ kind: 'open' }, ...deadlineDays.map((days) => ({ kind: 'days' as const, days })), { kind: 'passed' }, { kind: 'unknown' }]
  return (
    <FilterPill name={partName('deadline')} chosen={deadline === null ? null : deadlineText(deadline)} onClear={() => set(null)}>
      <ul className={styles.choices}>
        {windows.map((window) => (
          <li key={deadlineText(window)}>
            <Radio size="xs" name="deadline" label={deadlineText(window)} checked={JSON.stringify(deadline) === JSON.stringify(window)} onChange={() => set(window)} />
          </li>
        ))}
      </ul>
      <Days window={deadline?.kind === 'between' ? deadline : null} onChange={set} />
    </FilterPill>
  )
}

function Days({ window, onChange }: { window: Extract<DeadlineWindow, { kind: 'between' }> | null; onChange: (window: DeadlineWindow) => void }) {
  const [from, setFrom] = useState(window?.from ?? '')
  const [to, setTo] = useState(window?.to ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const apply = () => {
    const days = [from, to].map((typed) => (typed.trim() === '' ? null : Day.safeParse(typed.normalize('NFKC').trim().replaceAll(/[/.]/g, '-'))))
    if (days.some((day) => day !== null && !day.success) || days.every((day) => day === null)) return setProblem(m.filter_day_unreadable())
    const next = { kind: 'between' as const, from: days[0]?.data ?? null, to: days[1]?.data ?? null }
    if (isBackwards(next)) return setProblem(m.filter_days_backwards())
    setProblem(null)
    onChange(next)
  }
  return (
    <form
      className={styles.range}
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <TextInput size="xs" label={m.filter_from()} placeholder="2026-12-01" value={from} error={problem !== null} onChange={(event) => setFrom(event.currentTarget.value)} />
      <TextInput size="xs" label={m.filter_to()} placeholder="2026-12-31" value={to} error={problem !== null} onChange={(event) => setTo(event.currentTarget.value)} />
      <Button type="submit" size="compact-sm" variant="default">
        {m.filter_apply()}
      </Button>
      {problem !== null && <p className={styles.problem} role="alert">{problem}</p>}
    </form>
  )
}

export function WorthFilter({ filter, onChange }: RangeProps) {
  const locale = useLocale()
  const { moneyUnit } = usePreferences().preferences
  const { worthFrom, worthTo } = filter
  const shown = (amount: string | null) => (amount === null ? '' : amountText(amount, 'CNY', { locale, unit: moneyUnit }))
  const chosen = worthFrom === null && worthTo === null ? null : `${shown(worthFrom)} – ${shown(worthTo)}`.trim()
  const unit = locale === 'zh-CN' ? moneyUnit : 'yuan'
  return (
    <FilterPill name={partName('worth')} chosen={chosen} onClear={() => onChange({ ...filter, worthFrom: null, worthTo: null })}>
      <p className={styles.quiet}>{m.filter_worth_hint()}</p>
      <div className={styles.range}>
        <span className={styles.quiet}>{m.filter_least()}</span>
        <span className={styles.quiet}>{m.filter_most()}</span>
        <MoneyInput label={m.filter_least()} value={worthFrom} unit={unit} canBeEmpty onCommit={(amount) => onChange({ ...filter, worthFrom: amount })} />
        <MoneyInput label={m.filter_most()} value={worthTo} unit={unit} canBeEmpty onCommit={(amount) => onChange({ ...filter, worthTo: amount })} />
      </div>
    </FilterPill>
  )
}
