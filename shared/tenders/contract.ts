import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PersonName } from '#shared/approvals/deal-desk.ts'
import { MoneyText } from '#shared/decimal.ts'
import { Assessment } from '#shared/bids/assessment.ts'
import { TenderColumn } from '#shared/tenders/columns.ts'
import { TenderDesk } from '#shared/tenders/desk.ts'
import { TenderFilter } from '#shared/tenders/filter.ts'
import { Progress } from '#shared/tenders/progress.ts'
import { reviewedFields } from '#shared/tenders/review.ts'
import { Notice, Tender, TenderFacts, TenderStage, UseCase } from '#shared/tenders/tender.ts'
import { Instant } from '#shared/time.ts'

export const TenderSort = z.enum(['deadline', 'published', 'value', 'updated', 'title', 'buyer', 'agency', 'projectNo', 'stage', 'owner', 'region', 'useCase', 'decision', 'score'])
export type TenderSort = z.infer<typeof TenderSort>

/** `asOf`: the moment that tells what is open, for pages of one list: a tender that closes between two of them would stand on both or on neither. Null: now. */
const moment = { asOf: Instant.nullable().default(null) }

export const TenderSearch = TenderFilter.extend({
  ...moment,
  sort: TenderSort.default('deadline'),
  descending: z.boolean().default(false),
  limit: z.int().min(1).max(500).default(100),
  offset: z.int().min(0).default(0),
  /** `later`: where counting would keep the page waiting, it comes without; `count` counts. */
  counting: z.enum(['now', 'later']).default('now'),
})
export type TenderSearch = z.infer<typeof TenderSearch>
export type TenderOrder = Pick<TenderSearch, 'sort' | 'descending'>

/** A row of the table: the tender without its long text, what our desk says of it, how far it has come, and our bid's verdict when there is one. */
export const TenderRow = Tender.omit({ description: true }).extend({
  desk: TenderDesk,
  progress: Progress,
  bid: z.object({ id: z.string(), assessment: Assessment.nullable() }).nullable(),
})
export type TenderRow = z.infer<typeof TenderRow>

const ReviewedField = z.enum(reviewedFields)

export const TenderDetail = z.object({
  tender: Tender,
  /** Facts read with low confidence that nobody has accepted or corrected yet. */
  toReview: z.array(ReviewedField),
  /** What kind of work the tender's own words speak of, where it is not set. */
  useCaseProposal: z.object({ useCase: UseCase, words: z.array(z.string()) }).nullable(),
  desk: TenderDesk,
  /** Oldest first. */
  notices: z.array(Notice),
  bids: z.array(z.object({ id: z.string(), lotNo: z.string().nullable(), title: z.string(), assessment: Assessment.nullable() })),
  /** Awards of this buyer known from other notices, newest first. */
  pastAwards: z.array(z.object({ tenderId: z.string(), title: z.string(), supplier: z.string(), amount: MoneyText.nullable(), publishedAt: z.string().nullable() })),
})
export type TenderDetail = z.infer<typeof TenderDetail>

/** Tenders chosen one by one, or all that a filter finds but some. */
export const TenderTarget = z.union([z.object({ ids: z.array(z.string()).max(10_000) }), z.object({ filter: TenderFilter, except: z.array(z.string()).max(10_000) })])
export type TenderTarget = z.infer<typeof TenderTarget>

export const TenderChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage'), stage: TenderStage }),
  z.object({ kind: z.literal('owner'), owner: PersonName.nullable() }),
  z.object({ kind: z.literal('useCase'), useCase: UseCase.nullable() }),
  z.object({ kind: z.literal('delete') }),
])
export type TenderChange = z.infer<typeof TenderChange>

/** `kept`: tenders that cannot be deleted because we bid for them. `undoId` is null when nothing changed. */
export const ChangedTenders = z.object({ changed: z.int(), kept: z.int(), undoId: z.string().nullable() })
export type ChangedTenders = z.infer<typeof ChangedTenders>

/** The heading of each column and the words for its codes, in the language of the person who exports. */
export const TenderExport = z.object({
  destination: z.string(),
  format: z.enum(['csv', 'xlsx']),
  target: TenderTarget,
  sort: TenderSort,
  descending: z.boolean(),
  sheetName: z.string().min(1).max(31),
  columns: z.array(z.object({ id: TenderColumn, heading: z.string().max(100) })).min(1),
  words: z.record(z.string(), z.string()),
})
export type TenderExport = z.infer<typeof TenderExport>

/** What may be the same purchase: same number, or same buyer and much the same title. */
export const SimilarTender = z.object({ id: z.string(), title: z.string(), projectNo: z.string().nullable(), buyer: z.string().nullable(), why: z.enum(['project-no', 'title']) })
export type SimilarTender = z.infer<typeof SimilarTender>

const id = z.object({ id: z.string() })
const errors = { NOT_FOUND: {}, STALE: { data: z.object({ version: z.int() }) } }
const written = { DESTINATION_UNKNOWN: {}, WRITE_FAILED: { data: z.object({ reason: z.string() }) } }

export const tendersContract = {
  search: oc.input(TenderSearch).output(z.object({ /** At least so many where they are not counted yet. */ total: z.int(), isCounted: z.boolean(), tenders: z.array(TenderRow) })),
  count: oc.input(TenderFilter.extend(moment)).output(z.object({ total: z.int() })),
  /** For each tender the piece of its text the words were found in, with the marks' places in it; tenders whose title says it all are left out. */
  snippets: oc
    .input(z.object({ query: z.string().max(200), ids: z.array(z.string()).max(200) }))
    .output(z.array(z.object({ id: z.string(), text: z.string(), marks: z.array(z.tuple([z.int(), z.int()])) }))),
  /** The commonest values of a field among all tenders, for the filter. */
  values: oc
    .input(z.object({ field: z.enum(['buyer', 'agency', 'region']), contains: z.string().max(100), limit: z.int().min(1).max(100).default(50) }))
    .output(z.array(z.object({ value: z.string(), count: z.int() }))),
  similar: oc.input(z.object({ title: z.string().max(1000), buyer: z.string().max(500).nullable(), projectNo: z.string().max(300).nullable() })).output(z.array(SimilarTender)),
  get: oc.errors({ NOT_FOUND: {} }).input(id).output(TenderDetail),
  create: oc.input(TenderFacts).output(Tender),
  update: oc.errors(errors).input(id.extend({ version: z.int(), facts: TenderFacts.partial(), useCase: UseCase.nullish() })).output(Tender),
  /** How many tenders, and facts in all, wait to be checked. */
  reviewCount: oc.output(z.object({ tenders: z.int(), facts: z.int() })),
  /** Takes a fact off the list as it is, or puts it back. */
  acceptFact: oc.errors({ NOT_FOUND: {} }).input(id.extend({ field: ReviewedField, isAccepted: z.boolean() })).output(id),
  setStage: oc.errors({ NOT_FOUND: {} }).input(id.extend({ stage: TenderStage })).output(Tender),
  change: oc.input(z.object({ target: TenderTarget, change: TenderChange })).output(ChangedTenders),
  /** Takes a change of many back; `lost` counts what could not be (read in again meanwhile). */
  undo: oc.errors({ NOT_FOUND: {} }).input(z.object({ undoId: z.string() })).output(z.object({ restored: z.int(), lost: z.int() })),
  export: oc.errors(written).input(TenderExport).output(z.object({ fileName: z.string(), rows: z.int() })),
}
