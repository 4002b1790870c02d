import { m } from '#renderer/paraglide/messages.js'
import type { Confidence } from '#shared/calendar/deadline-rules.ts'
import type { Track } from '#shared/pricing/track.ts'

export function trackName(track: Track): string {
  switch (track) {
    case 'government_procurement': return m.contest_track_gp()
    case 'tender_law_soe': return m.contest_track_tender_law()
    case 'soe_non_mandatory': return m.contest_track_soe()
    case 'eu': return m.contest_track_eu()
    case 'world_bank': return m.contest_track_world_bank()
    case 'poland': return m.contest_track_poland()
    case 'italy': return m.contest_track_italy()
  }
}

export function confidenceName(confidence: Confidence): string {
  switch (confidence) {
    case 'law': return m.contest_confidence_law()
    case 'secondary': return m.contest_confidence_secondary()
    case 'notice': return m.contest_confidence_notice()
    case 'memory': return m.contest_confidence_memory()
  }
}
