import { Link } from 'wouter'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { FlagChange } from '#shared/rules/contract.ts'
import css from '#renderer/features/rules/rules.module.css'

/** The open bids a changed rule would judge differently: read before it is saved. */
export function ChangeList({ changes }: { changes: readonly FlagChange[] }) {
  if (changes.length === 0) return <p className={css.muted} role="status">{m.rules_changes_none()}</p>
  return (
    <div role="status">
      <p>{m.rules_changes({ count: changes.length })}</p>
      <ul className={css.changes}>
        {changes.map(({ bidId, title, before, after, losesApproval }) => (
          <li key={bidId}>
            <Link href={`/bids/${bidId}/price`}>{title}</Link>
            {losesApproval && <span className={css.lapse}>{m.rules_changes_lapse()}</span>}
            <span className={css.change}><FlagChip verdict={before} /> → <FlagChip verdict={after} /></span>
          </li>
        ))}
      </ul>
    </div>
  )
}
