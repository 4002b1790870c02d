import { createHash } from 'node:crypto'
import type { TenderDraft } from '#shared/tenders/tender.ts'

/** The same content read twice hashes the same, wherever the file lies. */
export function contentHashOf(draft: TenderDraft): string {
  const { text, description, noticeType, awards, url: _url, evidence: _evidence, confidence: _confidence, ...facts } = draft
  const content = text ?? JSON.stringify([facts, description, awards])
  return createHash('sha256').update(`${noticeType}\n${content}`).digest('hex')
}
