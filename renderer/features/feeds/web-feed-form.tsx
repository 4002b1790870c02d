import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { intervals, intervalText } from '#renderer/features/feeds/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { everyMinutes, FeedAddress, FeedSettings } from '#shared/feeds/feed.ts'
import { feedSecret } from '#shared/feeds/contract.ts'
import styles from './feeds.module.css'

const empty = { address: '', name: '', every: String(everyMinutes.usual), proxy: '', proxyUser: '', proxyPassword: '', keyHeader: '', key: '' }
type Fields = typeof empty

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** What was typed as settings; null where an address is none. */
function settingsOf(fields: Fields) {
  const address = FeedAddress.safeParse(fields.address.trim())
  if (!address.success) return null
  const settings = FeedSettings.safeParse({ name: orNull(fields.name) ?? /^https?:\/\/([^/:?#]+)/i.exec(address.data)?.[1] ?? address.data, everyMinutes: Number(fields.every), proxy: orNull(fields.proxy), proxyUser: orNull(fields.proxyUser), keyHeader: orNull(fields.keyHeader) })
  return settings.success ? { ...settings.data, address: address.data } : null
}

/** A source on the web; its password and key go to the key store of the system, never to the workspace. */
export function WebFeedForm({ onDone }: { onDone: () => void }) {
  const core = useCore()
  const shell = useShell()
  const queries = useQueryClient()
  const [fields, setFields] = useState(empty)
  const [isWrong, setWrong] = useState(false)
  const add = useMutation({
    mutationFn: async (settings: NonNullable<ReturnType<typeof settingsOf>>) => {
      const { id } = await core.feeds.addWeb(settings)
      const kept = [
        settings.keyHeader === null || fields.key === '' || (await shell.keepSecret(feedSecret.key(id), fields.key)),
        settings.proxyUser === null || fields.proxyPassword === '' || (await shell.keepSecret(feedSecret.proxyPassword(id), fields.proxyPassword)),
      ]
      if (kept.includes(false)) notifyFailure(m.feeds_secret_refused())
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['feeds'] })
      onDone()
    },
    onError: () => notifyFailure(m.feeds_failed()),
  })
  const bind = (name: keyof Fields) => ({ value: fields[name], onChange: (event: FormEvent<HTMLInputElement | HTMLSelectElement>) => setFields({ ...fields, [name]: event.currentTarget.value }) })
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const settings = settingsOf(fields)
        setWrong(settings === null)
        if (settings !== null) add.mutate(settings)
      }}
    >
      <TextInput className={styles.wide} label={m.feeds_address()} description={m.feeds_address_hint()} error={isWrong ? m.feeds_address_bad() : null} {...bind('address')} />
      <TextInput label={m.feeds_name()} {...bind('name')} />
      <NativeSelect label={m.feeds_every()} data={intervals.map((minutes) => ({ value: String(minutes), label: intervalText(minutes) }))} {...bind('every')} />
      <TextInput label={m.feeds_key_header()} {...bind('keyHeader')} />
      <PasswordInput label={m.feeds_key()} autoComplete="off" {...bind('key')} />
      <TextInput className={styles.wide} label={m.feeds_proxy()} {...bind('proxy')} />
      <TextInput label={m.feeds_proxy_user()} {...bind('proxyUser')} />
      <PasswordInput label={m.feeds_proxy_password()} autoComplete="off" {...bind('proxyPassword')} />
      <p className={styles.muted}>{m.feeds_secret_hint()}</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={onDone}>
          {m.cancel()}
        </Button>
        <Button type="submit" loading={add.isPending}>
          {m.feeds_save()}
        </Button>
      </div>
    </form>
  )
}
