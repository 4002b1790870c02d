import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { DayField } from '#renderer/components/day-field.tsx'
import { MoneyInput } from '#renderer/components/money-input/money-input.tsx'
import { PersonSelect } from '#renderer/components/person-select.tsx'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { usePeople } from '#renderer/components/use-people.ts'
import { useMe, usePersonName } from '#renderer/app/person.tsx'
import { useLogged } from '#renderer/features/approvals/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import { LossBudget } from '#shared/approvals/loss-budget.ts'
import { UseCase } from '#shared/tenders/tender.ts'
import css from '#renderer/features/approvals/approvals.module.css'

const open = { name: '', from: '', to: '', amount: '', buyer: null, useCase: null, payBack: '', reviewOn: '', isClosed: false }
type Draft = Omit<LossBudget, 'id' | 'owner'>

/** A new loss budget or a change of one; either is an entry of the log. */
export function BudgetForm({ budget, onDone }: { budget: LossBudget | null; onDone: () => void }) {
  const locale = useLocale()
  const { preferences } = usePreferences()
  const unit = locale === 'zh-CN' ? preferences.moneyUnit : 'yuan'
  const [draft, setDraft] = useState<Draft>(budget ?? open)
  const people = usePeople()
  const { me } = useMe()
  const [chosen, setOwner] = useState<string | null>(budget?.owner ?? null)
  // Who opens a budget answers for it until they name another.
  const owner = chosen ?? me ?? ''
  const [name, setName] = usePersonName()
  const [isTried, setTried] = useState(false)
  const [id] = useState(() => budget?.id ?? crypto.randomUUID())
  const save = useLogged((core, input: { by: string; budget: LossBudget }) => core.approvals.saveBudget(input), onDone)
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const missing = [[m.desk_budget_name(), draft.name], [m.desk_budget_owner(), owner], [m.desk_budget_from(), draft.from], [m.desk_budget_to(), draft.to], [m.desk_budget_amount(), draft.amount], [m.desk_budget_pay_back(), draft.payBack], [m.desk_budget_review(), draft.reviewOn], [m.approval_your_name(), name]].filter(([, value]) => value?.trim() === '').map(([label]) => label)
  const parsed = LossBudget.safeParse({ ...draft, owner, id })
  const problem = missing.length > 0 ? m.approval_missing_fields({ names: missing.join(m.list_separator()) }) : parsed.success ? null : `${m.desk_budget_from()} > ${m.desk_budget_to()}`
  const send = (change: Partial<Draft> = {}) => {
    setTried(true)
    if (problem === null && parsed.success) save.mutate({ by: name.trim(), budget: { ...parsed.data, ...change } })
  }
  return (
    <form className={css.budget} onSubmit={(event) => { event.preventDefault(); send() }} noValidate>
      <div className={`${css.fields} ${css.wide}`}>
        <TextInput label={m.desk_budget_name()} required value={draft.name} maxLength={100} onChange={(event) => set({ name: event.currentTarget.value })} />
        <PersonSelect isLabelShown label={m.desk_budget_owner()} placeholder={m.owner_hint()} people={people} value={owner === '' ? null : owner} onChange={(name) => setOwner(name ?? '')} />
        <DayField label={m.desk_budget_from()} value={draft.from} onChange={(from) => set({ from })} />
        <DayField label={m.desk_budget_to()} value={draft.to} onChange={(to) => set({ to })} />
        <div>
          <p className={css.muted}>{m.outcome_unit({ label: m.desk_budget_amount(), unit: unit === 'wan' ? m.money_unit_wan() : m.money_unit_yuan() })}</p>
          <MoneyInput label={m.desk_budget_amount()} value={draft.amount === '' ? null : draft.amount} unit={unit} canBeEmpty onCommit={(amount) => set({ amount: amount ?? '' })} />
        </div>
        <TextInput label={m.desk_budget_buyer()} placeholder={m.desk_budget_any()} value={draft.buyer ?? ''} maxLength={500} onChange={(event) => set({ buyer: event.currentTarget.value === '' ? null : event.currentTarget.value })} />
        <NativeSelect label={m.desk_budget_use_case()} data={[{ value: '', label: m.desk_budget_any() }, ...UseCase.options.map((value) => ({ value, label: projectKindName(value) }))]} value={draft.useCase ?? ''} onChange={(event) => set({ useCase: UseCase.safeParse(event.currentTarget.value).data ?? null })} />
        <TextInput label={m.desk_budget_pay_back()} required value={draft.payBack} maxLength={500} onChange={(event) => set({ payBack: event.currentTarget.value })} />
        <DayField label={m.desk_budget_review()} value={draft.reviewOn} onChange={(reviewOn) => set({ reviewOn })} />
        <TextInput label={m.approval_your_name()} required value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
      </div>
      {isTried && problem !== null && <p className={css.problem} role="alert">{problem}</p>}
      <div className={css.buttons}>
        <Button type="submit" loading={save.isPending}>{m.desk_budget_save()}</Button>
        {budget !== null && <Button variant="default" onClick={() => send({ isClosed: !budget.isClosed })}>{budget.isClosed ? m.desk_budget_reopen() : m.desk_budget_close()}</Button>}
        <Button variant="subtle" onClick={onDone}>{m.cancel()}</Button>
      </div>
    </form>
  )
}
