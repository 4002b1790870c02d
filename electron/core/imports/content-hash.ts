import { hash } from 'node:crypto'
import type { TenderDraft } from '#shared/tenders/tender.ts'

/** The same content read twice hashes the same, wherever the file lies. */
export function contentHashOf(draft: TenderDraft): string {
  const { text, description, noticeType, awards, documents, amendments, url: _url, evidence: _evidence, confidence: _confidence, ...facts } = draft
  // A record without documents is hashed as it was before there was a place for them: it stays known.
  const papers = documents.length + amendments.length === 0 ? [] : [documents, amendments]
  const content = draft.kind === 'notice' && text !== null ? text : JSON.stringify([facts, description, awards, ...papers])
  return hash('sha256', `${noticeType}\n${content}`)
}
