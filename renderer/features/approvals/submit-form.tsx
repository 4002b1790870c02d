import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { usePersonName } from '#renderer/app/person.tsx'
import { useKeptText } from '#renderer/app/session.tsx'
import { DayField } from '#renderer/components/day-field.tsx'
import { useLogged, useMoney } from '#renderer/features/approvals/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { ApprovalState } from '#shared/approvals/contract.ts'
import { Decimal } from '#shared/decimal.ts'
import css from '#renderer/features/approvals/approvals.module.css'

/** Asks for approval of the bid as it stands; a loss also says how it comes back. */
export function SubmitForm({ approval: { bidId, versionHash, needsLossFacts, budgets, profit, submission } }: { approval: ApprovalState }) {
  const money = useMoney()
  const [name, setName] = usePersonName('author')
  const [reason, setReason] = useKeptText(`approvals.reason.${bidId}`, submission?.reason ?? '')
  const [payBack, setPayBack] = useKeptText(`approvals.payBack.${bidId}`, submission?.loss?.payBack ?? '')
  const [reviewOn, setReviewOn] = useKeptText(`approvals.reviewOn.${bidId}`, submission?.loss?.reviewOn ?? '')
  const fitting = budgets.filter(({ isChargeable }) => isChargeable)
  const [budgetId, setBudgetId] = useState(() => fitting[0]?.budget.id ?? '')
  const [isTried, setTried] = useState(false)
  const submit = useLogged((core, input: Parameters<typeof core.approvals.submit>[0]) => core.approvals.submit(input))
  const fields: [string, string][] = [[m.approval_your_name(), name], [m.approval_reason(), reason], ...(needsLossFacts ? [[m.approval_pay_back(), payBack], [m.approval_review_on(), reviewOn]] satisfies [string, string][] : [])]
  const missing = fields.filter(([, value]) => value.trim() === '').map(([label]) => label)
  const chosen = fitting.find(({ budget }) => budget.id === budgetId)
  const after = chosen === undefined || profit === null ? null : new Decimal(chosen.leftForBid).plus(profit)
  const send = () => {
    setTried(true)
    if (missing.length > 0) return
    submit.mutate({ bidId, versionHash, by: name.trim(), reason: reason.trim(), loss: needsLossFacts ? { payBack: payBack.trim(), reviewOn, budgetId: chosen === undefined ? null : budgetId } : null })
  }
  return (
    <form className={css.card} onSubmit={(event) => { event.preventDefault(); send() }} noValidate>
      <h2>{m.approval_request()}</h2>
      <div className={css.fields}>
        <TextInput label={m.approval_your_name()} description={m.approval_name_hint()} inputWrapperOrder={['label', 'input', 'description', 'error']} required maxLength={60} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Textarea label={m.approval_reason()} description={m.approval_reason_submit_hint()} inputWrapperOrder={['label', 'input', 'description', 'error']} required rows={3} maxLength={2000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        {needsLossFacts && (
          <>
            <TextInput label={m.approval_pay_back()} required maxLength={500} value={payBack} onChange={(event) => setPayBack(event.currentTarget.value)} />
            <DayField label={m.approval_review_on()} value={reviewOn} onChange={setReviewOn} />
            <NativeSelect
              label={m.approval_budget()}
              data={[...fitting.map(({ budget, leftForBid }) => ({ value: budget.id, label: m.approval_budget_left({ name: budget.name, left: money(leftForBid) }) })), { value: '', label: m.approval_budget_none() }]}
              value={budgetId}
              error={after?.isNegative() === true ? m.approval_budget_over({ amount: money(after.abs().toFixed(2)) }) : undefined}
              onChange={(event) => setBudgetId(event.currentTarget.value)}
            />
          </>
        )}
        {isTried && missing.length > 0 && <p className={css.problem} role="alert">{m.approval_missing_fields({ names: missing.join(m.list_separator()) })}</p>}
        <div><Button type="submit" loading={submit.isPending}>{m.approval_submit()}</Button></div>
      </div>
    </form>
  )
}
