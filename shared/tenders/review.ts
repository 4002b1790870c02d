import type { TenderDraft, TenderField } from '#shared/tenders/tender.ts'

/** Below this a reader was not sure of what it read, and a person looks at it. */
export const sureFrom = 0.8

/** The facts a person may check one by one, in the order of the form. */
export const reviewedFields = ['projectNo', 'title', 'buyer', 'agency', 'method', 'budget', 'ceiling', 'publishedAt', 'bidDeadline', 'openingTime'] as const satisfies readonly TenderField[]
export type ReviewedField = (typeof reviewedFields)[number]

export const isUnsure = (confidence: number | undefined): confidence is number => confidence !== undefined && confidence < sureFrom

/** What a draft put onto a tender: the facts to look at, and those a surer reading has settled. Only fields in `taken` came from the draft. */
export function toReview(draft: Pick<TenderDraft, 'confidence' | 'text'>, taken: readonly string[]): { doubtful: { field: ReviewedField; confidence: number }[]; settled: ReviewedField[] } {
  const fields = draft.text === null ? [] : reviewedFields.filter((field) => taken.includes(field))
  const doubtful = fields.flatMap((field) => {
    const confidence = draft.confidence[field]
    return isUnsure(confidence) ? [{ field, confidence }] : []
  })
  return { doubtful, settled: fields.filter((field) => !doubtful.some((each) => each.field === field)) }
}
