import { beijingDay } from '#shared/calendar/beijing-time.ts'
import type { Method } from '#shared/calendar/deadline-rules.ts'
import { deriveDates, type DerivedDate, type TenderDays } from '#shared/calendar/deadlines.ts'
import type { WorkingCalendar } from '#shared/calendar/working-days.ts'
import type { Track } from '#shared/pricing/track.ts'

/** The method a notice names, for the time limits; null when it names none we know (比选, 询比…: the document decides). */
export function methodOf(raw: string | null): Method | null {
  if (raw === null) return null
  if (/磋商/.test(raw)) return 'consultation'
  if (/谈判/.test(raw)) return 'negotiation'
  if (/询价/.test(raw)) return 'inquiry'
  return /招标/.test(raw) ? 'tender' : null
}

export type TenderTimes = {
  track: Track | null
  method: string | null
  /** Day or instant, as the notice has it. */
  publishedAt: string | null
  bidDeadline: string | null
}

/**
 * What the law derives from a tender's notice and deadline. The document counts as issued and offered from the notice on, when
 * `known` does not say otherwise. Empty without a Chinese track or a method whose limits are law.
 */
export function tenderSchedule(calendar: WorkingCalendar, tender: TenderTimes, known: TenderDays = {}): DerivedDate[] {
  const { track } = tender
  // Under tender law a purchase whose notice names no method is a tender.
  const method = methodOf(tender.method) ?? (tender.method === null && track === 'tender_law_soe' ? 'tender' : null)
  if (method === null || (track !== 'government_procurement' && track !== 'tender_law_soe')) return []
  const published = tender.publishedAt === null ? null : dayInBeijing(tender.publishedAt)
  const bidDeadline = tender.bidDeadline === null ? null : beijingDay(tender.bidDeadline)
  return deriveDates(calendar, track, method, { documentIssued: published, docSaleStart: published, noticePublished: published, bidDeadline, ...known })
}

/** The Beijing day of a day or an instant, as `publishedAt` holds either. */
export function dayInBeijing(text: string): string {
  return text.length === 10 ? text : beijingDay(text)
}
