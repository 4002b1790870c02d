import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { roleName } from '#renderer/components/role-name.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { DealDesk, DeskRole, StandIn } from '#shared/approvals/deal-desk.ts'
import css from '#renderer/features/approvals/approvals.module.css'

/** Who holds each role and who signs while they are away. */
export function RolesForm({ desk, onChange }: { desk: DealDesk; onChange: (desk: DealDesk) => void }) {
  const [added, setAdded] = useState('')
  const setRole = (id: string, change: Partial<DeskRole>) => onChange({ ...desk, roles: desk.roles.map((role) => (role.id === id ? { ...role, ...change } : role)) })
  const isUsed = (id: string) => Object.values(desk.policy.rungs).some(({ approvers }) => approvers.includes(id))
  const add = () => {
    const id = added.trim()
    if (id === '' || desk.roles.some((role) => role.id === id)) return
    onChange({ ...desk, roles: [...desk.roles, { id, people: [], standIns: [] }] })
    setAdded('')
  }
  return (
    <>
      <h2>{m.desk_roles()}<span className={css.muted}>{m.desk_names_hint()}</span></h2>
      <table className={css.table}>
        <thead><tr><th>{m.desk_role()}</th><th>{m.desk_people()}</th><th>{m.desk_stand_ins()}</th><th aria-label={m.desk_remove_role()} /></tr></thead>
        <tbody>
          {desk.roles.map((role) => (
            <tr key={role.id}>
              <td>{roleName(role.id)}</td>
              <td><Names label={`${roleName(role.id)} ${m.desk_people()}`} names={role.people} onChange={(people) => setRole(role.id, { people })} /></td>
              <td><Names label={`${roleName(role.id)} ${m.desk_stand_ins()}`} names={role.standIns.map(standInText)} hint={m.desk_stand_in_hint()} onChange={(names) => setRole(role.id, { standIns: names.map(readStandIn) })} /></td>
              <td data-end>{!isUsed(role.id) && desk.roles.length > 1 && <Button size="compact-sm" variant="subtle" onClick={() => onChange({ ...desk, roles: desk.roles.filter(({ id }) => id !== role.id) })}>{m.desk_remove_role()}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.foot}>
        <TextInput aria-label={m.desk_role()} placeholder={m.desk_role()} value={added} maxLength={60} onChange={(event) => setAdded(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) { event.preventDefault(); add() } }} />
        <Button variant="default" onClick={add}>{m.desk_add_role()}</Button>
      </div>
    </>
  )
}

function Names({ label, names, hint, onChange }: { label: string; names: readonly string[]; hint?: string; onChange: (names: string[]) => void }) {
  const [typed, setTyped] = useState(() => names.join('，'))
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={hint}
      title={hint}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange([...new Set(event.currentTarget.value.split(/[,，、;；]/).map((name) => name.trim()).filter((name) => name !== ''))])
      }}
    />
  )
}

const period = /^(.+?)\s*(\d{4}-\d{2}-\d{2})\s*[~～—]\s*(\d{4}-\d{2}-\d{2})$/

/** '吴磊' for good, '吴磊 2026-12-01~2026-12-15' between two days. */
function readStandIn(text: string): StandIn {
  const match = period.exec(text)
  return { person: match?.[1] ?? text, from: match?.[2] ?? null, to: match?.[3] ?? null }
}

function standInText({ person, from, to }: StandIn): string {
  return from === null && to === null ? person : `${person} ${from ?? ''}~${to ?? ''}`
}
