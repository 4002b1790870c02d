import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { formatDeadline } from '#renderer/components/deadline/format-deadline.ts'
import { SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { PairCard } from '#renderer/features/duplicates/pair-card.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './duplicates.module.css'

/** Pairs that may be one project, side by side; and the merges made, each of which can be undone. */
export function DuplicatesPage() {
  const core = useCore()
  const suspects = useQuery({ queryKey: ['duplicates', 'suspects'], queryFn: ({ signal }) => core.duplicates.suspects(undefined, { signal }) })
  return (
    <>
      <SettingsSection title={m.duplicates_title()} hint={m.duplicates_hint()}>
        {suspects.data?.length === 0 && <p className={styles.muted}>{m.duplicates_empty()}</p>}
        {suspects.data?.map((pair) => (
          <PairCard key={`${pair.first.id} ${pair.second.id}`} pair={pair} />
        ))}
      </SettingsSection>
      <Merges />
    </>
  )
}

function Merges() {
  const core = useCore()
  const locale = useLocale()
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: ['duplicates', 'merges'], queryFn: ({ signal }) => core.duplicates.merges(undefined, { signal }) })
  const undo = useMutation({
    mutationFn: (id: string) => core.duplicates.undo({ id }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      notifyDone(m.duplicates_undone())
    },
    onError: () => notifyFailure(m.duplicates_failed()),
  })
  if (data === undefined || data.length === 0) return null
  return (
    <SettingsSection title={m.duplicates_merged()}>
      <ul className={styles.merges}>
        {data.map(({ id, title, keptTitle, at }) => (
          <li key={id}>
            <span>{m.duplicates_merged_into({ title, kept: keptTitle, when: formatDeadline(at, locale) })}</span>
            <Button size="compact-sm" variant="default" onClick={() => undo.mutate(id)}>
              {m.duplicates_undo()}
            </Button>
          </li>
        ))}
      </ul>
    </SettingsSection>
  )
}
