import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatDeadline } from '#renderer/components/deadline/format-deadline.ts'
import { changeName, fieldName, valueText, whoText } from '#renderer/features/versions/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { BidChange } from '#shared/versions/bid-change.ts'
import type { FieldChange } from '#shared/versions/compare.ts'
import css from '#renderer/features/versions/versions.module.css'

const pageSize = 50

/** Who changed what, the newest first; what is written here is never changed. `version` asks anew after every save. */
export function History({ bidId, version }: { bidId: string; version: number }) {
  const core = useCore()
  const language = useLocale()
  const pages = useInfiniteQuery({
    queryKey: ['versions', 'history', bidId, version],
    queryFn: ({ pageParam, signal }) => core.versions.history({ bidId, before: pageParam, limit: pageSize }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < pageSize ? null : (last.at(-1)?.seq ?? null)),
  })
  const entries = pages.data?.pages.flat() ?? []
  return (
    <section className={css.history} aria-label={m.version_history()}>
      <h2>{m.version_history()}</h2>
      {pages.isSuccess && entries.length === 0 && <p className={css.empty}>{m.version_history_none()}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <p className={css.meta}><time dateTime={entry.at}>{formatDeadline(entry.at, language)}</time> · {whoText(entry.by)}</p>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {pages.hasNextPage && <Button size="xs" variant="default" onClick={() => void pages.fetchNextPage()}>{m.version_history_more()}</Button>}
    </section>
  )
}

function Entry({ entry: { changes } }: { entry: BidChange }) {
  return (
    <ul>
      {changes.lines.map((line) => (
        <li key={`${line.kind}${line.id}`}>
          <span className={css.change}>{changeName(line.change)}</span>{line.name === '' ? m.verdict_unnamed() : line.name}
          {line.fields.map((change) => <Field key={change.field} change={change} />)}
        </li>
      ))}
      {[...changes.settings, ...changes.terms].map((change) => <li key={change.field}><Field change={change} /></li>)}
    </ul>
  )
}

function Field({ change: { field, before, after } }: { change: FieldChange }) {
  const language = useLocale()
  return <span className={css.field}>{m.name_and_value({ name: fieldName(field), value: `${valueText(field, before, language)} → ${valueText(field, after, language)}` })}</span>
}
