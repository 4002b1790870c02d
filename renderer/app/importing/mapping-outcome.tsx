import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useLocale, type Locale } from '#renderer/app/i18n.tsx'
import { issueRemedy } from '#renderer/app/importing/import-issues.ts'
import { fieldName, issueField } from '#renderer/app/importing/mapping-words.ts'
import { formatDeadline } from '#renderer/components/deadline/format-deadline.ts'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { ColumnMapping } from '#shared/tenders/table/column-mapping.ts'
import { mapRow, type MappedRow } from '#shared/tenders/table/map-row.ts'
import styles from './mapping.module.css'

const shownRows = 5

function outcomeText(mapped: MappedRow, locale: Locale): string {
  if (!mapped.ok) return [issueRemedy(mapped.code).problem, mapped.field === null ? null : issueField(mapped.field)].filter((part) => part !== null).join(' · ')
  const { title, buyer, budget, ceiling, currency, bidDeadline } = mapped.draft
  const amount = (name: string, value: string | null) => (value === null ? null : `${name} ${Number(value).toLocaleString(locale)} ${currency ?? ''}`)
  const deadline = bidDeadline === null ? null : `${fieldName('bidDeadline')} ${formatDeadline(bidDeadline, locale)}`
  return [title, buyer, amount(fieldName('budget'), budget), amount(fieldName('ceiling'), ceiling), deadline].filter((part) => part !== null).join(' · ')
}

/** What the first rows become, by the same reading as the import itself. */
export function MappingOutcome({ headings, rows, mapping }: { headings: readonly string[]; rows: readonly (readonly string[])[]; mapping: ColumnMapping }) {
  const locale = useLocale()
  return (
    <div className={styles.outcome}>
      <h3>{m.mapping_becomes()}</h3>
      <ScrollRegion label={m.mapping_becomes()} className={styles.outcomes}>
        <ol>
          {rows.slice(0, shownRows).map((row, index) => {
            const mapped = mapRow(row, headings, mapping)
            const Mark = mapped.ok ? IconCheck : IconAlertTriangle
            return (
              <li key={`${index} ${row.join(' ')}`} data-bad={!mapped.ok || undefined}>
                <Mark size={14} aria-hidden="true" />
                <span>{outcomeText(mapped, locale)}</span>
              </li>
            )
          })}
        </ol>
      </ScrollRegion>
    </div>
  )
}
