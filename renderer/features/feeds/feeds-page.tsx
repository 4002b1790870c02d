import { Button, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { formatDeadline } from '#renderer/components/deadline/format-deadline.ts'
import { SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { WebFeedForm } from '#renderer/features/feeds/web-feed-form.tsx'
import { intervalText, problemText } from '#renderer/features/feeds/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { everyMinutes, type Feed } from '#shared/feeds/feed.ts'
import { feedSecret } from '#shared/feeds/contract.ts'
import styles from './feeds.module.css'

const refetchMs = 15_000

/** The sources the person set up: nothing is read from elsewhere until there is one here. */
export function FeedsPage() {
  const core = useCore()
  const [isAdding, setAdding] = useState(false)
  const { data } = useQuery({ queryKey: ['feeds'], queryFn: ({ signal }) => core.feeds.list(undefined, { signal }), refetchInterval: refetchMs })
  const folder = useFolder()
  return (
    <SettingsSection title={m.feeds_title()} hint={m.feeds_hint()}>
      {data?.length === 0 && !isAdding && <p className={styles.muted}>{m.feeds_empty()}</p>}
      <ul className={styles.list}>
        {data?.map((feed) => (
          <FeedItem key={feed.id} feed={feed} />
        ))}
      </ul>
      {isAdding ? (
        <WebFeedForm onDone={() => setAdding(false)} />
      ) : (
        <div className={styles.tools}>
          <Button onClick={() => setAdding(true)}>{m.feeds_add_web()}</Button>
          <Button variant="default" loading={folder.isPending} onClick={() => folder.mutate()}>
            {m.feeds_add_folder()}
          </Button>
        </div>
      )}
    </SettingsSection>
  )
}

function useFolder() {
  const core = useCore()
  const shell = useShell()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const chosen = await shell.chooseFolder()
      return chosen === null ? null : core.feeds.addFolder({ name: chosen.name, everyMinutes: everyMinutes.least, token: chosen.token })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['feeds'] }),
    onError: () => notifyFailure(m.feeds_failed()),
  })
}

function FeedItem({ feed }: { feed: Feed }) {
  const core = useCore()
  const shell = useShell()
  const queries = useQueryClient()
  const { id, name, place, isOn, problem } = feed
  const options = { onSuccess: () => queries.invalidateQueries(), onError: () => notifyFailure(m.feeds_failed()) }
  const turn = useMutation({ mutationFn: (wanted: boolean) => core.feeds.change({ id, settings: {}, isOn: wanted }), ...options })
  const run = useMutation({ mutationFn: () => core.feeds.run({ id }), ...options })
  const remove = useMutation({
    mutationFn: async () => {
      await core.feeds.remove({ id })
      for (const secret of [feedSecret.key(id), feedSecret.proxyPassword(id)]) await shell.keepSecret(secret, null)
    },
    ...options,
  })
  return (
    <li className={styles.feed}>
      <div className={styles.head}>
        <Switch aria-label={m.feeds_switch({ name })} checked={isOn} onChange={(event) => turn.mutate(event.currentTarget.checked)} />
        <div className={styles.names}>
          <strong>{name}</strong>
          <span className={styles.muted}>
            {place} · {intervalText(feed.everyMinutes)}
          </span>
        </div>
        <Button size="compact-sm" variant="default" loading={run.isPending} onClick={() => run.mutate()}>
          {m.feeds_run()}
        </Button>
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove.mutate()}>
          {m.feeds_remove()}
        </Button>
      </div>
      {problem !== null && (
        <p className={styles.problem} title={problem.detail}>
          {problemText(problem.code)}
        </p>
      )}
      <FeedHistory feed={feed} />
    </li>
  )
}

function FeedHistory({ feed: { lastRunAt, nextRunAt, isOn, counts, isUnchanged } }: { feed: Feed }) {
  const locale = useLocale()
  const parts = [
    lastRunAt === null ? m.feeds_never() : m.feeds_last({ when: formatDeadline(lastRunAt, locale) }),
    isUnchanged ? m.feeds_unchanged() : counts === null ? null : m.feeds_counts(counts),
    isOn && nextRunAt !== null ? m.feeds_next({ when: formatDeadline(nextRunAt, locale) }) : null,
  ]
  return <p className={styles.muted}>{parts.filter((part) => part !== null).join(' · ')}</p>
}
