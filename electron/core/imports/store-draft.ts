import { forgetAssessments } from '#core/bids/bid-store.ts'
import { contentHashOf } from '#core/imports/content-hash.ts'
import { noteArrival } from '#core/duplicates/merged-into.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import type { bulkWriter } from '#core/tenders/bulk-writer.ts'
import { hasNotice, insertNotice } from '#core/tenders/notice-store.ts'
import { factsOfTender, findTenderFor, insertTender, updateTender, type TenderRecord } from '#core/tenders/tender-store.ts'
import { editedFields, noteDoubts } from '#core/tenders/review-store.ts'
import { factsOf, mergeDraft } from '#shared/tenders/merge-draft.ts'
import { reviewedFields, toReview } from '#shared/tenders/review.ts'
import { proposeUseCase } from '#shared/tenders/use-case.ts'
import type { Notice, TenderDraft } from '#shared/tenders/tender.ts'

export type Stored = { outcome: 'added' | 'updated' | 'unchanged'; tenderId: string }
export type StoreDeps = { now: () => Date; newId: () => string }

/** Puts one draft into the workspace: a new tender, a change to a known one with its history, or nothing new. Call inside a transaction. */
export async function storeDraft(db: WorkspaceDb, draft: TenderDraft, sourceName: string, deps: StoreDeps): Promise<Stored> {
  const contentHash = contentHashOf(draft)
  const known = await findTenderFor(db, draft, contentHash)
  const at = deps.now().toISOString()
  if (!known) {
    const tender = newTender(draft, sourceName, at, deps.newId())
    await insertTender(db, tender)
    await insertNotice(db, tender.id, contentHash, noticeOf(draft, sourceName, at, deps.newId(), []))
    await noteDoubts(db, tender.id, toReview(draft, reviewedFields.filter((field) => draft[field] !== null)))
    return { outcome: 'added', tenderId: tender.id }
  }
  if (await hasNotice(db, known.id, contentHash)) return { outcome: 'unchanged', tenderId: known.id }
  const { facts, changes } = mergeDraft(factsOfTender(known), draft, await editedFields(db, known.id))
  if (changes.length > 0) {
    await updateTender(db, { ...known, ...facts, version: known.version + 1, updatedAt: at }, known.version)
    await forgetAssessments(db, known.id)
  }
  await noteDoubts(db, known.id, toReview(draft, changes.map(({ field }) => field)))
  const noticeId = deps.newId()
  await insertNotice(db, known.id, contentHash, noticeOf(draft, sourceName, at, noticeId, changes))
  if (known.sourceKey !== draft.key) await noteArrival(db, draft.key, noticeId)
  return { outcome: 'updated', tenderId: known.id }
}

function newTender(draft: TenderDraft, sourceName: string, at: string, id: string): TenderRecord {
  // Large packages of structured records are not read word by word; their kind is proposed when the tender is opened.
  const proposed = namesItsOwn(draft) ? null : proposeUseCase(draft.title, draft.description ?? draft.text)
  return {
    ...factsOf(draft),
    id,
    version: 1,
    createdAt: at,
    updatedAt: at,
    stage: 'new',
    useCase: proposed?.isClear === true ? proposed.useCase : null,
    description: draft.description ?? draft.text,
    source: { kind: draft.kind, name: sourceName, url: draft.url },
    isSample: false,
    sourceKey: draft.key,
  }
}

/** A structured source names its processes itself, so a key nobody knows is a new tender without looking further. */
const namesItsOwn = (draft: TenderDraft): boolean => draft.kind === 'ocds' || draft.kind === 'eforms'

/** The quick way for what a large file mostly holds: records that are new, or known word for word. Null: `storeDraft` has to decide. */
export function storeAtOnce(writer: ReturnType<typeof bulkWriter>, draft: TenderDraft, contentHash: string, sourceName: string, deps: StoreDeps): Stored | null {
  const known = writer.known(draft.key, contentHash)
  if (known?.hasNotice === true) return { outcome: 'unchanged', tenderId: known.id }
  if (known !== null || !namesItsOwn(draft)) return null
  const at = deps.now().toISOString()
  const id = deps.newId()
  writer.insertNew({ draft, id, noticeId: deps.newId(), contentHash, at, sourceName })
  return { outcome: 'added', tenderId: id }
}

function noticeOf(draft: TenderDraft, sourceName: string, readAt: string, id: string, changes: Notice['changes']): Notice {
  const { title, publishedAt, url, text, evidence, confidence, awards, documents, amendments } = draft
  return { id, type: draft.noticeType, title, publishedAt, readAt, sourceName, url, text, evidence, confidence, awards, documents, amendments, changes }
}
