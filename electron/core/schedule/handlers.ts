import { basename } from 'node:path'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { judgeAgain } from '#core/bids/assess-bid.ts'
import { chosenPlace, orWriteFailed } from '#core/files/chosen-place.ts'
import { writeWhole } from '#core/files/whole-file.ts'
import { os } from '#core/os.ts'
import { findSchedule, saveSchedule } from '#core/schedule/schedule-store.ts'
import { agendaOfTender } from '#core/schedule/tender-agenda.ts'
import { progressOfTenders } from '#core/tenders/notice-store.ts'
import { tendersBySeq, type FoundTender } from '#core/tenders/tender-search.ts'
import { chunks, seqsOf } from '#core/tenders/tender-targets.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { icsText, type CalendarEntry } from '#shared/calendar/ics.ts'
import { dayInBeijing } from '#shared/calendar/schedule.ts'
import type { AgendaDate } from '#shared/schedule/agenda.ts'
import type { AgendaEntry } from '#shared/schedule/contract.ts'
import { emptyFilter } from '#shared/tenders/filter.ts'

/** Tenders whose dates concern us. */
const ours = ['watching', 'bidding', 'submitted', 'won'] as const
const mostFollowed = 500
const perPage = 200
const alarmMinutes = [7 * 1440, 3 * 1440, 1440, 120]

export const scheduleHandlers = {
  get: os.schedule.get.handler(async ({ input, context, errors }) => {
    const found = await findSchedule(context.workspace.db, input.tenderId)
    if (found === null) throw errors.NOT_FOUND()
    return found
  }),

  save: os.schedule.save.handler(async ({ input: { tenderId, ...change }, context, errors }) => {
    const { db } = context.workspace
    if ((await findSchedule(db, tenderId)) === null) throw errors.NOT_FOUND()
    await saveSchedule(db, tenderId, change, context.now().toISOString())
    if (change.track !== undefined) await judgeAgain(tenderId, context)
    const saved = await findSchedule(db, tenderId)
    if (saved === null) throw errors.NOT_FOUND()
    return saved
  }),

  agenda: os.schedule.agenda.handler(async ({ input: { from, to }, context }) => {
    const { db } = context.workspace
    const now = context.now().toISOString()
    const seqs = await seqsOf(db, { filter: { ...emptyFilter, stages: [...ours] }, except: [] }, now, { sort: 'updated', descending: true })
    const entries: AgendaEntry[] = []
    const followed = await tendersBySeq(db, seqs.slice(0, mostFollowed))
    const progress = await progressOfTenders(db, followed.map(({ tender }) => tender.id))
    // Of a purchase that was terminated nothing is left to mind.
    for (const { tender, desk } of followed.filter(({ tender: { id } }) => progress.get(id) !== 'terminated')) {
      const dates = await agendaOfTender(db, tender, beijingDay(now))
      for (const date of dates.filter(({ at }) => dayInBeijing(at) >= from && dayInBeijing(at) <= to)) entries.push({ tenderId: tender.id, title: tender.title, stage: tender.stage, owner: desk.owner, ...date })
    }
    entries.sort((a, b) => dayInBeijing(a.at).localeCompare(dayInBeijing(b.at)) || b.at.length - a.at.length || a.at.localeCompare(b.at))
    return { entries, leftOut: Math.max(0, seqs.length - mostFollowed) }
  }),

  exportIcs: os.schedule.exportIcs.handler(async ({ input, context, errors }) => {
    const path = chosenPlace(input.destination, context, errors)
    const now = context.now().toISOString()
    const entries = await calendarEntries(context.workspace.db, await seqsOf(context.workspace.db, input.target, now), input, now)
    await orWriteFailed(writeWhole(path, new TextEncoder().encode(icsText(entries, now))), errors)
    return { fileName: basename(path), entries: entries.length }
  }),
}

async function calendarEntries(db: WorkspaceDb, seqs: readonly number[], { isWithDerived, words }: { isWithDerived: boolean; words: Record<string, string> }, now: string): Promise<CalendarEntry[]> {
  const entries: CalendarEntry[] = []
  for (const some of chunks(seqs, perPage)) {
    for (const found of await tendersBySeq(db, some)) {
      const dates = isWithDerived ? await agendaOfTender(db, found.tender, beijingDay(now)) : deadlineOf(found)
      entries.push(...dates.map((date) => entryOf(found, date, words)))
    }
  }
  return entries
}

function deadlineOf({ tender }: FoundTender): AgendaDate[] {
  return tender.bidDeadline === null ? [] : [{ code: 'bid-deadline', at: tender.bidDeadline, meaning: 'latest', article: null, confidence: null, unannouncedYears: [], amount: null }]
}

function entryOf({ tender, desk }: FoundTender, { code, at, article }: AgendaDate, words: Record<string, string>): CalendarEntry {
  const description = [tender.projectNo, tender.buyer, desk.owner, article, tender.source.url].filter((part) => part !== null).join('\n')
  return { uid: `${tender.id}-${code}@bidwright.invalid`, at, summary: `${words[code] ?? code}: ${tender.title}`, description, alarms: code === 'bid-deadline' ? alarmMinutes : [] }
}
