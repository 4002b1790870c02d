import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useShell } from '#renderer/app/core.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './undo.module.css'

/** Says what was written, and shows the file in its folder on request. */
export function useSavedNotice(): (text: string, token: string) => void {
  const shell = useShell()
  return (text, token) =>
    notifications.show({
      autoClose: 10_000,
      closeButtonProps: { 'aria-label': m.close() },
      message: (
        <span className={styles.notice}>
          <span>{text}</span>
          <Button variant="subtle" size="compact-sm" onClick={() => void shell.showSaved(token)}>
            {m.show_in_folder()}
          </Button>
        </span>
      ),
    })
}
