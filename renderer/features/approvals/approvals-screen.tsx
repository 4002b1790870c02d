import { Button, Skeleton } from '@mantine/core'
import { Link } from 'wouter'
import { useLocale } from '#renderer/app/i18n.tsx'
import { DeadlineCell } from '#renderer/components/deadline/deadline.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { BudgetsSection } from '#renderer/features/approvals/budgets-section.tsx'
import { LogList } from '#renderer/features/approvals/log-list.tsx'
import { SealCheck } from '#renderer/features/approvals/seal-check.tsx'
import { useDesk, useLog, useMoney, useWaiting } from '#renderer/features/approvals/queries.ts'
import { RulesForm } from '#renderer/features/approvals/rules-form.tsx'
import { roleName } from '#renderer/components/role-name.ts'
import { logProblemText } from '#renderer/features/approvals/words.ts'
import { useNow } from '#renderer/app/clock.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { LogState, WaitingApproval } from '#shared/approvals/contract.ts'
import css from '#renderer/features/approvals/approvals.module.css'

/** The deal desk: what waits for whom, the rules, the loss budgets, and the log everything stands in. */
export function ApprovalsScreen() {
  useLocale()
  const desk = useDesk()
  return (
    <div className={css.screen}>
      <PageHeader title={m.screen_approvals()} facts={[m.approval_purpose()]} />
      <div className={css.scroll}>
        {desk.data?.log.problem && <BrokenLog problem={desk.data.log.problem} />}
        <div className={css.columns}>
          <div className={css.stack}>
            <WaitingSection />
            {desk.data === undefined ? <Skeleton height={320} /> : <RulesForm key={JSON.stringify([desk.data.desk, desk.data.changed])} state={desk.data} />}
          </div>
          <div className={css.stack}>
            <BudgetsSection />
            <LogSection />
          </div>
        </div>
      </div>
    </div>
  )
}

function BrokenLog({ problem }: { problem: NonNullable<LogState['problem']> }) {
  return (
    <div className={css.banner} data-look="stop" role="alert">
      <div>
        <p className={css.bannerTitle}>{logProblemText(problem)}</p>
        <p>{m.desk_log_advice()}</p>
      </div>
    </div>
  )
}

function WaitingSection() {
  const waiting = useWaiting()
  const rows = waiting.data ?? []
  return (
    <section className={css.card} aria-label={m.desk_waiting()}>
      <h2>{m.desk_waiting()}{rows.length > 0 && <span className={css.muted}>{rows.length}</span>}</h2>
      {rows.length === 0 ? <p className={css.muted}>{m.desk_waiting_empty()}</p> : (
        <table className={css.table}>
          <tbody>{rows.map((row) => <WaitingRow key={row.submission.bidId} row={row} />)}</tbody>
        </table>
      )}
    </section>
  )
}

function WaitingRow({ row: { submission, missing, bidDeadline } }: { row: WaitingApproval }) {
  const money = useMoney()
  const now = useNow()
  const names = missing.map(({ role, persons }) => (persons.length === 0 ? roleName(role) : `${roleName(role)} ${persons[0] ?? ''}`)).join(m.list_separator())
  return (
    <tr>
      <td><FlagChip verdict={submission.verdict} /></td>
      <td>
        {submission.title}
        <div className={css.muted}>{m.desk_waiting_for({ names })}</div>
      </td>
      <td data-end className={submission.profit?.startsWith('-') === true ? css.over : undefined}>{money(submission.profit)}</td>
      <td><DeadlineCell instant={bidDeadline} now={now} /></td>
      <td data-end><Link href={`/bids/${submission.bidId}/approvals`}>{m.desk_open_bid()}</Link></td>
    </tr>
  )
}

function LogSection() {
  const log = useLog()
  if (log.data === undefined) return null
  const { state, entries } = log.data
  return (
    <section className={css.card} aria-label={m.desk_log()}>
      <h2>
        {m.desk_log()}
        <Button size="compact-sm" variant="default" loading={log.isFetching} onClick={() => void log.refetch()}>{m.desk_log_verify()}</Button>
      </h2>
      <p className={state.problem === null ? undefined : css.problem} role="status">{state.problem === null ? m.desk_log_holds({ count: state.entries, seal: state.seal }) : logProblemText(state.problem)}</p>
      <p className={css.muted}>{m.desk_log_hint()}</p>
      {!state.isSealed && <p className={css.problem}>{m.desk_log_unsealed()}</p>}
      {entries.length > 0 && <SealCheck entries={entries} />}
      {entries.length > 0 && <LogList entries={entries} label={m.desk_log()} alteredAt={state.problem?.index ?? null} />}
    </section>
  )
}
