import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './importing.module.css'

const everyMs = 1000

function useWaiting(): string | null {
  const core = useCore()
  const locale = useLocale()
  const { data } = useQuery({
    queryKey: ['imports', 'indexing'],
    queryFn: ({ signal }) => core.imports.indexing(undefined, { signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && state.data.waiting > 0 ? everyMs : false),
  })
  return data === undefined || data.waiting === 0 ? null : data.waiting.toLocaleString(locale)
}

/** After a large import the text index catches up; nothing is missing meanwhile, and the person sees that it is at work. */
export function IndexingNote() {
  const count = useWaiting()
  return count === null ? null : <p className={styles.hint}>{m.import_indexing({ count })}</p>
}

/** The same in the top bar, in as few words as fit. */
export function IndexingMark() {
  const count = useWaiting()
  if (count === null) return null
  return (
    <Tooltip label={m.import_indexing({ count })} withinPortal={false}>
      <output className={styles.mark}>{m.import_indexing_short({ count })}</output>
    </Tooltip>
  )
}
