import { createHash } from 'node:crypto'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { hasNotice, insertNotice } from '#core/tenders/notice-store.ts'
import { factsOfTender, findTenderFor, insertTender, updateTender, type TenderRecord } from '#core/tenders/tender-store.ts'
import { factsOf, mergeDraft } from '#shared/tenders/merge-draft.ts'
import type { Notice, TenderDraft } from '#shared/tenders/tender.ts'

export type Stored = { outcome: 'added' | 'updated' | 'unchanged'; tenderId: string }
export type StoreDeps = { now: () => Date; newId: () => string }

/** Puts one draft into the workspace: a new tender, a change to a known one with its history, or nothing new. Call inside a transaction. */
export async function storeDraft(db: WorkspaceDb, draft: TenderDraft, sourceName: string, deps: StoreDeps): Promise<Stored> {
  const contentHash = hashOf(draft)
  const known = await findTenderFor(db, draft)
  const at = deps.now().toISOString()
  if (!known) {
    const tender: TenderRecord = {
      ...factsOf(draft),
      id: deps.newId(),
      version: 1,
      createdAt: at,
      updatedAt: at,
      stage: 'new',
      useCase: null,
      description: draft.description ?? draft.text,
      source: { kind: draft.kind, name: sourceName, url: draft.url },
      isSample: false,
      sourceKey: draft.key,
    }
    await insertTender(db, tender)
    await insertNotice(db, tender.id, contentHash, noticeOf(draft, sourceName, at, deps.newId(), []))
    return { outcome: 'added', tenderId: tender.id }
  }
  if (await hasNotice(db, known.id, contentHash)) return { outcome: 'unchanged', tenderId: known.id }
  const { facts, changes } = mergeDraft(factsOfTender(known), draft)
  if (changes.length > 0) {
    await updateTender(db, { ...known, ...facts, version: known.version + 1, updatedAt: at }, known.version)
  }
  await insertNotice(db, known.id, contentHash, noticeOf(draft, sourceName, at, deps.newId(), changes))
  return { outcome: 'updated', tenderId: known.id }
}

function noticeOf(draft: TenderDraft, sourceName: string, readAt: string, id: string, changes: Notice['changes']): Notice {
  const { title, publishedAt, url, text, evidence, confidence, awards } = draft
  return { id, type: draft.noticeType, title, publishedAt, readAt, sourceName, url, text, evidence, confidence, awards, changes }
}

/** The same content read twice hashes the same, wherever the file lies. */
function hashOf(draft: TenderDraft): string {
  const { text, description, noticeType, awards, url: _url, evidence: _evidence, confidence: _confidence, ...facts } = draft
  const content = text ?? JSON.stringify([facts, description, awards])
  return createHash('sha256').update(`${noticeType}\n${content}`).digest('hex')
}
