import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { m } from '#renderer/paraglide/messages.js'
import css from '#renderer/features/outcomes/outcomes.module.css'

export type SignedFormProps = { name: string; onName: (name: string) => void; isBusy: boolean; onCancel: () => void }

export function ReopenForm({ name, onName, isBusy, onCancel, onReopen }: SignedFormProps & { onReopen: (reason: string) => void }) {
  const [reason, setReason] = useState('')
  const isComplete = name.trim() !== '' && reason.trim() !== ''
  return (
    <form className={css.card} onSubmit={(event) => { event.preventDefault(); if (isComplete) onReopen(reason.trim()) }}>
      <div className={css.fields}>
        <TextInput label={m.outcome_reopen_reason()} required value={reason} maxLength={2000} onChange={(event) => setReason(event.currentTarget.value)} />
        <TextInput label={m.approval_your_name()} required value={name} maxLength={60} onChange={(event) => onName(event.currentTarget.value)} />
      </div>
      <div className={css.buttons}>
        <Button type="submit" disabled={!isComplete} loading={isBusy}>{m.outcome_reopen()}</Button>
        <Button variant="subtle" onClick={onCancel}>{m.cancel()}</Button>
      </div>
    </form>
  )
}
