import { m } from '#renderer/paraglide/messages.js'
import type { ListedDocument, Notice } from '#shared/tenders/tender.ts'

/** What the notices list, the newest first; what several list is shown once, as the newest says it. */
export function listedDocuments(notices: readonly Notice[]): ListedDocument[] {
  const listed = new Map<string, ListedDocument>()
  for (const { documents } of notices.toReversed()) {
    for (const document of documents) {
      const identity = document.url ?? `${document.type ?? ''} ${document.title ?? ''}`
      if (!listed.has(identity)) listed.set(identity, document)
    }
  }
  return [...listed.values()]
}

/** Words for the codes of OCDS and eForms that are met most; another publisher's word stays as it is. */
export function documentTypeName(type: string): string {
  switch (type) {
    case 'tenderNotice':
      return m.document_type_notice()
    case 'biddingDocuments':
    case 'non-restricted-document':
      return m.document_type_bidding()
    case 'restricted-document':
      return m.document_type_restricted()
    case 'technicalSpecifications':
      return m.document_type_specifications()
    case 'evaluationCriteria':
      return m.document_type_criteria()
    case 'clarifications':
      return m.document_type_clarifications()
    case 'awardNotice':
      return m.document_type_award()
    default:
      return type
  }
}
