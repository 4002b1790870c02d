import { agendaName } from '#renderer/components/agenda-words.ts'
import { m } from '#renderer/paraglide/messages.js'

/** A date's name as a day of the calendar has room for, the project's name beside it. */
export function shortDateName(code: string): string {
  switch (code) {
    case 'doc-sale-from': return m.calendar_doc_sale_from()
    case 'doc-sale-to': return m.calendar_doc_sale_to()
    case 'questions-until': return m.calendar_questions_until()
    case 'bond-arrives-by': return m.calendar_bond_arrives_by()
    case 'latest-document-objection': return m.calendar_latest_document_objection()
    case 'latest-document-challenge': return m.calendar_latest_document_challenge()
    case 'latest-result-objection': return m.calendar_latest_result_objection()
    case 'latest-result-challenge': return m.calendar_latest_result_challenge()
    case 'latest-complaint': return m.calendar_latest_complaint()
    case 'latest-contract': return m.calendar_latest_contract()
    case 'latest-bond-refund': case 'latest-bond-refund-loser': case 'latest-bond-refund-winner': return m.calendar_latest_bond_refund()
    case 'bond-valid-until': return m.calendar_bond_valid_until()
    case 'bid-valid-until': return m.calendar_bid_valid_until()
    case 'interest-from': return m.calendar_interest_from()
    default: return agendaName(code)
  }
}
