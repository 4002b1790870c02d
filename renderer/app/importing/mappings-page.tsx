import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { fieldName } from '#renderer/app/importing/mapping-words.ts'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { CoreClient } from '#shared/contract.ts'
import { TableField } from '#shared/tenders/table/table-fields.ts'
import styles from './mappings.module.css'

type Remembered = Awaited<ReturnType<CoreClient['imports']['mappings']>>[number]

const queryKey = ['imports', 'mappings']

/** How tables are read that a person explained once; what is forgotten is asked again. */
export function MappingsPage() {
  const core = useCore()
  const { data } = useQuery({ queryKey, queryFn: ({ signal }) => core.imports.mappings(undefined, { signal }) })
  return (
    <SettingsSection title={m.mappings_title()} hint={m.mappings_hint()}>
      {data?.length === 0 && <p className={styles.muted}>{m.mappings_empty()}</p>}
      <ul className={styles.list}>
        {data?.map((remembered) => (
          <Mapping key={remembered.key} remembered={remembered} />
        ))}
      </ul>
    </SettingsSection>
  )
}

function Mapping({ remembered: { key, headings, mapping } }: { remembered: Remembered }) {
  const core = useCore()
  const queries = useQueryClient()
  const forget = useMutation({
    mutationFn: () => core.imports.forgetMapping({ key }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey })
      notifyDone(m.mappings_forgotten())
    },
    onError: () => notifyFailure(m.mappings_failed()),
  })
  const name = headings.join(m.list_separator())
  return (
    <li className={styles.mapping}>
      <div className={styles.names}>
        <strong>{name}</strong>
        <span className={styles.muted}>{readingOf(mapping).join(' · ')}</span>
      </div>
      <Button size="compact-sm" variant="default" aria-label={m.mappings_forget_named({ headings: name })} loading={forget.isPending} onClick={() => forget.mutate()}>
        {m.mappings_forget()}
      </Button>
    </li>
  )
}

/** Which heading is which field, in what unit, and the order of dates. */
function readingOf({ columns, units, dates }: Remembered['mapping']): string[] {
  const fields = TableField.options.flatMap((field) => {
    const heading = columns[field]
    return heading === undefined || heading === '' ? [] : [m.mappings_reads({ heading, field: fieldName(field) })]
  })
  const amounts = TableField.options.flatMap((field) => {
    const unit = Object.entries(units).find(([each]) => each === field)?.[1]
    return unit === undefined ? [] : [m.mappings_unit({ field: fieldName(field), unit })]
  })
  return [...fields, ...amounts, ...(dates === undefined ? [] : [dates === 'dmy' ? m.mappings_dates_day() : m.mappings_dates_month()])]
}
