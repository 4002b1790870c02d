import { Autocomplete } from '@mantine/core'
import { useState } from 'react'
import { PersonName } from '#shared/approvals/deal-desk.ts'

type PersonSelectProps = { label: string; placeholder: string; people: readonly string[]; value: string | null; onChange: (name: string | null) => void; className?: string | undefined; size?: 'xs' | 'sm'; isLabelShown?: boolean }

/** Chooses a person by name, or names a new one: Enter or leaving the field takes it, an emptied field means nobody. */
export function PersonSelect({ label, placeholder, people, value, onChange, className, size = 'sm', isLabelShown = false }: PersonSelectProps) {
  const [typed, setTyped] = useState(value ?? '')
  const [last, setLast] = useState(value)
  if (last !== value) {
    setLast(value)
    setTyped(value ?? '')
  }
  const commit = (text: string) => {
    const name = PersonName.safeParse(text)
    const next = name.success ? name.data : null
    setTyped(next ?? '')
    if (next !== value) onChange(next)
  }
  return (
    <Autocomplete
      className={className ?? ''}
      size={size}
      {...(isLabelShown ? { label } : { 'aria-label': label })}
      placeholder={placeholder}
      data={[...people]}
      value={typed}
      maxLength={60}
      onChange={setTyped}
      onOptionSubmit={commit}
      onBlur={() => commit(typed)}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') commit(typed)
        if (event.key === 'Escape') setTyped(value ?? '')
      }}
    />
  )
}
