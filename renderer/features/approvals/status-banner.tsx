import { IconAlertTriangle, IconCheck, IconLock } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useMoney } from '#renderer/features/approvals/queries.ts'
import { changeName, nextText, statusText } from '#renderer/features/approvals/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { ApprovalState } from '#shared/approvals/contract.ts'
import css from '#renderer/features/approvals/approvals.module.css'

/** Why the bid is stopped, what comes next, and who. */
export function StatusBanner({ approval }: { approval: ApprovalState }) {
  const money = useMoney()
  const { status, changes, required, submission } = approval
  const next = nextText(approval)
  const isUnmanned = status !== 'approved' && required.some(({ signers }) => signers.length === 0)
  const look = status === 'open' || status === 'approved' ? 'ok' : status === 'warned' ? 'warn' : 'stop'
  const Icon = look === 'ok' ? IconCheck : look === 'warn' ? IconAlertTriangle : IconLock
  return (
    <div className={css.banner} data-look={look} role="status">
      <Icon size={18} stroke={1.8} aria-hidden />
      <div>
        <p className={css.bannerTitle}>{statusText(status)}</p>
        {changes.length > 0 && <p>{m.approval_changed({ parts: changes.map(changeName).join(m.list_separator()) })}</p>}
        {changes.length > 0 && submission !== null && <p>{m.approval_before_after({ offerBefore: money(submission.offerTotal), profitBefore: money(submission.profit), offer: money(approval.offerTotal), profit: money(approval.profit) })}</p>}
        {next !== null && <p>{next}</p>}
      </div>
      {(isUnmanned || status === 'log-broken') && <Link className={css.link} href="/approvals">{m.approval_to_rules()}</Link>}
    </div>
  )
}
