import { Button, Modal, Progress, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useImport, type ImportPhase, type ImportProgress } from '#renderer/app/importing/import-provider.tsx'
import { MappingScreen } from '#renderer/app/importing/mapping-screen.tsx'
import { ImportResult } from '#renderer/app/importing/import-result.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { ColumnMapping } from '#shared/tenders/table/column-mapping.ts'
import styles from './importing.module.css'

/** What the window shows while something is being read, and what came of it. */
export function ImportDialogs() {
  const { phase, isShown, importText, mapTable, stop, hide, close } = useImport()
  const isRunning = phase.kind === 'running'
  const size = phase.kind === 'mapping' ? 1080 : phase.kind === 'done' ? 720 : 560
  return (
    <Modal opened={isShown} onClose={isRunning ? hide : close} title={titleOf(phase.kind)} size={size} closeOnClickOutside={phase.kind === 'done'} closeButtonProps={{ 'aria-label': m.close() }}>
      {phase.kind === 'pasting' && <PasteForm initial={phase.text} onRead={(text) => void importText(text)} />}
      {phase.kind === 'mapping' && <MappingStep key={phase.at} phase={phase} onAnswer={(answer) => void mapTable(answer)} />}
      {phase.kind === 'running' && <Running progress={phase.progress} onStop={stop} onHide={hide} />}
      {phase.kind === 'done' && <ImportResult report={phase.report} onClose={close} />}
      {phase.kind === 'failed' && <Failed isStopped={phase.reason === 'stopped'} onClose={close} />}
    </Modal>
  )
}

type Mapping = Extract<ImportPhase, { kind: 'mapping' }>

function MappingStep({ phase: { tables, at }, onAnswer }: { phase: Mapping; onAnswer: (answer: { headings: string[]; mapping: ColumnMapping } | null) => void }) {
  const table = tables[at]
  if (table === undefined) return null
  return <MappingScreen table={table} at={at + 1} all={tables.length} onConfirm={(headings, mapping) => onAnswer({ headings, mapping })} onSkip={() => onAnswer(null)} />
}

function titleOf(kind: ReturnType<typeof useImport>['phase']['kind']): string {
  if (kind === 'pasting') return m.import_paste_title()
  if (kind === 'mapping') return m.mapping_title()
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

/** How much of an import is done, in percent. */
export function percentOf(progress: ImportProgress | null): number {
  return progress === null || progress.files === 0 ? 0 : Math.floor((100 * (progress.filesDone + (progress.share ?? 0))) / progress.files)
}

function Running({ progress, onStop, onHide }: { progress: ImportProgress | null; onStop: () => void; onHide: () => void }) {
  const share = percentOf(progress)
  return (
    <div className={styles.running} aria-live="polite">
      <Progress value={Math.max(share, 3)} aria-label={m.import_running()} animated />
      <p>{progress === null ? m.import_starting() : m.import_progress({ file: progress.file.split(/[/\\]/).at(-1) ?? '', records: progress.records, done: progress.filesDone, files: progress.files })}</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={onStop}>
          {m.import_stop()}
        </Button>
        <Button onClick={onHide} data-autofocus>
          {m.import_hide()}
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
