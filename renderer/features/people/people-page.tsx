import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { SettingsRow, SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { PersonList } from '#shared/people/contract.ts'

/** The names owners are chosen from. */
export function PeoplePage() {
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
