import { addDays, daysBetween } from '#shared/calendar/day.ts'
import { type Anchor, type DeadlineRule, deadlineRules, type Method } from '#shared/calendar/deadline-rules.ts'
import { addWorkingDays, rollPastHoliday, unannouncedYears, type WorkingCalendar } from '#shared/calendar/working-days.ts'

export type DeadlineTrack = DeadlineRule['tracks'][number]

/** Known days of a tender, each 'YYYY-MM-DD' in Beijing; what is missing is not derived from. */
export type TenderDays = Partial<Record<Anchor, string | null>>

export type DerivedDate = {
  code: string
  day: string
  /** Before a statutory holiday moved it; equal to `day` otherwise. */
  rawDay: string
  from: Anchor
  meaning: DeadlineRule['meaning']
  article: string
  confidence: DeadlineRule['confidence']
  /** Years on the way whose holidays are not announced: show a warning. */
  unannouncedYears: number[]
}

/** One rule applied to a day. */
export function applyRule(calendar: WorkingCalendar, rule: DeadlineRule, day: string): DerivedDate {
  const rawDay = rule.unit === 'days' ? addDays(day, rule.count) : addWorkingDays(calendar, day, rule.count)
  const derived = rule.rolls ? rollPastHoliday(calendar, rawDay) : rawDay
  const { code, from, meaning, article, confidence } = rule
  const dependsOnCalendar = rule.unit === 'workingDays' || rule.rolls
  return { code, day: derived, rawDay, from, meaning, article, confidence, unannouncedYears: dependsOnCalendar ? unannouncedYears(calendar, day, derived) : [] }
}

/** Every date the law derives from the known days, in order of time; an SOE's free purchase derives none, its document says all. */
export function deriveDates(calendar: WorkingCalendar, track: DeadlineTrack, method: Method, days: TenderDays): DerivedDate[] {
  const rules = deadlineRules.filter(({ tracks, methods }) => tracks.includes(track) && (methods === null || methods.includes(method)))
  const derived = rules.flatMap((rule) => {
    const day = days[rule.from]
    return day ? [applyRule(calendar, rule, day)] : []
  })
  return derived.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
}

/** Finds the rule of a code for a track and method; throws when there is none, which is a bug of the caller. */
export function deadlineRule(code: string, track: DeadlineTrack, method: Method = 'tender'): DeadlineRule {
  const found = deadlineRules.find((rule) => rule.code === code && rule.tracks.includes(track) && (rule.methods === null || rule.methods.includes(method)))
  if (found === undefined) throw new Error(`no rule ${code} for ${track}, ${method}`)
  return found
}

/** Is the time between document and deadline at least the legal minimum? `days` counts calendar days, start excluded. */
export function bidPeriod(calendar: WorkingCalendar, track: DeadlineTrack, method: Method, documentIssued: string, bidDeadline: string): { days: number; isLongEnough: boolean; earliest: DerivedDate } {
  const earliest = applyRule(calendar, deadlineRule('earliest-bid-deadline', track, method), documentIssued)
  return { days: daysBetween(documentIssued, bidDeadline), isLongEnough: bidDeadline >= earliest.day, earliest }
}

/** The last day of the bid's validity: counted from the bid deadline (招标投标法实施条例25条). The bid bond must last as long (26条). */
export function bidValidUntil(bidDeadline: string, validityDays: number): string {
  return addDays(bidDeadline, validityDays)
}

/** End of the days documents are offered when the first day counts too, as many notices do: `count` working days in all. */
export function workingPeriodEnd(calendar: WorkingCalendar, start: string, count: number): string {
  return addWorkingDays(calendar, addDays(start, -1), count)
}
