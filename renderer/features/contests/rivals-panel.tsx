import { Button } from '@mantine/core'
import { useId } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { useUndo } from '#renderer/app/undo.tsx'
import { MoneyInput } from '#renderer/components/money-input/money-input.tsx'
import { NumberField } from '#renderer/components/number-field/number-field.tsx'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { PastAwards } from '#renderer/features/contests/past-awards.tsx'
import { newRival, withPrice } from '#renderer/features/contests/rival-edits.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { BidContest, RivalGuess } from '#shared/contests/bid-contest.ts'
import type { ContestModel } from '#shared/contests/contest-model.ts'
import { cappedRange } from '#shared/contests/past-awards.ts'
import { neededRivals } from '#shared/contests/win-request.ts'
import css from '#renderer/features/contests/contests.module.css'

type Change = (change: (contest: BidContest) => BidContest) => void
type RivalsPanelProps = { model: ContestModel; bidId: string; own: string; change: Change }

/** Who else may bid, and at what: our assumptions, one row each. */
export function RivalsPanel({ model, bidId, own, change }: RivalsPanelProps) {
  useLocale()
  const { assumed: { rivals }, rules } = model
  const undo = useUndo()
  const base = rules.ceiling ?? rules.limit.budget ?? own
  const isGovernment = rules.track === 'government_procurement'
  const isLowestEvaluated = model.formula?.kind === 'lowest-evaluated'
  const edit = (id: string, next: Partial<RivalGuess>) => change((contest) => ({ ...contest, rivals: contest.rivals.map((rival) => (rival.id === id ? { ...rival, ...next } : rival)) }))
  const remove = (rival: RivalGuess) => {
    change((contest) => ({ ...contest, rivals: contest.rivals.filter(({ id }) => id !== rival.id) }))
    undo.offer(m.contest_rival_removed({ name: rival.name }), () => Promise.resolve(change((contest) => ({ ...contest, rivals: [...contest.rivals, rival] }))))
  }
  const add = (rival: RivalGuess) => change((contest) => ({ ...contest, rivals: [...contest.rivals, rival] }))
  return (
    <Panel title={m.contest_rivals()} hint={m.contest_rivals_hint({ needed: neededRivals })}>
      {rivals.length > 0 && (
        <div className={css.scroll}>
          <table className={css.rivals}>
            <thead>
              <tr>
                <th scope="col">{m.contest_rival_name()}</th>
                <th scope="col">{m.contest_rival_low()}</th>
                <th scope="col">{m.contest_rival_likely()}</th>
                <th scope="col">{m.contest_rival_high()}</th>
                {isLowestEvaluated ? <th scope="col" title={m.contest_adjustment_hint()}>{m.contest_adjustment()}</th> : (
                  <>
                    <th scope="col" title={m.contest_rival_lead_hint()}>{m.contest_rival_lead()}</th>
                    <th scope="col" title={m.contest_rival_spread_hint()}>±</th>
                  </>
                )}
                <th scope="col" title={m.contest_rival_part_hint()}>{m.contest_rival_part()}</th>
                {isGovernment && <th scope="col" title={m.contest_deduction_hint()}>{m.contest_deduction()}</th>}
                <th aria-label={m.contest_rival_remove()} />
              </tr>
            </thead>
            <tbody>
              {rivals.map((rival) => <RivalRow key={rival.id} rival={rival} isGovernment={isGovernment} isLowestEvaluated={isLowestEvaluated} onEdit={(next) => edit(rival.id, next)} onRemove={() => remove(rival)} />)}
            </tbody>
          </table>
        </div>
      )}
      <div className={css.row}>
        <Button size="compact-sm" variant="default" onClick={() => add(newRival(m.contest_rival_default({ no: rivals.length + 1 }), base))}>{m.contest_rival_add()}</Button>
        <PastAwards bidId={bidId} onAdd={({ supplier, ...range }) => add({ ...newRival(supplier ?? m.contest_rival_default({ no: rivals.length + 1 }), base), ...cappedRange(range, rules.ceiling) })} />
      </div>
      <p className={css.note}>{m.contest_rival_start()}</p>
      {isLowestEvaluated && (
        <div className={css.row}>
          <label>
            <span>{m.contest_own_adjustment()}</span>
            <AdjustmentField value={model.assumed.ownAdjustment} label={m.contest_own_adjustment()} onCommit={(ownAdjustment) => change((contest) => ({ ...contest, ownAdjustment }))} />
            <span className={css.unit}>{m.contest_adjustment_unit()}</span>
          </label>
        </div>
      )}
      {isGovernment && (
        <div className={css.row}>
          <label>
            <span>{m.contest_own_deduction()}</span>
            <NumberField value={model.assumed.ownDeduction} label={m.contest_own_deduction()} isPercent min={0} max={50} onCommit={(value) => { if (value !== null) change((contest) => ({ ...contest, ownDeduction: value })) }} />
            <span className={css.unit}>%</span>
          </label>
          <span className={css.unit}>{m.contest_deduction_note()}</span>
        </div>
      )}
    </Panel>
  )
}

function RivalRow({ rival, isGovernment, isLowestEvaluated, onEdit, onRemove }: { rival: RivalGuess; isGovernment: boolean; isLowestEvaluated: boolean; onEdit: (next: Partial<RivalGuess>) => void; onRemove: () => void }) {
  const language = useLocale()
  const { preferences } = usePreferences()
  const unit = language === 'zh-CN' ? preferences.moneyUnit : 'yuan'
  const nameId = useId()
  const priceCell = (key: 'low' | 'likely' | 'high', label: string) => (
    <td data-kind="money">
      <MoneyInput value={rival[key]} unit={unit} label={`${rival.name} ${label}`} onCommit={(amount) => { if (amount !== null && Number(amount) > 0) onEdit(withPrice(rival, key, amount)) }} />
    </td>
  )
  const numberCell = (key: 'lead' | 'leadSpread', label: string, min: number) => (
    <td data-kind="number"><NumberField value={rival[key]} label={`${rival.name} ${label}`} min={min} max={100} onCommit={(value) => { if (value !== null) onEdit({ [key]: value }) }} /></td>
  )
  return (
    <tr>
      <td>
        <input
          key={rival.name} id={nameId} className={css.text} defaultValue={rival.name} maxLength={200} aria-label={m.contest_rival_name()}
          onBlur={({ target: { value } }) => { if (value.trim() !== rival.name) onEdit({ name: value.trim() }) }}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur() }}
        />
      </td>
      {priceCell('low', m.contest_rival_low())}
      {priceCell('likely', m.contest_rival_likely())}
      {priceCell('high', m.contest_rival_high())}
      {isLowestEvaluated ? <td data-kind="adjustment"><AdjustmentField value={rival.adjustment} label={`${rival.name} ${m.contest_adjustment()}`} onCommit={(adjustment) => onEdit({ adjustment })} /></td> : (
        <>
          {numberCell('lead', m.contest_rival_lead(), -100)}
          {numberCell('leadSpread', '±', 0)}
        </>
      )}
      <td data-kind="number"><NumberField value={String(rival.takesPart)} label={`${rival.name} ${m.contest_rival_part()}`} isPercent min={0} max={100} onCommit={(value) => { if (value !== null) onEdit({ takesPart: Number(value) }) }} /></td>
      {isGovernment && <td data-kind="number"><NumberField value={rival.deduction} label={`${rival.name} ${m.contest_deduction()}`} isPercent min={0} max={50} onCommit={(value) => { if (value !== null) onEdit({ deduction: value }) }} /></td>}
      <td><button type="button" className={css.remove} aria-label={`${m.contest_rival_remove()} ${rival.name}`} onClick={onRemove}>×</button></td>
    </tr>
  )
}

/** Quantified deviations in yuan: what the evaluation adds to a price, or takes off it. */
function AdjustmentField({ value, label, onCommit }: { value: string | undefined; label: string; onCommit: (adjustment: string) => void }) {
  return <NumberField value={value ?? '0'} label={label} min={-999_999_999} max={999_999_999} onCommit={(next) => { if (next !== null) onCommit(next) }} />
}
