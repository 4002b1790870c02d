import { m } from '#renderer/paraglide/messages.js'
import type { DerivedDate } from '#shared/calendar/deadlines.ts'
import type { Track } from '#shared/pricing/track.ts'

export function trackName(track: Track): string {
  switch (track) {
    case 'government_procurement':
      return m.schedule_track_government()
    case 'tender_law_soe':
      return m.schedule_track_tender_law()
    case 'soe_non_mandatory':
      return m.schedule_track_free()
    case 'eu':
    case 'world_bank':
    case 'poland':
    case 'italy':
      return m.schedule_track_abroad()
  }
}

/** The rules that count from a notice or a closing time; the code itself where a new rule has no words yet. */
export function ruleName(code: string): string {
  switch (code) {
    case 'earliest-bid-deadline':
      return m.schedule_earliest_bid_deadline()
    case 'earliest-doc-sale-end':
      return m.schedule_earliest_doc_sale_end()
    case 'notice-period-end':
      return m.schedule_notice_period_end()
    case 'latest-clarification':
      return m.schedule_latest_clarification()
    case 'latest-document-objection':
      return m.schedule_latest_document_objection()
    default:
      return code
  }
}

export function sureness(confidence: DerivedDate['confidence']): string {
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
