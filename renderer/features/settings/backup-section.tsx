import { Button, Modal } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { useLocale, type Locale } from '#renderer/app/i18n.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { SettingsRow, SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { beijingDay, formatBeijing } from '#shared/calendar/beijing-time.ts'
import { m } from '#renderer/paraglide/messages.js'
import styles from './settings-screen.module.css'

type Choice = { token: string } | { name: string }
type Wanted = { choice: Choice; label: string }

/** One file that holds everything: written on request and every day, and read back on this computer or another. */
export function BackupSection() {
  const core = useCore()
  const shell = useShell()
  const locale = useLocale()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const backups = useQuery({ queryKey: ['workspace', 'backups'], queryFn: ({ signal }) => core.workspace.backups(undefined, { signal }) })
  const backup = useMutation({
    mutationFn: async () => {
      const file = await shell.chooseDestination(`${m.settings_backup_file_name()} ${beijingDay(new Date().toISOString())}.bidwright`)
      return file === null ? null : core.workspace.backup({ destination: file.token })
    },
    onSuccess: (saved) => saved && notifyDone(m.settings_backup_saved({ name: saved.fileName, size: sizeText(saved.bytes, locale) })),
    onError: () => notifyFailure(m.settings_backup_failed()),
  })
  const chooseFile = async () => {
    const [file] = await shell.files.choose()
    if (file !== undefined) setWanted({ choice: { token: file.token }, label: file.name })
  }
  return (
    <SettingsSection title={m.settings_backup()} hint={m.settings_backup_hint()}>
      <SettingsRow label={m.settings_backup_to_file()}>
        <Button variant="default" loading={backup.isPending} onClick={() => backup.mutate()}>
          {m.settings_backup_now()}
        </Button>
      </SettingsRow>
      <SettingsRow label={m.settings_restore_from_hint()}>
        <Button variant="default" onClick={() => void chooseFile()}>
          {m.settings_restore_from()}
        </Button>
      </SettingsRow>
      <h3 className={styles.listTitle}>{m.settings_backup_automatic()}</h3>
      {backups.data?.length === 0 && <p className={styles.empty}>{m.settings_backup_none()}</p>}
      <ul className={styles.backups}>
        {backups.data?.map(({ name, at, bytes }) => (
          <li key={name}>
            <span>{formatBeijing(at)}</span>
            <span className={styles.size}>{sizeText(bytes, locale)}</span>
            <Button variant="subtle" size="compact-sm" aria-label={`${m.settings_restore()} ${formatBeijing(at)}`} onClick={() => setWanted({ choice: { name }, label: formatBeijing(at) })}>
              {m.settings_restore()}
            </Button>
          </li>
        ))}
      </ul>
      <RestoreDialog wanted={wanted} onClose={() => setWanted(null)} />
    </SettingsSection>
  )
}

/** Core starts again on the restored file; the window then asks for everything anew by itself. */
function RestoreDialog({ wanted, onClose }: { wanted: Wanted | null; onClose: () => void }) {
  const core = useCore()
  const restore = useMutation({ mutationFn: (choice: Choice) => core.workspace.restore(choice), onSettled: onClose, onError: (error) => notifyFailure(failureText(error)) })
  return (
    <Modal opened={wanted !== null} onClose={onClose} title={m.settings_restore_title()} closeButtonProps={{ 'aria-label': m.close() }}>
      <p className={styles.text}>{m.settings_restore_text({ name: wanted?.label ?? '' })}</p>
      <div className={styles.actions}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {m.settings_cancel()}
        </Button>
        <Button color="red" loading={restore.isPending} onClick={() => wanted !== null && restore.mutate(wanted.choice)}>
          {m.settings_restore()}
        </Button>
      </div>
    </Modal>
  )
}

function failureText(error: Error): string {
  switch (error instanceof ORPCError ? error.code : null) {
    case 'NOT_A_WORKSPACE':
      return m.settings_restore_not_a_workspace()
    case 'FROM_THE_FUTURE':
      return m.settings_restore_future()
    default:
      return m.settings_restore_failed()
  }
}

const sizeText = (bytes: number, locale: Locale): string => new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1_000_000)
