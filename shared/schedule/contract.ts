import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Confidence } from '#shared/calendar/deadline-rules.ts'
import { MoneyText } from '#shared/decimal.ts'
import { Track } from '#shared/pricing/track.ts'
import { KnownDates } from '#shared/schedule/known-dates.ts'
import { TenderTarget } from '#shared/tenders/contract.ts'
import { TenderStage } from '#shared/tenders/tender.ts'
import { Day } from '#shared/time.ts'

/** `track`: what a person chose; the proposal is made from the notices. `isMuted`: no desktop notices for this tender. */
export const TenderSchedule = z.object({ known: KnownDates, track: Track.nullable(), bidValidityDays: z.int().nullable(), isMuted: z.boolean() })
export type TenderSchedule = z.infer<typeof TenderSchedule>

export const AgendaEntry = z.object({
  tenderId: z.string(),
  title: z.string(),
  stage: TenderStage,
  owner: z.string().nullable(),
  code: z.string(),
  at: z.string(),
  meaning: z.enum(['earliest', 'latest', 'moment']),
  article: z.string().nullable(),
  confidence: Confidence.nullable(),
  unannouncedYears: z.array(z.int()),
  amount: MoneyText.nullable(),
})
export type AgendaEntry = z.infer<typeof AgendaEntry>

const id = z.object({ tenderId: z.string() })
const missing = { NOT_FOUND: {} }

export const scheduleContract = {
  get: oc.errors(missing).input(id).output(TenderSchedule),
  save: oc.errors(missing).input(id.extend({ known: KnownDates.optional(), track: Track.nullable().optional(), isMuted: z.boolean().optional() })).output(TenderSchedule),
  /** Dates of tenders we follow, bid for or won, from the first day to the last (Beijing), soonest first; of very many only those changed last are looked at. */
  agenda: oc.input(z.object({ from: Day, to: Day })).output(z.object({ entries: z.array(AgendaEntry), leftOut: z.int() })),
  /** A calendar file of chosen tenders; `words` name each code, in the language of the person. */
  exportIcs: oc
    .errors({ DESTINATION_UNKNOWN: {}, WRITE_FAILED: { data: z.object({ reason: z.string() }) } })
    .input(z.object({ destination: z.string(), target: TenderTarget, isWithDerived: z.boolean(), words: z.record(z.string(), z.string()) }))
    .output(z.object({ fileName: z.string(), entries: z.int() })),
}
