import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { notifyDone } from '#renderer/app/undo.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { usePersonName } from '#renderer/app/person.tsx'
import { useLogged } from '#renderer/features/approvals/queries.ts'
import { RolesForm } from '#renderer/features/approvals/roles-form.tsx'
import { roleName } from '#renderer/components/role-name.ts'
import { levelName, verdictDetail, verdictName } from '#renderer/features/approvals/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { DeskState } from '#shared/approvals/contract.ts'
import { DealDesk, shorthanded } from '#shared/approvals/deal-desk.ts'
import { editableInstant } from '#renderer/components/deadline/format-deadline.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import { PolicyLevel } from '#shared/pricing/policy.ts'
import css from '#renderer/features/approvals/approvals.module.css'

/** Off, warn or stop for each verdict, who signs, and who holds the roles. Every change goes into the log. */
export function RulesForm({ state }: { state: DeskState }) {
  const [desk, setDesk] = useState(state.desk)
  const [name, setName] = usePersonName()
  const [isTried, setTried] = useState(false)
  const save = useLogged((core, input: { by: string; desk: DealDesk }) => core.approvals.saveDesk(input), () => notifyDone(m.desk_saved()))
  const isValid = DealDesk.safeParse(desk).success
  const isChanged = JSON.stringify(desk) !== JSON.stringify(state.desk)
  const setRung = (verdict: Verdict, change: Partial<DealDesk['policy']['rungs'][Verdict]>) => setDesk({ ...desk, policy: { ...desk.policy, rungs: { ...desk.policy.rungs, [verdict]: { ...desk.policy.rungs[verdict], ...change } } } })
  const send = () => {
    setTried(true)
    if (isValid && name.trim() !== '') save.mutate({ by: name.trim(), desk })
  }
  return (
    <form className={css.card} aria-label={m.desk_rules()} onSubmit={(event) => { event.preventDefault(); send() }} noValidate>
      <h2>
        {m.desk_rules()}
        <span className={css.muted}>{state.changed === null ? m.desk_never_changed() : m.desk_changed_by({ who: state.changed.by, when: editableInstant(state.changed.at) })}</span>
      </h2>
      <table className={css.table}>
        <thead>
          <tr><th>{m.desk_verdict()}</th><th>{m.desk_level()}</th><th>{m.desk_approvers()}</th><th data-end>{m.desk_open_bids()}</th></tr>
        </thead>
        <tbody>
          {Verdict.options.map((verdict) => {
            const { level, approvers } = desk.policy.rungs[verdict]
            const detail = verdictDetail(verdict)
            return (
              <tr key={verdict}>
                <td>
                  <FlagChip verdict={verdict} />
                  {detail !== null && <div className={css.muted}>{detail}</div>}
                </td>
                <td><SegmentedControl size="xs" aria-label={`${m.desk_level()} ${detail ?? verdictName(verdict)}`} data={PolicyLevel.options.map((value) => ({ value, label: levelName(value) }))} value={level} onChange={(value) => setRung(verdict, { level: PolicyLevel.parse(value) })} transitionDuration={0} /></td>
                <td>
                  {level === 'block' && (
                    <div className={css.roles}>
                      {desk.roles.map(({ id }) => <Checkbox key={id} size="xs" label={roleName(id)} checked={approvers.includes(id)} onChange={(event) => setRung(verdict, { approvers: event.currentTarget.checked ? [...approvers, id] : approvers.filter((role) => role !== id) })} />)}
                    </div>
                  )}
                  {level === 'block' && approvers.length === 0 && <span className={css.problem}>{m.desk_block_needs_role()}</span>}
                </td>
                <td data-end>{state.openBids[verdict] ?? ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <RolesForm desk={desk} onChange={setDesk} />
      {shorthanded(desk).length > 0 && <p className={css.problem} role="status">{m.desk_shorthanded({ verdicts: shorthanded(desk).map((verdict) => verdictDetail(verdict) ?? verdictName(verdict)).join(m.list_separator()) })}</p>}
      <div className={css.foot}>
        <TextInput label={m.approval_your_name()} value={name} maxLength={60} error={isTried && name.trim() === '' ? m.approval_missing_fields({ names: m.approval_your_name() }) : undefined} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" disabled={!isChanged || !isValid} loading={save.isPending}>{m.desk_save()}</Button>
      </div>
    </form>
  )
}
