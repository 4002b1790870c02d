import { z } from 'zod'
import { PersonName } from '#shared/approvals/deal-desk.ts'
import { beijingDay, endOfBeijingDay, startOfBeijingDay } from '#shared/calendar/beijing-time.ts'
import { addDays, daysBetween } from '#shared/calendar/day.ts'
import { MoneyText } from '#shared/decimal.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import { GoDecision } from '#shared/go-no-go/scorecard.ts'
import { SourceKind, TenderStage, UseCase } from '#shared/tenders/tender.ts'
import { Day, Instant } from '#shared/time.ts'

/** Which closing times; all but `between` move on with the day, so that a saved search stays true. */
export const DeadlineWindow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  /** Open, and closing within so many days. */
  z.object({ kind: z.literal('days'), days: z.int().min(1).max(366) }),
  z.object({ kind: z.literal('passed') }),
  z.object({ kind: z.literal('between'), from: Day.nullable(), to: Day.nullable() }),
  z.object({ kind: z.literal('unknown') }),
])
export type DeadlineWindow = z.infer<typeof DeadlineWindow>

const names = z.array(z.string().min(1).max(500)).max(200).default([])

/** What a tender must be like to be shown. Empty lists and nulls ask nothing; within a list any will do. */
export const TenderFilter = z.object({
  query: z.string().max(200).default(''),
  /** Only those with facts a person has yet to check. */
  toReview: z.boolean().default(false),
  stages: z.array(TenderStage).default([]),
  useCases: z.array(UseCase.nullable()).default([]),
  buyers: names,
  agencies: names,
  regions: names,
  /** Null: nobody yet. */
  owners: z.array(PersonName.nullable()).max(200).default([]),
  /** Of our bid on it; null: we have no bid. */
  verdicts: z.array(Verdict.nullable()).default([]),
  /** Null: nothing decided. */
  decisions: z.array(GoDecision.nullable()).default([]),
  sources: z.array(SourceKind).default([]),
  deadline: DeadlineWindow.nullable().default(null),
  deadlineFrom: Instant.nullish(),
  deadlineTo: Instant.nullish(),
  /** CNY: the ceiling, else the budget. */
  worthFrom: MoneyText.nullable().default(null),
  worthTo: MoneyText.nullable().default(null),
})
export type TenderFilter = z.infer<typeof TenderFilter>

export const emptyFilter: TenderFilter = TenderFilter.parse({})

/** The instants between which a window's closing times lie: from inclusive, to exclusive; null is open. `unknown` has no bounds. */
export function deadlineBounds(window: Exclude<DeadlineWindow, { kind: 'unknown' }>, now: string): { from: string | null; to: string | null } {
  switch (window.kind) {
    case 'open':
      return { from: justAfter(now), to: null }
    case 'days':
      return { from: justAfter(now), to: endOfBeijingDay(addDays(beijingDay(now), window.days)) }
    case 'passed':
      return { from: null, to: justAfter(now) }
    case 'between':
      return { from: window.from && startOfBeijingDay(window.from), to: window.to && endOfBeijingDay(window.to) }
  }
}

/** A window of two days the wrong way round finds nothing and is never meant. */
export function isBackwards(window: DeadlineWindow): boolean {
  return window.kind === 'between' && window.from !== null && window.to !== null && daysBetween(window.from, window.to) < 0
}

// The moment itself is already too late to hand in.
const justAfter = (now: string) => new Date(Date.parse(now) + 1).toISOString()
