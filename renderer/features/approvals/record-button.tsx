import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import css from '#renderer/features/approvals/approvals.module.css'

/** The approval on paper, with the log's seal printed on it. */
export function RecordButton({ bidId }: { bidId: string }) {
  const core = useCore()
  const shell = useShell()
  const [isBusy, setBusy] = useState(false)
  const run = async () => {
    const file = await shell.chooseDestination(`${m.approval_record_file()}.pdf`)
    if (file === null) return
    setBusy(true)
    await core.approvals.record({ bidId, destination: file.token }).then(
      ({ fileName }) => notifyDone(m.approval_record_done({ name: fileName })),
      () => notifyFailure(m.approval_record_failed()),
    )
    setBusy(false)
  }
  return (
    <div className={css.record}>
      <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => void run()}>{m.approval_record()}</Button>
      <span className={css.muted}>{m.approval_record_hint()}</span>
    </div>
  )
}
