import { m } from '#renderer/paraglide/messages.js'
import type { Confidence } from '#shared/calendar/deadline-rules.ts'

/** Every code a date can have. */
export const agendaCodes = [
  'earliest-bid-deadline',
  'earliest-doc-sale-end',
  'notice-period-end',
  'latest-clarification',
  'latest-document-objection',
  'doc-sale-from',
  'doc-sale-to',
  'questions-until',
  'bond-arrives-by',
  'bid-deadline',
  'opening',
  'bond-valid-until',
  'invoice-due',
  'bid-valid-until',
  'payment-due',
  'interest-from',
  'latest-document-challenge',
  'latest-candidates-publicity',
  'earliest-candidates-publicity-end',
  'latest-result-objection',
  'result-publicity-end',
  'latest-result-challenge',
  'latest-contract',
  'latest-bond-refund-loser',
  'latest-bond-refund-winner',
  'latest-bond-refund',
  'latest-contract-publication',
  'latest-contract-filing',
  'latest-complaint',
  'latest-challenge-reply',
  'latest-result-publication',
] as const

/** A date's name; the code itself where a new rule has no words yet. */
export function agendaName(code: string): string {
  switch (code) {
    case 'earliest-bid-deadline': return m.schedule_earliest_bid_deadline()
    case 'earliest-doc-sale-end': return m.schedule_earliest_doc_sale_end()
    case 'notice-period-end': return m.schedule_notice_period_end()
    case 'latest-clarification': return m.schedule_latest_clarification()
    case 'latest-document-objection': return m.schedule_latest_document_objection()
    case 'doc-sale-from': return m.agenda_doc_sale_from()
    case 'doc-sale-to': return m.agenda_doc_sale_to()
    case 'questions-until': return m.agenda_questions_until()
    case 'bond-arrives-by': return m.agenda_bond_arrives_by()
    case 'bid-deadline': return m.agenda_bid_deadline()
    case 'opening': return m.agenda_opening()
    case 'bond-valid-until': return m.agenda_bond_valid_until()
    case 'invoice-due': return m.agenda_invoice_due()
    case 'bid-valid-until': return m.agenda_bid_valid_until()
    case 'payment-due': return m.agenda_payment_due()
    case 'interest-from': return m.agenda_interest_from()
    case 'latest-document-challenge': return m.agenda_latest_document_challenge()
    case 'latest-candidates-publicity': return m.agenda_latest_candidates_publicity()
    case 'earliest-candidates-publicity-end': return m.agenda_earliest_candidates_publicity_end()
    case 'latest-result-objection': return m.agenda_latest_result_objection()
    case 'result-publicity-end': return m.agenda_result_publicity_end()
    case 'latest-result-challenge': return m.agenda_latest_result_challenge()
    case 'latest-contract': return m.agenda_latest_contract()
    case 'latest-bond-refund-loser': return m.agenda_latest_bond_refund_loser()
    case 'latest-bond-refund-winner': return m.agenda_latest_bond_refund_winner()
    case 'latest-bond-refund': return m.agenda_latest_bond_refund()
    case 'latest-contract-publication': return m.agenda_latest_contract_publication()
    case 'latest-contract-filing': return m.agenda_latest_contract_filing()
    case 'latest-complaint': return m.agenda_latest_complaint()
    case 'latest-challenge-reply': return m.agenda_latest_challenge_reply()
    case 'latest-result-publication': return m.agenda_latest_result_publication()
    default: return code
  }
}

export function sureness(confidence: Confidence): string {
  switch (confidence) {
    case 'law':
      return m.schedule_sure_law()
    case 'secondary':
      return m.schedule_sure_secondary()
    case 'notice':
      return m.schedule_sure_notice()
    case 'memory':
      return m.schedule_sure_memory()
  }
}
