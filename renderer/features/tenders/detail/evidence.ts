import type { RequirementSource } from '#shared/requirements/requirement.ts'
import { reviewedFields } from '#shared/tenders/review.ts'
import type { Evidence, Notice } from '#shared/tenders/tender.ts'

export type FactProof = { notice: Notice; evidence: Evidence; confidence: number | null }

/** Where each fact was read: the newest notice that says it, unless a person changed the fact after that notice was read. */
export function proofsOf(notices: readonly Notice[]): Map<string, FactProof> {
  const proofs = new Map<string, FactProof>()
  for (const notice of [...notices].toSorted((a, b) => a.readAt.localeCompare(b.readAt))) {
    if (notice.sourceName === 'manual') for (const { field } of notice.changes) proofs.delete(field)
    if (notice.text === null) continue
    for (const [field, evidence] of Object.entries(notice.evidence)) proofs.set(field, { notice, evidence, confidence: notice.confidence[field] ?? null })
  }
  return proofs
}

export type Piece = { text: string; field: string | null }

/** The text cut at its evidence, in order; of overlapping spans the one that starts first wins. */
export function cutAtEvidence(text: string, evidence: Readonly<Record<string, Evidence>>): Piece[] {
  const spans = Object.entries(evidence)
    .filter(([, { start, end }]) => start < end && end <= text.length)
    .toSorted(([, a], [, b]) => a.start - b.start || b.end - a.end)
  const pieces: Piece[] = []
  let at = 0
  for (const [field, { start, end }] of spans) {
    if (start < at) continue
    if (start > at) pieces.push({ text: text.slice(at, start), field: null })
    pieces.push({ text: text.slice(start, end), field })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), field: null })
  return pieces
}

export const factFields = reviewedFields

/** What is looked up beside the facts: a fact in a notice, or the place of a requirement. `times` makes a second click scroll again. */
export type Lookup = { noticeId: string | null; field: string | null; place: RequirementSource | null; times: number }
