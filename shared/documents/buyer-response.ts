import type { RequirementKind, RequirementMark, Scoring } from '#shared/requirements/requirement.ts'
import type { Deviation, EvidenceRef, ResponseRow, ResponseState } from '#shared/responses/response.ts'
import { stateOf } from '#shared/responses/response.ts'

/** What a buyer reads of a requirement and our answer. Remarks for ourselves (who answers) are not among it. */
export type BuyerResponse = {
  id: string
  clauseNo: string | null
  kind: RequirementKind
  mark: RequirementMark
  isMandatory: boolean
  asked: string
  scoring: Scoring | null
  answer: string | null
  deviation: Deviation | null
  note: string | null
  evidence: readonly EvidenceRef[]
  state: ResponseState
}

export const buyerResponseOf = (row: ResponseRow): BuyerResponse => {
  const { requirement, response } = row
  const { id, clauseNo, kind, mark, isMandatory, text, scoring } = requirement
  const { answer, deviation, note, evidence } = response
  return { id, clauseNo, kind, mark, isMandatory, asked: text, scoring, answer, deviation, note, evidence, state: stateOf(row) }
}

/** The tables that answer requirements: each prints some of them. */
export const responseGroups = {
  qualification: ({ kind, scoring }: BuyerResponse) => scoring === null && kind === 'qualification',
  business: ({ kind, scoring }: BuyerResponse) => scoring === null && (kind === 'business' || kind === 'other'),
  technical: ({ kind, scoring }: BuyerResponse) => scoring === null && kind === 'technical',
  scoring: ({ scoring }: BuyerResponse) => scoring !== null,
} satisfies Record<string, (response: BuyerResponse) => boolean>
