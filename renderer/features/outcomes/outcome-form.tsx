import { Button, Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNow } from '#renderer/app/clock.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { DayField } from '#renderer/components/day-field.tsx'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { MoneyInput } from '#renderer/components/money-input/money-input.tsx'
import { readOpenedPrices } from '#renderer/features/outcomes/opened-prices.ts'
import type { SignedFormProps } from '#renderer/features/outcomes/reopen-form.tsx'
import { outcomeStageName, reasonName } from '#renderer/features/outcomes/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import type { OutcomeState } from '#shared/outcomes/contract.ts'
import { Outcome, OutcomeReason, OutcomeResult } from '#shared/outcomes/outcome.ts'
import css from '#renderer/features/outcomes/outcomes.module.css'

type OutcomeFormProps = SignedFormProps & { bidId: string; state: OutcomeState; onRecord: (outcome: Outcome) => void }

/** Records or corrects how a bid ended. What the notices say is offered, not taken. */
export function OutcomeForm({ bidId, state: { outcome, noticed, offerTotal }, name, onName, isBusy, onCancel, onRecord }: OutcomeFormProps) {
  const language = useLocale()
  const { preferences } = usePreferences()
  const today = beijingDay(useNow(60_000))
  const unit = language === 'zh-CN' ? preferences.moneyUnit : 'yuan'
  const [draft, setDraft] = useState<Outcome>(outcome ?? { bidId, result: 'won', decidedOn: today, winner: null, contractAmount: null, openedPrices: [], reasons: [], lesson: null, actualCost: null })
  const [opened, setOpened] = useState((outcome?.openedPrices ?? []).map(({ bidder, price }) => (price === null ? bidder : `${bidder}，${price}`)).join('\n'))
  const [isTried, setTried] = useState(false)
  const set = (change: Partial<Outcome>) => setDraft({ ...draft, ...change })
  const reading = readOpenedPrices(opened)
  const complete: Outcome = { ...draft, contractAmount: draft.contractAmount ?? (draft.result === 'won' ? offerTotal : null), openedPrices: reading.ok ? reading.prices : [] }
  const problem = !reading.ok
    ? m.outcome_opened_unreadable({ line: reading.line, text: reading.text })
    : name.trim() === '' || draft.decidedOn === ''
      ? m.approval_missing_fields({ names: name.trim() === '' ? m.approval_your_name() : m.outcome_decided_on() })
      : Outcome.safeParse(complete).success ? null : m.outcome_reason_needed()
  const send = () => {
    setTried(true)
    if (problem === null) onRecord(complete)
  }
  const first = noticed[0]
  return (
    <form className={css.card} onSubmit={(event) => { event.preventDefault(); send() }} noValidate>
      <SegmentedControl aria-label={m.outcome_result()} data={OutcomeResult.options.map((value) => ({ value, label: outcomeStageName(value) }))} value={draft.result} onChange={(value) => set({ result: OutcomeResult.parse(value) })} transitionDuration={0} />
      {first !== undefined && (
        <p className={css.noticed}>
          {m.outcome_noticed({ awards: noticed.slice(0, 3).map(({ supplier, amount }) => `${supplier} ${amount === null ? '—' : formatYuan(amount, language)}`).join(m.list_separator()) })}
          <Button size="compact-sm" variant="default" onClick={() => { set({ winner: first.supplier, contractAmount: first.amount }); setOpened(withNoticed(opened, noticed)) }}>{m.outcome_take()}</Button>
        </p>
      )}
      <div className={css.fields}>
        <DayField label={m.outcome_decided_on()} value={draft.decidedOn} onChange={(decidedOn) => set({ decidedOn })} />
        {draft.result === 'lost' && <TextInput label={m.outcome_winner()} value={draft.winner ?? ''} maxLength={300} onChange={(event) => set({ winner: event.currentTarget.value === '' ? null : event.currentTarget.value })} />}
        {draft.result !== 'withdrawn' && <Amount label={m.outcome_contract_amount()} value={complete.contractAmount} unit={unit} onCommit={(contractAmount) => set({ contractAmount })} />}
        {draft.result === 'won' && <Amount label={m.outcome_actual_cost()} value={draft.actualCost} unit={unit} onCommit={(actualCost) => set({ actualCost })} />}
        <TextInput label={m.approval_your_name()} required value={name} maxLength={60} onChange={(event) => onName(event.currentTarget.value)} />
      </div>
      <fieldset className={css.reasons}>
        <legend>{m.outcome_reasons()}</legend>
        {OutcomeReason.options.map((reason) => <Checkbox key={reason} size="xs" label={reasonName(reason)} checked={draft.reasons.includes(reason)} onChange={(event) => set({ reasons: event.currentTarget.checked ? [...draft.reasons, reason] : draft.reasons.filter((known) => known !== reason) })} />)}
      </fieldset>
      <div className={css.fields}>
        <Textarea label={m.outcome_opened()} description={m.outcome_opened_hint()} inputWrapperOrder={['label', 'input', 'description', 'error']} rows={4} value={opened} onChange={(event) => setOpened(event.currentTarget.value)} />
        <Textarea label={m.outcome_lesson()} rows={4} maxLength={2000} value={draft.lesson ?? ''} onChange={(event) => set({ lesson: event.currentTarget.value === '' ? null : event.currentTarget.value })} />
      </div>
      {isTried && problem !== null && <p className={css.problem} role="alert">{problem}</p>}
      <div className={css.buttons}>
        <Button type="submit" loading={isBusy}>{m.outcome_record()}</Button>
        <Button variant="subtle" onClick={onCancel}>{m.cancel()}</Button>
      </div>
    </form>
  )
}

/** Adds the bidders and prices a notice names to those typed already; nobody is entered twice. */
function withNoticed(opened: string, noticed: OutcomeState['noticed']): string {
  const lines = opened.split('\n').filter((line) => line.trim() !== '')
  const added = new Map(noticed.filter(({ supplier }) => !lines.some((line) => line.startsWith(supplier))).map(({ supplier, amount }) => [supplier, amount]))
  return [...lines, ...[...added].map(([supplier, amount]) => (amount === null ? supplier : `${supplier}，${amount}`))].join('\n')
}

function Amount({ label, value, unit, onCommit }: { label: string; value: string | null; unit: 'yuan' | 'wan'; onCommit: (amount: string | null) => void }) {
  return (
    <div>
      <p className={css.label}>{m.outcome_unit({ label, unit: unit === 'wan' ? m.money_unit_wan() : m.money_unit_yuan() })}</p>
      <MoneyInput label={label} value={value} unit={unit} canBeEmpty onCommit={onCommit} />
    </div>
  )
}
