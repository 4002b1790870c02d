import { Checkbox, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { FilterPill } from '#renderer/features/tenders/list/filter-pill.tsx'
import { chosenText, fixedChoices, partName, valuesIn, withToggled, type Choice, type ListPart } from '#renderer/features/tenders/list/filter-choices.ts'
import { m } from '#renderer/paraglide/messages.js'
import { TenderFilter } from '#shared/tenders/filter.ts'
import styles from './filters.module.css'

type ListFilterProps = { part: ListPart; filter: TenderFilter; people: readonly string[]; onChange: (filter: TenderFilter) => void }
const asked = { buyers: 'buyer', agencies: 'agency', regions: 'region' } as const

/** A part chosen from a list; buyers, agencies and regions are those there are, the commonest first. */
export function ListFilter({ part, filter, people, onChange }: ListFilterProps) {
  const change = (next: Partial<Record<ListPart, (string | null)[]>>) => onChange(TenderFilter.parse({ ...filter, ...next }))
  const toggle = (value: string | null) => change(withToggled(filter, part, value))
  const chosen = valuesIn(filter, part)
  return (
    <FilterPill name={partName(part)} chosen={chosenText(filter, part, people)} onClear={() => change({ [part]: [] })}>
      {part === 'buyers' || part === 'agencies' || part === 'regions' ? <FoundValues field={asked[part]} chosen={chosen} onToggle={toggle} /> : <Choices choices={fixedChoices(part, people)} chosen={chosen} onToggle={toggle} />}
    </FilterPill>
  )
}

type ChoicesProps = { choices: readonly (Choice & { count?: number })[]; chosen: readonly (string | null)[]; onToggle: (value: string | null) => void }

function Choices({ choices, chosen, onToggle }: ChoicesProps) {
  return (
    <ul className={styles.choices}>
      {choices.map(({ value, label, count }) => (
        <li key={value ?? ''}>
          <Checkbox size="xs" label={count === undefined ? label : `${label} (${count})`} checked={chosen.includes(value)} onChange={() => onToggle(value)} />
        </li>
      ))}
      {choices.length === 0 && <li className={styles.quiet}>{m.filter_nothing()}</li>}
    </ul>
  )
}

function FoundValues({ field, chosen, onToggle }: { field: 'buyer' | 'agency' | 'region'; chosen: readonly (string | null)[]; onToggle: (value: string | null) => void }) {
  const core = useCore()
  const [contains, setContains] = useState('')
  const found = useQuery({
    queryKey: ['tenders', 'values', field, contains],
    queryFn: ({ signal }) => core.tenders.values({ field, contains: contains.trim() }, { signal }),
    placeholderData: keepPreviousData,
  })
  const values = found.data ?? []
  const kept = chosen.filter((value) => value !== null && !values.some((each) => each.value === value)).map((value) => ({ value, label: value ?? '' }))
  return (
    <>
      <TextInput size="xs" data-autofocus aria-label={m.filter_find()} placeholder={m.filter_find()} value={contains} onChange={(event) => setContains(event.currentTarget.value)} maxLength={100} />
      <Choices choices={[...kept, ...values.map(({ value, count }) => ({ value, label: value, count }))]} chosen={chosen} onToggle={onToggle} />
    </>
  )
}
