import { Button, Modal, Progress, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useImport, type ImportProgress } from '#renderer/app/importing/import-provider.tsx'
import { ImportResult } from '#renderer/app/importing/import-result.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './importing.module.css'

/** What the window shows while something is being read, and what came of it. */
export function ImportDialogs() {
  const { phase, importText, stop, close } = useImport()
  const isRunning = phase.kind === 'running'
  const size = phase.kind === 'done' ? 720 : 560
  return (
    <Modal opened={phase.kind !== 'idle'} onClose={isRunning ? stop : close} title={titleOf(phase.kind)} size={size} closeOnClickOutside={phase.kind === 'done'} closeButtonProps={{ 'aria-label': m.close() }}>
      {phase.kind === 'pasting' && <PasteForm initial={phase.text} onRead={(text) => void importText(text)} />}
      {phase.kind === 'running' && <Running progress={phase.progress} onStop={stop} />}
      {phase.kind === 'done' && <ImportResult report={phase.report} onClose={close} />}
      {phase.kind === 'failed' && <Failed isStopped={phase.reason === 'stopped'} onClose={close} />}
    </Modal>
  )
}

function titleOf(kind: ReturnType<typeof useImport>['phase']['kind']): string {
  if (kind === 'pasting') return m.import_paste_title()
  if (kind === 'running') return m.import_running()
  return m.import_result()
}

function PasteForm({ initial, onRead }: { initial: string; onRead: (text: string) => void }) {
  const [text, setText] = useState(initial)
  return (
    <form
      className={styles.paste}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') onRead(text)
      }}
    >
      <Textarea label={m.import_paste_label()} value={text} onChange={(event) => setText(event.currentTarget.value)} minRows={12} rows={14} data-autofocus />
      <p className={styles.hint}>{m.import_paste_hint()}</p>
      <div className={styles.actions}>
        <Button type="submit" disabled={text.trim() === ''}>
          {m.import_read()}
        </Button>
      </div>
    </form>
  )
}

function Running({ progress, onStop }: { progress: ImportProgress | null; onStop: () => void }) {
  const share = progress === null || progress.files === 0 ? 0 : (100 * (progress.filesDone + (progress.share ?? 0))) / progress.files
  return (
    <div className={styles.running} aria-live="polite">
      <Progress value={Math.max(share, 3)} aria-label={m.import_running()} animated />
      <p>{progress === null ? m.import_starting() : m.import_progress({ file: progress.file.split(/[/\\]/).at(-1) ?? '', records: progress.records, done: progress.filesDone, files: progress.files })}</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={onStop}>
          {m.import_stop()}
        </Button>
      </div>
    </div>
  )
}

function Failed({ isStopped, onClose }: { isStopped: boolean; onClose: () => void }) {
  return (
    <div className={styles.running}>
      <p>{isStopped ? m.import_stopped() : m.import_failed()}</p>
      <div className={styles.actions}>
        <Button onClick={onClose}>{m.close()}</Button>
      </div>
    </div>
  )
}
