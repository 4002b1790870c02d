import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale, type Locale } from '#renderer/app/i18n.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { formatDay, formatDeadline } from '#renderer/components/deadline/format-deadline.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { SuspectedPair } from '#shared/duplicates/contract.ts'
import styles from './duplicates.module.css'

type Side = SuspectedPair['first']

function rowsOf(side: Side, locale: Locale): [label: string, value: string][] {
  const amount = (value: string | null) => (value === null ? '—' : `${Number(value).toLocaleString(locale)} ${side.currency ?? ''}`)
  return [
    [m.table_project_no(), side.projectNo ?? '—'],
    [m.table_buyer(), side.buyer ?? '—'],
    [m.table_agency(), side.agency ?? '—'],
    [m.table_budget(), amount(side.budget)],
    [m.table_ceiling(), amount(side.ceiling)],
    [m.table_published(), side.publishedAt === null ? '—' : formatDay(side.publishedAt, locale)],
    [m.table_deadline(), side.bidDeadline === null ? '—' : formatDeadline(side.bidDeadline, locale)],
    [m.duplicates_source(), side.source.name],
  ]
}

function reasonsOf({ sameNumber, sameBuyer, sameAmount, sameDeadline, title }: SuspectedPair['likeness']): string {
  const reasons = [sameNumber && m.duplicates_number(), sameBuyer && m.duplicates_buyer(), sameAmount && m.duplicates_amount(), sameDeadline && m.duplicates_deadline(), m.duplicates_names({ percent: Math.round(title * 100) })]
  return reasons.filter((reason) => reason !== false).join(' · ')
}

export function PairCard({ pair }: { pair: SuspectedPair }) {
  const core = useCore()
  const queries = useQueryClient()
  const { first, second, likeness } = pair
  const onError = () => notifyFailure(m.duplicates_failed())
  const merge = useMutation({
    mutationFn: (kept: Side) => core.duplicates.merge({ kept: kept.id, merged: kept === first ? second.id : first.id }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      notifyDone(m.duplicates_done())
    },
    onError,
  })
  const apart = useMutation({ mutationFn: () => core.duplicates.keepApart({ first: first.id, second: second.id }), onSuccess: () => queries.invalidateQueries({ queryKey: ['duplicates'] }), onError })
  return (
    <article className={styles.pair}>
      <header className={styles.head}>
        <span>{reasonsOf(likeness)}</span>
        <Button size="compact-sm" variant="default" onClick={() => apart.mutate()}>
          {m.duplicates_apart()}
        </Button>
      </header>
      <div className={styles.sides}>
        <SideView side={first} other={second} onKeep={() => merge.mutate(first)} />
        <SideView side={second} other={first} onKeep={() => merge.mutate(second)} />
      </div>
    </article>
  )
}

function SideView({ side, other, onKeep }: { side: Side; other: Side; onKeep: () => void }) {
  const locale = useLocale()
  const others = rowsOf(other, locale)
  return (
    <section className={styles.side} aria-label={`${side.title} · ${side.source.name}`}>
      <Link href={`/tenders/${side.id}`}>{side.title}</Link>
      <dl>
        {rowsOf(side, locale).map(([label, value], index) => (
          <div key={label} data-differs={value !== others[index]?.[1] || undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.muted}>{m.duplicates_holds({ notices: side.notices, bids: side.bids })}</p>
      <Button size="compact-sm" onClick={onKeep}>
        {m.duplicates_keep()}
      </Button>
    </section>
  )
}
