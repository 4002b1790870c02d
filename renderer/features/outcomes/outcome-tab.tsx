import { Button, Skeleton } from '@mantine/core'
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePersonName } from '#renderer/app/person.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { formatPercent, formatYuan } from '#renderer/components/money-input/format-money.ts'
import { OutcomeForm } from '#renderer/features/outcomes/outcome-form.tsx'
import { ReopenForm } from '#renderer/features/outcomes/reopen-form.tsx'
import { outcomeStageName, reasonName } from '#renderer/features/outcomes/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { OutcomeState } from '#shared/outcomes/contract.ts'
import { costDeviation } from '#shared/outcomes/outcome.ts'
import css from '#renderer/features/outcomes/outcomes.module.css'

/** How the bid ended, what was opened, and what it cost in the end. */
export function OutcomeTab({ bidId }: { bidId: string }) {
  useLocale()
  const core = useCore()
  const [, navigate] = useLocation()
  const [name, setName] = usePersonName()
  const [open, setOpen] = useState<'record' | 'reopen' | null>(null)
  const state = useQuery({ queryKey: ['bids', 'outcome', bidId], queryFn: ({ signal }) => core.outcomes.get({ bidId }, { signal }), staleTime: 0 })
  const act = useAct((kind) => {
    setOpen(null)
    if (kind === 'record') notifyDone(m.outcome_recorded())
  })
  const clone = useAct(() => undefined)
  if (state.data === undefined) return <div className={css.scroll}><Skeleton height={160} /></div>
  const { stage } = state.data
  const isClosed = stage === 'won' || stage === 'lost' || stage === 'withdrawn'
  return (
    <div className={css.scroll}>
      <section className={css.card}>
        <h2>{outcomeStageName(stage)}</h2>
        <OutcomeFacts state={state.data} />
        {open === null && (
          <div className={css.buttons}>
            {stage === 'draft' && <Button loading={act.isPending} onClick={() => act.mutate({ kind: 'handIn', run: () => core.outcomes.handIn({ bidId }) })}>{m.outcome_hand_in()}</Button>}
            <Button variant={stage === 'submitted' ? 'filled' : 'default'} onClick={() => setOpen('record')}>{isClosed ? m.outcome_correct() : m.outcome_record()}</Button>
            {stage !== 'draft' && <Button variant="default" onClick={() => setOpen('reopen')}>{m.outcome_reopen()}</Button>}
            <Button variant="default" loading={clone.isPending} onClick={() => clone.mutate({ kind: 'clone', run: async () => navigate(`/bids/${(await core.outcomes.clone({ bidId })).id}/cost`) })}>{m.outcome_clone()}</Button>
          </div>
        )}
      </section>
      {open === 'record' && <OutcomeForm bidId={bidId} state={state.data} name={name} onName={setName} isBusy={act.isPending} onCancel={() => setOpen(null)} onRecord={(outcome) => act.mutate({ kind: 'record', run: () => core.outcomes.record({ by: name.trim(), outcome }) })} />}
      {open === 'reopen' && <ReopenForm name={name} onName={setName} isBusy={act.isPending} onCancel={() => setOpen(null)} onReopen={(reason) => act.mutate({ kind: 'reopen', run: () => core.outcomes.reopen({ bidId, by: name.trim(), reason }) })} />}
    </div>
  )
}

function OutcomeFacts({ state: { outcome, offerTotal, expectedCost, stage } }: { state: OutcomeState }) {
  const language = useLocale()
  const yuan = (amount: string | null) => (amount === null ? '—' : formatYuan(amount, language))
  const deviation = costDeviation(outcome?.actualCost ?? null, expectedCost)
  return (
    <>
      <dl className={css.facts}>
        <div><dt>{m.outcome_offer()}</dt><dd>{yuan(offerTotal)}</dd></div>
        <div><dt>{m.outcome_expected_cost()}</dt><dd>{yuan(expectedCost)}</dd></div>
        {outcome !== null && (
          <>
            <div><dt>{m.outcome_decided_on()}</dt><dd>{outcome.decidedOn}</dd></div>
            {stage === 'lost' && <div><dt>{m.outcome_winner()}</dt><dd>{outcome.winner ?? '—'}</dd></div>}
            {stage !== 'withdrawn' && <div><dt>{m.outcome_contract_amount()}</dt><dd>{yuan(outcome.contractAmount)}</dd></div>}
            {stage === 'won' && <div><dt>{m.outcome_actual_cost()}</dt><dd>{yuan(outcome.actualCost)}</dd></div>}
            {deviation !== null && (
              <div>
                <dt>&nbsp;</dt>
                <dd data-over={deviation.difference.isPositive() || undefined}>{m.outcome_deviation({ sign: deviation.difference.isNegative() ? m.outcome_less() : m.outcome_more(), amount: yuan(deviation.difference.abs().toFixed(2)), share: deviation.share === null ? '—' : formatPercent(deviation.share.abs().toFixed(4), language) })}</dd>
              </div>
            )}
            {outcome.reasons.length > 0 && <div><dt>{m.outcome_reasons()}</dt><dd>{outcome.reasons.map(reasonName).join(m.list_separator())}</dd></div>}
          </>
        )}
      </dl>
      {outcome !== null && outcome.lesson !== null && <p className={css.lesson}>{outcome.lesson}</p>}
      {outcome !== null && outcome.openedPrices.length > 0 && (
        <table className={css.table}>
          <thead><tr><th>{m.outcome_opened()}</th><th data-end>{m.outcome_opened_price()}</th></tr></thead>
          <tbody>{outcome.openedPrices.map(({ bidder, price }, index) => <tr key={`${bidder}${index}`}><td>{bidder}</td><td data-end>{yuan(price)}</td></tr>)}</tbody>
        </table>
      )}
    </>
  )
}

type Act = { kind: 'handIn' | 'record' | 'reopen' | 'clone'; run: () => Promise<unknown> }

function useAct(onDone: (kind: Act['kind']) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ run }: Act) => run(),
    onSuccess: async (_, { kind }) => {
      onDone(kind)
      await refresh(queries)
    },
    onError: async () => {
      notifyFailure(m.approval_failed_other())
      await refresh(queries)
    },
  })
}

async function refresh(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ predicate: ({ queryKey: [feature] }) => feature === 'bids' || feature === 'tenders' || feature === 'approvals' || feature === 'portfolio' || feature === 'today' })
}

