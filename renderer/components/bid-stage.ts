import { m } from '#renderer/paraglide/messages.js'
import type { BidStage } from '#shared/bids/bid.ts'

export function bidStageName(stage: BidStage): string {
  switch (stage) {
    case 'draft': return m.portfolio_stage_draft()
    case 'submitted': return m.portfolio_stage_submitted()
    case 'won': return m.portfolio_stage_won()
    case 'lost': return m.portfolio_stage_lost()
    case 'withdrawn': return m.portfolio_stage_withdrawn()
  }
}
