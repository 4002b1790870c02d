import { oc } from '@orpc/contract'
import { z } from 'zod'
import { MoneyText } from '#shared/decimal.ts'
import { Assessment } from '#shared/bids/assessment.ts'
import { Notice, Tender, TenderFacts, TenderStage, UseCase } from '#shared/tenders/tender.ts'
import { Instant } from '#shared/time.ts'

export const TenderSort = z.enum(['deadline', 'published', 'value', 'updated'])
export type TenderSort = z.infer<typeof TenderSort>

export const TenderSearch = z.object({
  query: z.string().max(200).default(''),
  stages: z.array(TenderStage).default([]),
  useCases: z.array(UseCase).default([]),
  buyer: z.string().max(500).nullish(),
  deadlineFrom: Instant.nullish(),
  deadlineTo: Instant.nullish(),
  sort: TenderSort.default('deadline'),
  descending: z.boolean().default(false),
  limit: z.int().min(1).max(500).default(100),
  offset: z.int().min(0).default(0),
})
export type TenderSearch = z.infer<typeof TenderSearch>

/** A row of the table: the tender without its long text, and our bid's verdict when there is one. */
export const TenderRow = Tender.omit({ description: true }).extend({
  bid: z.object({ id: z.string(), assessment: Assessment.nullable() }).nullable(),
})
export type TenderRow = z.infer<typeof TenderRow>

export const TenderDetail = z.object({
  tender: Tender,
  /** Oldest first. */
  notices: z.array(Notice),
  bids: z.array(z.object({ id: z.string(), lotNo: z.string().nullable(), title: z.string(), assessment: Assessment.nullable() })),
  /** Awards of this buyer known from other notices, newest first. */
  pastAwards: z.array(z.object({ tenderId: z.string(), title: z.string(), supplier: z.string(), amount: MoneyText.nullable(), publishedAt: z.string().nullable() })),
})
export type TenderDetail = z.infer<typeof TenderDetail>

const id = z.object({ id: z.string() })
const errors = { NOT_FOUND: {}, STALE: { data: z.object({ version: z.int() }) } }

export const tendersContract = {
  search: oc.input(TenderSearch).output(z.object({ total: z.int(), tenders: z.array(TenderRow) })),
  get: oc.errors({ NOT_FOUND: {} }).input(id).output(TenderDetail),
  create: oc.input(TenderFacts).output(Tender),
  update: oc.errors(errors).input(id.extend({ version: z.int(), facts: TenderFacts.partial(), useCase: UseCase.nullish() })).output(Tender),
  setStage: oc.errors({ NOT_FOUND: {} }).input(id.extend({ stage: TenderStage })).output(Tender),
}
