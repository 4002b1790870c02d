import { Button } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useState } from 'react'
import { Link } from 'wouter'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { m } from '#renderer/paraglide/messages.js'
import css from '#renderer/features/contests/contests.module.css'

type Outcome = { kind: 'idle' } | { kind: 'running' } | { kind: 'done'; name: string; pages: number } | { kind: 'cost-unknown' | 'approval-missing' | 'blocked' | 'failed' }

/** Writes the explanation of a low price, whose answer is due within about half an hour, with one click. */
export function DefenceButton({ bidId, projectNo }: { bidId: string; projectNo: string | null }) {
  useLocale()
  const core = useCore()
  const shell = useShell()
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'idle' })
  const run = async () => {
    const name = `${projectNo ?? ''} ${m.contest_defence_file()}.pdf`.trim().replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    const file = await shell.chooseDestination(name)
    if (file === null) return
    setOutcome({ kind: 'running' })
    try {
      const { fileName, pages } = await core.documents.save({ bidId, volume: 'defence', destination: file.token })
      setOutcome({ kind: 'done', name: fileName, pages })
    } catch (error) {
      setOutcome(failureOf(error))
    }
  }
  const said = wordsOf(outcome)
  const place = placeOf(outcome)
  return (
    <>
      <div className={css.row}>
        <Button size="compact-sm" loading={outcome.kind === 'running'} onClick={() => void run()}>{m.contest_defence()}</Button>
      </div>
      <p className={css.note}>{m.contest_defence_note()}</p>
      {said !== null && <p className={outcome.kind === 'done' ? css.note : css.warning} role="status">{said}{place !== null && <Link href={`/bids/${bidId}/${place}`}>{m.contest_defence_open()}</Link>}</p>}
    </>
  )
}

function failureOf(error: unknown): Outcome {
  if (!(error instanceof ORPCError) || error.code !== 'BLOCKED') return { kind: 'failed' }
  const stops = JSON.stringify(error.data)
  if (stops.includes('defence-cost-unknown')) return { kind: 'cost-unknown' }
  return { kind: stops.includes('approval-missing') ? 'approval-missing' : 'blocked' }
}

/** The tab where it is put right. */
function placeOf({ kind }: Outcome): string | null {
  switch (kind) {
    case 'cost-unknown': return 'cost'
    case 'approval-missing': return 'approvals'
    case 'blocked': return 'documents'
    default: return null
  }
}

function wordsOf(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case 'idle':
    case 'running': return null
    case 'done': return m.contest_defence_done({ name: outcome.name, pages: outcome.pages })
    case 'cost-unknown': return m.contest_defence_blocked({ reason: m.contest_defence_unknown() })
    case 'approval-missing': return m.contest_defence_blocked({ reason: m.contest_defence_approval() })
    case 'blocked': return m.contest_defence_blocked({ reason: m.contest_defence_papers() })
    case 'failed': return m.contest_defence_failed()
  }
}
