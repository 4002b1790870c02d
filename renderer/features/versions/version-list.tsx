import { Button } from '@mantine/core'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatDeadline } from '#renderer/components/deadline/format-deadline.ts'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { formatPercent, formatYuan } from '#renderer/components/money-input/format-money.ts'
import { whoText } from '#renderer/features/versions/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { VersionRow } from '#shared/versions/version.ts'
import css from '#renderer/features/versions/versions.module.css'

type VersionListProps = { rows: readonly VersionRow[]; chosen: string | null; canRestore: boolean; isCopying: boolean; onChoose: (id: string) => void; onRestore: (row: VersionRow) => void; onCopy: (id: string) => void }

/** Every frozen version, the newest first: when, by whom, why, and what it came to on that day. */
export function VersionList({ rows, chosen, canRestore, isCopying, onChoose, onRestore, onCopy }: VersionListProps) {
  const language = useLocale()
  if (rows.length === 0) return <p className={css.empty}>{m.version_none()}</p>
  return (
    <ol className={css.list}>
      {rows.map((row) => (
        <li key={row.id} data-chosen={row.id === chosen || undefined}>
          <div className={css.rowHead}>
            <strong>V{row.no}</strong>
            <FlagChip verdict={row.assessment.verdict} />
            <span className={css.amount}>{formatYuan(row.assessment.offerTotal, language)}</span>
          </div>
          <p className={css.meta}>
            <time dateTime={row.frozenAt}>{formatDeadline(row.frozenAt, language)}</time> · {whoText(row.by)}
            {row.assessment.margin !== null && <> · {m.price_margin({ margin: formatPercent(row.assessment.margin, language) })}</>}
          </p>
          {row.note !== '' && <p className={css.noteText}>{row.note}</p>}
          <div className={css.actions}>
            <Button size="compact-xs" variant={row.id === chosen ? 'light' : 'default'} aria-pressed={row.id === chosen} onClick={() => onChoose(row.id)}>{m.version_compare()}</Button>
            <Button size="compact-xs" variant="default" disabled={!canRestore} onClick={() => onRestore(row)}>{m.version_restore()}</Button>
            <Button size="compact-xs" variant="default" disabled={isCopying} onClick={() => onCopy(row.id)}>{m.outcome_clone()}</Button>
          </div>
        </li>
      ))}
    </ol>
  )
}
