import type { MountedBidTab } from '#renderer/app/bid-tab.ts'
import { ApprovalsTab } from '#renderer/features/approvals/approvals-tab.tsx'
import { OutcomeTab } from '#renderer/features/outcomes/outcome-tab.tsx'
import { ContestTab } from '#renderer/features/contests/contest-tab.tsx'
import { ScopeBadge, ScopeTab } from '#renderer/features/responses/scope-tab.tsx'
import { RiskTab } from '#renderer/features/risk/risk-tab.tsx'
import { SizingTab } from '#renderer/features/sizing/sizing-tab.tsx'
import { VersionsTab } from '#renderer/features/versions/versions-tab.tsx'
import { m } from '#renderer/paraglide/messages.js'

/** The tabs of a bid that are features of their own, in order. */
export const bidTabs: readonly MountedBidTab[] = [
  { id: 'scope', name: () => m.scope_tab(), place: 'first', Tab: ScopeTab, Badge: ScopeBadge },
  { id: 'sizing', name: () => m.sizing_tab(), place: 'before-documents', Tab: SizingTab },
  { id: 'contest', name: () => m.contest_tab(), place: 'before-documents', Tab: ContestTab },
  { id: 'risk', name: () => m.exposure_tab(), place: 'before-documents', Tab: RiskTab },
  { id: 'approvals', name: () => m.approval_tab(), place: 'after-documents', Tab: ({ bid }) => <ApprovalsTab bidId={bid.id} /> },
  { id: 'outcome', name: () => m.outcome_tab(), place: 'after-documents', Tab: ({ bid }) => <OutcomeTab bidId={bid.id} /> },
  { id: 'versions', name: () => m.version_tab(), place: 'after-documents', Tab: VersionsTab },
]
