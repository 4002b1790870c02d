import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useMe } from '#renderer/app/person.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { SettingsRow, SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { PersonList } from '#shared/people/contract.ts'

/** Who works here, and the names owners are chosen from. */
export function PeoplePage() {
  return (
    <>
      <OwnName />
      <People />
    </>
  )
}

/** The name what this person changes, asks for and signs carries. */
function OwnName() {
  const { me, setMe } = useMe()
  return <OwnNameField key={me ?? ''} me={me} onChange={setMe} />
}

function OwnNameField({ me, onChange }: { me: string | null; onChange: (name: string | null) => void }) {
  const [name, setName] = useState(me ?? '')
  const keep = () => {
    const next = name.trim() === '' ? null : name.trim()
    if (next !== me) onChange(next)
  }
  return (
    <SettingsSection title={m.person_title()} hint={m.person_hint()}>
      <SettingsRow label={m.people_name()}>
        <TextInput
          size="xs"
          aria-label={m.person_title()}
          value={name}
          maxLength={60}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep()
          }}
        />
      </SettingsRow>
    </SettingsSection>
  )
}

function People() {
  const core = useCore()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const kept = useQuery({ queryKey: ['people'], queryFn: ({ signal }) => core.people.list(undefined, { signal }) })
  const onSuccess = (people: PersonList) => queries.setQueryData(['people'], people)
  const onError = () => notifyFailure(m.save_failed())
  const add = useMutation({ mutationFn: (added: string) => core.people.add({ name: added }), onSuccess, onError })
  const remove = useMutation({ mutationFn: (gone: string) => core.people.remove({ name: gone }), onSuccess, onError })
  return (
    <SettingsSection title={m.people_title()} hint={m.people_hint()}>
      {(kept.data ?? []).map((person) => (
        <SettingsRow key={person.name} label={person.name} hint={workOf(person)}>
          <Button variant="default" size="compact-sm" disabled={person.tenders > 0 || person.isOnDesk} aria-label={m.people_remove_name({ name: person.name })} onClick={() => remove.mutate(person.name)}>
            {m.people_remove()}
          </Button>
        </SettingsRow>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') add.mutate(name.trim(), { onSuccess: () => setName('') })
        }}
      >
        <SettingsRow label={m.people_add()}>
          <TextInput size="xs" aria-label={m.people_name()} placeholder={m.people_name()} value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
          <Button type="submit" size="compact-sm" disabled={name.trim() === ''}>
            {m.people_add()}
          </Button>
        </SettingsRow>
      </form>
    </SettingsSection>
  )
}

function workOf({ tenders, isOnDesk }: PersonList[number]): string {
  const parts = [...(tenders > 0 ? [m.people_tenders({ count: tenders })] : []), ...(isOnDesk ? [m.people_on_desk()] : [])]
  return parts.join(' · ')
}
