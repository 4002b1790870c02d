import { z } from 'zod'
import { MoneyText } from '#shared/decimal.ts'
import { Track } from '#shared/pricing/track.ts'
import { Day, Instant } from '#shared/time.ts'

/** A place in the notice's text: `text` is exactly source.slice(start, end). */
export const Evidence = z.object({ text: z.string(), start: z.int().min(0), end: z.int().min(0) })
export type Evidence = z.infer<typeof Evidence>

export const NoticeType = z.enum(['tender', 'correction', 'candidates', 'award', 'termination', 'planning', 'singleSource', 'other'])
export type NoticeType = z.infer<typeof NoticeType>

/** Where a tender stands with us, in the order of the board. */
export const TenderStage = z.enum(['new', 'watching', 'bidding', 'submitted', 'won', 'lost', 'dropped'])
export type TenderStage = z.infer<typeof TenderStage>

export const UseCase = z.enum(['knowledge-assistant', 'code-generation', 'data-analysis', 'process-automation', 'other'])
export type UseCase = z.infer<typeof UseCase>

export const Lot = z.object({ no: z.string().max(100), name: z.string().max(500).nullable(), budget: MoneyText.nullable(), ceiling: MoneyText.nullable() })
export type Lot = z.infer<typeof Lot>

export const Award = z.object({ supplier: z.string().max(500), amount: MoneyText.nullable(), lotNo: z.string().max(100).nullable() })
export type Award = z.infer<typeof Award>

/** A document of the tender as its source lists it; nothing of it is fetched. `type` is the publisher's word or code ('biddingDocuments'). */
export const ListedDocument = z.object({ title: z.string().max(1000).nullable(), type: z.string().max(300).nullable(), url: z.string().max(4000).nullable(), format: z.string().max(300).nullable(), publishedAt: z.union([Day, Instant]).nullable() })
export type ListedDocument = z.infer<typeof ListedDocument>

/** What a source says it changed in an earlier publication; `changed` are the source's own names of the fields. */
export const Amendment = z.object({ date: z.union([Day, Instant]).nullable(), rationale: z.string().nullable(), description: z.string().nullable(), changed: z.array(z.string()) })
export type Amendment = z.infer<typeof Amendment>

/** What every source says about a tender: unknown is null. Amounts are in `currency`. */
export const TenderFacts = z.object({
  projectNo: z.string().max(300).nullable(),
  title: z.string().min(1).max(1000),
  buyer: z.string().max(500).nullable(),
  agency: z.string().max(500).nullable(),
  method: z.string().max(200).nullable(),
  budget: MoneyText.nullable(),
  ceiling: MoneyText.nullable(),
  currency: z.string().regex(/^[A-Z]{3}$/).nullable(),
  publishedAt: z.union([Day, Instant]).nullable(),
  bidDeadline: Instant.nullable(),
  openingTime: Instant.nullable(),
  lots: z.array(Lot).max(2000),
})
export type TenderFacts = z.infer<typeof TenderFacts>
export type TenderField = Exclude<keyof TenderFacts, 'lots' | 'currency'>

export const SourceKind = z.enum(['notice', 'ocds', 'eforms', 'table', 'manual', 'sample'])
export type SourceKind = z.infer<typeof SourceKind>

/** One reading of one source about one tender: what a reader hands to the import. Nothing is stored yet. */
export const TenderDraft = TenderFacts.extend({
  /** The same tender from the same kind of source has the same key; e.g. 'ocds:ocds-213czf-1', 'notice:0701-24'. */
  key: z.string().min(1).max(600),
  kind: SourceKind,
  noticeType: NoticeType,
  awards: z.array(Award).max(5000),
  documents: z.array(ListedDocument).max(5000),
  amendments: z.array(Amendment).max(5000),
  description: z.string().nullable(),
  url: z.string().max(2000).nullable(),
  /** The text the facts were read from, as shown beside them; null where the source is structured data. */
  text: z.string().nullable(),
  evidence: z.record(z.string(), Evidence),
  confidence: z.record(z.string(), z.number().min(0).max(1)),
})
export type TenderDraft = z.infer<typeof TenderDraft>

/** One stored notice of a tender: the history. */
export const Notice = z.object({
  id: z.string(),
  type: NoticeType,
  title: z.string(),
  publishedAt: z.union([Day, Instant]).nullable(),
  readAt: Instant,
  sourceName: z.string(),
  url: z.string().nullable(),
  text: z.string().nullable(),
  evidence: z.record(z.string(), Evidence),
  confidence: z.record(z.string(), z.number().min(0).max(1)),
  awards: z.array(Award),
  documents: z.array(ListedDocument),
  amendments: z.array(Amendment),
  /** Facts of the tender this notice changed. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
export type Notice = z.infer<typeof Notice>

export const Tender = TenderFacts.extend({
  id: z.string(),
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
  stage: TenderStage,
  useCase: UseCase.nullable(),
  description: z.string().nullable(),
  source: z.object({ kind: SourceKind, name: z.string(), url: z.string().nullable() }),
  isSample: z.boolean(),
  /** The law a person says it is bought under; absent or null: as its notices propose. */
  track: Track.nullable().optional(),
})
export type Tender = z.infer<typeof Tender>
