import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { editableInstant } from '#renderer/components/deadline/format-deadline.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { LogEntry } from '#shared/pricing/approval-log.ts'
import css from '#renderer/features/approvals/approvals.module.css'

const fewestDigits = 8

/** Compares a seal noted elsewhere, on paper or in a mail, with the log: a log rewritten as a whole no longer holds it. */
export function SealCheck({ entries }: { entries: readonly LogEntry[] }) {
  const [typed, setTyped] = useState('')
  const seal = typed.trim().toLowerCase()
  const found = seal.length < fewestDigits ? undefined : entries.find(({ hash }) => hash.startsWith(seal))
  return (
    <div className={css.record}>
      <TextInput size="xs" aria-label={m.desk_seal_check()} placeholder={m.desk_seal_check()} value={typed} maxLength={64} spellCheck={false} onChange={(event) => setTyped(event.currentTarget.value)} />
      {seal.length >= fewestDigits && (
        <span role="status" className={found === undefined ? css.problem : css.muted}>{found === undefined ? m.desk_seal_unknown() : m.desk_seal_found({ index: found.index + 1, when: editableInstant(found.at) })}</span>
      )}
    </div>
  )
}
