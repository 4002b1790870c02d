import { Button } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useState } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { m } from '#renderer/paraglide/messages.js'
import css from '#renderer/features/contests/contests.module.css'

/** Writes the explanation of a low price, whose answer is due within about half an hour, with one click. */
export function DefenceButton({ bidId, projectNo }: { bidId: string; projectNo: string | null }) {
  useLocale()
  const core = useCore()
  const shell = useShell()
  const [isRunning, setRunning] = useState(false)
  const [said, setSaid] = useState<{ text: string; isBad: boolean } | null>(null)
  const run = async () => {
    const name = `${projectNo ?? ''} ${m.contest_defence_file()}.pdf`.trim().replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    const file = await shell.chooseDestination(name)
    if (file === null) return
    setRunning(true)
    try {
      const { fileName, pages } = await core.documents.save({ bidId, volume: 'defence', destination: file.token })
      setSaid({ text: m.contest_defence_done({ name: fileName, pages }), isBad: false })
    } catch (error) {
      setSaid({ text: failureText(error), isBad: true })
    } finally {
      setRunning(false)
    }
  }
  return (
    <>
      <div className={css.row}>
        <Button size="compact-sm" loading={isRunning} onClick={() => void run()}>{m.contest_defence()}</Button>
      </div>
      <p className={css.note}>{m.contest_defence_note()}</p>
      {said !== null && <p className={said.isBad ? css.warning : css.note} role="status">{said.text}</p>}
    </>
  )
}

function failureText(error: unknown): string {
  if (!(error instanceof ORPCError) || error.code !== 'BLOCKED') return m.contest_defence_failed()
  const isUnknown = JSON.stringify(error.data).includes('defence-cost-unknown')
  return m.contest_defence_blocked({ reason: isUnknown ? m.contest_defence_unknown() : m.contest_defence_papers() })
}
