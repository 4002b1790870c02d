import { Tooltip } from '@mantine/core'
import { percentOf } from '#renderer/app/importing/import-dialogs.tsx'
import { useImport } from '#renderer/app/importing/import-provider.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './importing.module.css'

/** An import that goes on in the background stays in sight in the top bar. */
export function ImportMark() {
  const { phase, isShown, show } = useImport()
  if (phase.kind !== 'running' || isShown) return null
  return (
    <Tooltip label={m.import_show()} withinPortal={false}>
      <button type="button" className={styles.markButton} onClick={show}>
        {m.import_mark({ percent: percentOf(phase.progress) })}
      </button>
    </Tooltip>
  )
}
