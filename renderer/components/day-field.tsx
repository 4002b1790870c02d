import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { m } from '#renderer/paraglide/messages.js'
import { typedDay } from '#shared/calendar/typed-day.ts'

type DayFieldProps = { label: string; value: string; onChange: (day: string) => void }

/** A day as people type it; empty while it is none. A native field would speak the system's language, not the window's. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState(value)
  const [isLeft, setLeft] = useState(false)
  const isUnreadable = typed.trim() !== '' && typedDay(typed) === null
  return (
    <TextInput
      label={label}
      required
      placeholder="2026-12-31"
      maxLength={20}
      value={typed}
      error={isLeft && isUnreadable ? m.cell_not_a_day() : undefined}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        setLeft(false)
        onChange(typedDay(currentTarget.value) ?? '')
      }}
      onBlur={() => {
        setTyped(typedDay(typed) ?? typed)
        setLeft(true)
      }}
    />
  )
}
