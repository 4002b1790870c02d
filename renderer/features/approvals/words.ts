import { ORPCError } from '@orpc/client'
import { flagLook, flagName } from '#renderer/components/flag-chip/flag-chip.tsx'
import { roleName } from '#renderer/components/role-name.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { ApprovalState, ApprovalStatus, LogState } from '#shared/approvals/contract.ts'
import type { VersionChange } from '#shared/approvals/frozen-version.ts'
import type { Verdict } from '#shared/estimate/verdict.ts'
import type { PolicyLevel } from '#shared/pricing/policy.ts'

/** Which of the three losses the chip does not tell apart; null elsewhere. */
export function verdictDetail(verdict: Verdict): string | null {
  switch (verdict) {
    case 'below-incremental': return m.desk_below_incremental()
    case 'below-fulfilment': return m.desk_below_fulfilment()
    case 'below-full-cost': return m.desk_below_full_cost()
    default: return null
  }
}

export const verdictName = (verdict: Verdict): string => flagName(flagLook(verdict))

export function levelName(level: PolicyLevel): string {
  switch (level) {
    case 'off': return m.desk_level_off()
    case 'warn': return m.desk_level_warn()
    case 'block': return m.desk_level_block()
  }
}

export function statusText(status: ApprovalStatus): string {
  switch (status) {
    case 'open': return m.approval_status_open()
    case 'warned': return m.approval_status_warned()
    case 'not-submitted': return m.approval_status_not_submitted()
    case 'waiting': return m.approval_status_waiting()
    case 'refused': return m.approval_status_refused()
    case 'lapsed': return m.approval_status_lapsed()
    case 'approved': return m.approval_status_approved()
    case 'log-broken': return m.approval_status_log_broken()
  }
}

/** What to do next, and who; null when nothing is in the way. */
export function nextText({ status, required }: Pick<ApprovalState, 'status' | 'required'>): string | null {
  const open = required.filter(({ decision }) => decision?.decision !== 'approved')
  const unmanned = open.filter(({ signers }) => signers.length === 0)
  const names = (roles: readonly { role: string }[]) => roles.map(({ role }) => roleName(role)).join(m.list_separator())
  switch (status) {
    case 'open':
    case 'warned':
    case 'approved': return null
    case 'log-broken': return m.approval_next_log_broken()
    default:
  }
  if (unmanned.length > 0) return m.approval_next_nobody({ roles: names(unmanned) })
  switch (status) {
    case 'not-submitted': return m.approval_next_not_submitted()
    case 'refused': return m.approval_next_refused()
    case 'lapsed': return m.approval_next_lapsed()
    case 'waiting': return m.approval_next_waiting({ names: open.map(({ role, signers }) => `${roleName(role)} ${signers.filter(({ isStandIn }) => !isStandIn).map(({ person }) => person).join('/')}`.trim()).join(m.list_separator()) })
  }
}

export function changeName(part: VersionChange): string {
  switch (part) {
    case 'price': return m.approval_part_price()
    case 'cost': return m.approval_part_cost()
    case 'terms': return m.approval_part_terms()
    case 'verdict': return m.approval_part_verdict()
  }
}

export function logProblemText(problem: NonNullable<LogState['problem']>): string {
  const index = problem.index + 1
  switch (problem.code) {
    case 'changed': return m.desk_log_changed({ index })
    case 'missing-or-moved': return m.desk_log_missing({ index })
    case 'rewritten': return m.desk_log_rewritten({ index })
    case 'cut-off': return m.desk_log_cut_off({ index: problem.index })
    case 'added': return m.desk_log_added({ index })
    case 'version-changed': return m.desk_log_version({ index })
  }
}

/** Why nothing was written. */
export function failureText(error: unknown): string {
  if (!(error instanceof ORPCError)) return m.approval_failed_other()
  switch (error.code) {
    case 'VERSION_CHANGED':
    case 'NOTHING_TO_SIGN':
    case 'NOT_SUBMITTED': return m.approval_failed_version()
    case 'SIGNED_ALREADY': return m.approval_second_person()
    case 'OWN_BID': return m.approval_failed_own()
    case 'NOT_A_SIGNER': return m.approval_failed_signer()
    case 'LOG_BROKEN': return m.approval_failed_log()
    case 'BUDGET_NOT_FOR_THIS': return m.approval_failed_budget()
    default: return m.approval_failed_other()
  }
}
