import { Skeleton } from '@mantine/core'
import { useLocale } from '#renderer/app/i18n.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { ReportButton } from '#renderer/components/print/report-button.tsx'
import { LogList } from '#renderer/features/approvals/log-list.tsx'
import { useApproval, useMoney } from '#renderer/features/approvals/queries.ts'
import { SignForm } from '#renderer/features/approvals/sign-form.tsx'
import { StatusBanner } from '#renderer/features/approvals/status-banner.tsx'
import { SubmitForm } from '#renderer/features/approvals/submit-form.tsx'
import { roleName } from '#renderer/components/role-name.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { ApprovalState } from '#shared/approvals/contract.ts'
import { editableInstant } from '#renderer/components/deadline/format-deadline.ts'
import css from '#renderer/features/approvals/approvals.module.css'

/** Who must sign this bid as it stands, who has, and what is in the way. */
export function ApprovalsTab({ bidId }: { bidId: string }) {
  useLocale()
  const approval = useApproval(bidId)
  if (approval.data === undefined) return <div className={css.scroll}><Skeleton height={200} /></div>
  const { data } = approval
  const canSubmit = data.status === 'not-submitted' || data.status === 'refused' || data.status === 'lapsed'
  return (
    <div className={css.scroll}>
      <StatusBanner approval={data} />
      <div className={css.columns}>
        <div className={css.stack}>
          <Facts approval={data} />
          <div className={css.record}>
            <ReportButton title={m.approval_record_file()} report={() => ({ name: 'approval', bidId })} />
            <span className={css.muted}>{m.approval_record_hint()}</span>
          </div>
          {data.required.length > 0 && <Chain approval={data} />}
        </div>
        <div className={css.stack}>
          {canSubmit && <SubmitForm key={data.versionHash} approval={data} />}
          {data.status === 'waiting' && <SignForm key={data.versionHash} approval={data} />}
          <section className={css.card}>
            <h2>{m.approval_history()}</h2>
            {data.history.length === 0 ? <p className={css.muted}>{m.approval_history_empty()}</p> : <LogList entries={data.history} label={m.approval_history()} alteredAt={data.log.problem?.index ?? null} />}
          </section>
        </div>
      </div>
    </div>
  )
}

function Facts({ approval }: { approval: ApprovalState }) {
  const money = useMoney()
  const { verdict, offerTotal, profit, versionHash, submission, budgets } = approval
  const budget = budgets.find(({ budget: { id } }) => id === submission?.loss?.budgetId)
  return (
    <section className={css.card}>
      <dl className={css.facts}>
        <div><dt>{m.desk_verdict()}</dt><dd><FlagChip verdict={verdict} /></dd></div>
        <div><dt>{m.approval_offer()}</dt><dd>{money(offerTotal)}</dd></div>
        <div><dt>{m.approval_profit()}</dt><dd data-negative={profit?.startsWith('-') || undefined}>{money(profit)}</dd></div>
        <div><dt>{m.approval_version()}</dt><dd><code title={versionHash}>{versionHash.slice(0, 12)}</code></dd></div>
      </dl>
      {submission !== null && (
        <div className={css.quote}>
          <p className={css.muted}>{m.approval_asked_by({ who: submission.by, when: editableInstant(submission.at) })}</p>
          <p>{submission.reason}</p>
          {submission.loss !== null && (
            <dl className={css.facts}>
              <div><dt>{m.approval_pay_back()}</dt><dd>{submission.loss.payBack}</dd></div>
              <div><dt>{m.approval_review_on()}</dt><dd>{submission.loss.reviewOn}</dd></div>
              <div><dt>{m.approval_budget()}</dt><dd>{budget === undefined ? m.approval_budget_none() : m.approval_budget_left({ name: budget.budget.name, left: money(budget.left) })}</dd></div>
            </dl>
          )}
        </div>
      )}
    </section>
  )
}

function Chain({ approval: { required } }: { approval: ApprovalState }) {
  return (
    <section className={css.card}>
      <h2>{m.approval_chain()}</h2>
      <ul className={css.chain}>
        {required.map(({ role, signers, decision }) => (
          <li key={role} data-decision={decision?.decision}>
            <div className={css.chainHead}>
              <strong>{roleName(role)}</strong>
              <span className={css.mark} data-decision={decision?.decision}>{decision === null ? m.approval_pending() : decision.decision === 'approved' ? m.approval_signed() : m.approval_rejected()}</span>
            </div>
            <p className={css.muted}>{signers.length === 0 ? m.approval_nobody() : signers.map(({ person, isStandIn }) => (isStandIn ? m.approval_stand_in({ person }) : person)).join(m.list_separator())}</p>
            {decision !== null && (
              <>
                <p>{decision.reason}</p>
                <p className={css.muted}>{m.approval_by_at({ who: decision.isStandIn ? m.approval_stand_in({ person: decision.by }) : decision.by, when: editableInstant(decision.at) })}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
