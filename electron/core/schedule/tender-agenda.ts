import type { WorkspaceDb } from '#core/db/workspace.ts'
import { findSchedule } from '#core/schedule/schedule-store.ts'
import { noticesOf } from '#core/tenders/notice-store.ts'
import { chineseWorkingDays } from '#shared/calendar/chinese-working-days.ts'
import { proposeTrack } from '#shared/pricing/propose-track.ts'
import { agendaOf, type AgendaDate } from '#shared/schedule/agenda.ts'
import type { Tender } from '#shared/tenders/tender.ts'

/** A tender's dates, with the track a person chose, else the one its notices speak for. */
export async function agendaOfTender(db: WorkspaceDb, tender: Pick<Tender, 'id' | 'buyer' | 'method' | 'publishedAt' | 'bidDeadline' | 'openingTime'>, today: string): Promise<AgendaDate[]> {
  const schedule = await findSchedule(db, tender.id)
  if (schedule === null) return []
  const notices = await noticesOf(db, tender.id)
  const text = notices.findLast((notice) => notice.text !== null && notice.type !== 'award')?.text ?? null
  const track = schedule.track ?? (text === null ? null : proposeTrack({ text, buyer: tender.buyer }).track)
  return agendaOf(chineseWorkingDays, { ...tender, ...schedule, track, notices }, today)
}
