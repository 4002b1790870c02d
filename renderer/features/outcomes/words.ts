import { m } from '#renderer/paraglide/messages.js'
import type { BidStage } from '#shared/bids/bid.ts'
import type { OutcomeReason } from '#shared/outcomes/outcome.ts'

export function outcomeStageName(stage: BidStage): string {
  switch (stage) {
    case 'draft': return m.outcome_draft()
    case 'submitted': return m.outcome_submitted()
    case 'won': return m.outcome_won()
    case 'lost': return m.outcome_lost()
    case 'withdrawn': return m.outcome_withdrawn()
  }
}

export function reasonName(reason: OutcomeReason): string {
  switch (reason) {
    case 'price': return m.outcome_reason_price()
    case 'technical-score': return m.outcome_reason_technical_score()
    case 'references': return m.outcome_reason_references()
    case 'relationship': return m.outcome_reason_relationship()
    case 'delivery': return m.outcome_reason_delivery()
    case 'qualification': return m.outcome_reason_qualification()
    case 'rejected-formally': return m.outcome_reason_rejected_formally()
    case 'abnormally-low': return m.outcome_reason_abnormally_low()
    case 'tender-cancelled': return m.outcome_reason_tender_cancelled()
    case 'capacity': return m.outcome_reason_capacity()
    case 'loss-refused': return m.outcome_reason_loss_refused()
    case 'other': return m.outcome_reason_other()
  }
}
