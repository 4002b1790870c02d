import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { usePersonName } from '#renderer/app/person.tsx'
import { useLogged } from '#renderer/features/approvals/queries.ts'
import { roleName } from '#renderer/components/role-name.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { ApprovalState } from '#shared/approvals/contract.ts'
import css from '#renderer/features/approvals/approvals.module.css'

/** An approver's yes or no, with the reason that will stand in the log. Ctrl Enter approves. */
export function SignForm({ approval: { bidId, versionHash, required, submission } }: { approval: ApprovalState }) {
  const [person, setPerson] = usePersonName()
  // Nobody signs twice: where two roles must sign, two people must.
  const signed = required.flatMap(({ decision }) => (decision?.decision === 'approved' ? [decision.by] : []))
  const options = required
    .filter(({ decision }) => decision?.decision !== 'approved')
    .flatMap(({ role, signers }) => signers.filter((signer) => signer.person !== submission?.by && !signed.includes(signer.person)).map((signer) => ({ role, ...signer, value: `${role}\n${signer.person}` })))
  const [chosen, setChosen] = useState('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const decide = useLogged((core, input: Parameters<typeof core.approvals.decide>[0]) => core.approvals.decide(input))
  const signer = options.find(({ value }) => value === chosen) ?? options.find((option) => option.person === person) ?? options[0]
  if (signer === undefined) return signed.length > 0 ? <section className={css.card}><p className={css.problem} role="status">{m.approval_second_person()}</p></section> : null
  const sign = (decision: 'approved' | 'rejected') => {
    setTried(true)
    if (reason.trim() === '') return
    setPerson(signer.person)
    decide.mutate({ bidId, versionHash, role: signer.role, by: signer.person, decision, reason: reason.trim() })
  }
  return (
    <section className={css.card}>
      <h2>{m.approval_decide()}</h2>
      <div className={css.fields}>
        <NativeSelect
          label={m.approval_as()}
          description={m.approval_name_hint()}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={options.map(({ value, role, person: name, isStandIn }) => ({ value, label: m.approval_role_person({ role: roleName(role), person: isStandIn ? m.approval_stand_in({ person: name }) : name }) }))}
          value={signer.value}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Textarea
          label={m.approval_reason()}
          description={m.approval_reason_decide_hint()}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          rows={3}
          maxLength={2000}
          value={reason}
          error={isTried && reason.trim() === '' ? m.approval_missing_fields({ names: m.approval_reason() }) : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => { if (event.ctrlKey && event.key === 'Enter' && !event.nativeEvent.isComposing) sign('approved') }}
        />
        <div className={css.buttons}>
          <Button loading={decide.isPending} onClick={() => sign('approved')}>{m.approval_approve()}</Button>
          <Button variant="default" disabled={decide.isPending} onClick={() => sign('rejected')}>{m.approval_reject()}</Button>
        </div>
      </div>
    </section>
  )
}
