import { ActionIcon, Avatar, Menu } from '@mantine/core'
import { IconUser, IconUserPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { useSessionState } from '#renderer/app/session.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'

const meKey = ['people', 'me']

/** Who works at this computer, as they said themselves; null while nobody said. A name, not a proof: there is no sign-in. */
export function useMe(): { me: string | null; setMe: (name: string | null) => void } {
  const core = useCore()
  const queries = useQueryClient()
  const kept = useQuery({ queryKey: meKey, queryFn: ({ signal }) => core.people.me(undefined, { signal }) })
  const set = useMutation({
    mutationFn: (name: string | null) => core.people.setMe({ name }),
    onSuccess: (name) => {
      queries.setQueryData(meKey, name)
      void queries.invalidateQueries({ queryKey: ['people'] })
    },
    onError: () => notifyFailure(m.save_failed()),
  })
  return { me: kept.data?.name ?? null, setMe: set.mutate }
}

/** The name a person signs with, or asks with: what they typed while the window is open, else who works here. Kept apart, because nobody signs what they asked for. */
export function usePersonName(as: 'signer' | 'author' = 'signer'): [string, (name: string) => void] {
  const { me } = useMe()
  const [typed, setTyped] = useSessionState(as === 'signer' ? 'approvals.person' : 'approvals.author', (kept) => (typeof kept === 'string' ? kept : null))
  return [typed ?? me ?? '', setTyped]
}

/** The first sign of a name in the top bar; opens who else works here. */
export function PersonMenu() {
  const core = useCore()
  const [, navigate] = useLocation()
  const { me, setMe } = useMe()
  const people = useQuery({ queryKey: ['people'], queryFn: ({ signal }) => core.people.list(undefined, { signal }) }).data ?? []
  const label = me === null ? m.person_nobody() : m.person_is({ name: me })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} title={label}>
          {me === null ? <IconUser size={17} stroke={1.6} /> : <Avatar size={24} radius="xl" color="blue" variant="filled">{firstSign(me)}</Avatar>}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {people.length > 0 && (
          <Menu.RadioGroup value={me ?? ''} onChange={(name) => setMe(name === '' ? null : name)}>
            {people.map(({ name }) => (
              <Menu.RadioItem key={name} value={name} closeMenuOnClick>
                {name}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        )}
        <Menu.Item leftSection={<IconUserPlus size={15} aria-hidden />} onClick={() => navigate('/settings/people')}>
          {m.person_name_yourself()}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Rare family names take two code units. */
const firstSign = (name: string): string => String.fromCodePoint(name.codePointAt(0) ?? 0x20)
