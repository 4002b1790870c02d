import type { Evidence, Notice, TenderField } from '#shared/tenders/tender.ts'

export type FactProof = { notice: Notice; evidence: Evidence; confidence: number | null }
/** Below this a reader was not sure of what it read. */
const sure = 0.8

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

export const isDoubtful = (proof: FactProof | undefined): boolean => proof?.confidence !== undefined && proof.confidence !== null && proof.confidence < sure

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

export const factFields = ['projectNo', 'title', 'buyer', 'agency', 'method', 'budget', 'ceiling', 'publishedAt', 'bidDeadline', 'openingTime'] as const satisfies readonly TenderField[]

/** Which fact is looked up in which notice's text. `times` makes a second click on the same fact scroll again. */
export type Lookup = { noticeId: string | null; field: string | null; times: number }
