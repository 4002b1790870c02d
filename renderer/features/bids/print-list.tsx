import { paperFrame } from '#renderer/components/print/paper-frame.ts'
import { ReportButton } from '#renderer/components/print/report-button.tsx'
import { flagLook, flagName } from '#renderer/components/flag-chip/flag-chip.tsx'
import { bidStageName } from '#renderer/components/bid-stage.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { BidRow } from '#shared/bids/contract.ts'
import { BidStage } from '#shared/bids/bid.ts'
import { BidColumn } from '#shared/reports/bid-list.ts'
import { Verdict } from '#shared/estimate/verdict.ts'

/** Prints the bids in sight, in their order. */
export function PrintList({ rows, filter }: { rows: readonly BidRow[]; filter: string }) {
  const note = () => [m.report_bids_note({ count: rows.length }), ...(filter.trim() === '' ? [] : [m.report_filtered({ filter: filter.trim() })])].join('　').slice(0, 500)
  return <ReportButton title={m.bids_title()} isDisabled={rows.length === 0} report={() => ({ name: 'bids', title: m.bids_title(), note: note(), columns: BidColumn.options.map((id) => ({ id, heading: heading(id) })), words: words(), frame: paperFrame(), ids: rows.map(({ id }) => id) })} />
}

const words = (): Record<string, string> => Object.fromEntries([...BidStage.options.map((stage) => [stage, bidStageName(stage)]), ...Verdict.options.map((verdict) => [verdict, flagName(flagLook(verdict))])])

function heading(column: BidColumn): string {
  switch (column) {
    case 'title': return m.bids_col_title()
    case 'projectNo': return m.column_project_no()
    case 'lot': return m.report_bid_lot()
    case 'buyer': return m.bids_col_buyer()
    case 'deadline': return m.bids_col_deadline()
    case 'stage': return m.report_bid_stage()
    case 'offer': return m.bids_col_offer()
    case 'margin': return m.bids_col_margin()
    case 'loss': return m.bids_col_loss()
    case 'verdict': return m.bids_col_verdict()
  }
}
