import type { NoticeType, TenderDraft, TenderFacts } from '#shared/tenders/tender.ts'

export type FactChange = { field: string; before: string | null; after: string | null }
export type MergeResult = { facts: TenderFacts; changes: FactChange[] }

const textFields = ['projectNo', 'title', 'buyer', 'agency', 'method', 'budget', 'ceiling', 'currency', 'publishedAt', 'bidDeadline', 'openingTime'] as const

/** Notices that state the tender anew; the others (awards, terminations …) may only fill what nobody has said yet. */
const restating: ReadonlySet<NoticeType> = new Set(['tender', 'correction', 'planning', 'singleSource'])

/** What a correction is about is its own; the tender keeps its first title and publication date. */
const keptByCorrections: ReadonlySet<string> = new Set(['title', 'publishedAt', 'method'])

/**
 * Puts what a notice says onto what is known. Silence never erases: a null in the draft leaves the fact as it is.
 * An older notice (by publication) never overrides a newer one; it only fills gaps.
 * `edited` says when a person last set a fact: only a correction published from that day on moves it.
 */
export function mergeDraft(known: TenderFacts, draft: TenderDraft, edited: ReadonlyMap<string, string> = new Map()): MergeResult {
  const overrides = restating.has(draft.noticeType) && !isOlder(draft.publishedAt, known.publishedAt)
  const facts: TenderFacts = { ...known }
  const changes: FactChange[] = []
  for (const field of textFields) {
    const said = draft[field]
    if (said === null || said === known[field]) continue
    if (known[field] !== null && (!overrides || (draft.noticeType === 'correction' && keptByCorrections.has(field)))) continue
    if (isHeld(edited.get(field), draft)) continue
    changes.push({ field, before: known[field], after: said })
    Object.assign(facts, { [field]: said })
  }
  if (draft.lots.length > 0 && (known.lots.length === 0 || (overrides && !isHeld(edited.get('lots'), draft)))) {
    const before = JSON.stringify(known.lots)
    const after = JSON.stringify(draft.lots)
    if (before !== after) {
      changes.push({ field: 'lots', before: known.lots.length === 0 ? null : before, after })
      facts.lots = draft.lots
    }
  }
  return { facts, changes }
}

/** The facts a draft states, for a tender nobody knew. */
export function factsOf(draft: TenderDraft): TenderFacts {
  const { projectNo, title, buyer, agency, method, budget, ceiling, currency, publishedAt, bidDeadline, openingTime, lots } = draft
  return { projectNo, title, buyer, agency, method, budget, ceiling, currency, publishedAt, bidDeadline, openingTime, lots }
}

/** What a person set holds against every notice but a correction of the same day or later. */
function isHeld(editedAt: string | undefined, draft: TenderDraft): boolean {
  if (editedAt === undefined) return false
  return draft.noticeType !== 'correction' || (draft.publishedAt !== null && draft.publishedAt.slice(0, 10) < editedAt.slice(0, 10))
}

/** Compares by day: a day and an instant of the same day are not older than each other. */
function isOlder(published: string | null, than: string | null): boolean {
  return published !== null && than !== null && published.slice(0, 10) < than.slice(0, 10)
}
