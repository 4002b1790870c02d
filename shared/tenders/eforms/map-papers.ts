import type { NoticeFields } from '#shared/tenders/eforms/notice-fields.ts'
import { elementAt, elementsAt, textAt, textOf, type XmlElement } from '#shared/tenders/eforms/xml-element.ts'
import type { Amendment, ListedDocument } from '#shared/tenders/tender.ts'

const longestUrl = 4000

/** The procurement documents of all lots (BT-14, BT-15, restricted ones BT-615), each address once. */
export function mapDocuments(root: XmlElement, fields: NoticeFields): ListedDocument[] {
  const references = [elementAt(root, 'TenderingTerms'), ...elementsAt(root, 'ProcurementProjectLot/TenderingTerms')].flatMap((terms) => elementsAt(terms, 'CallForTendersDocumentReference'))
  const listed = new Map<string, ListedDocument>()
  for (const reference of references) {
    const address = textAt(reference, 'Attachment/ExternalReference/URI')
    const url = address !== null && address.length > longestUrl ? null : address
    const title = fields.text(reference, 'DocumentDescription') ?? textAt(reference, 'ID')
    if (url === null && title === null) continue
    const identity = url ?? title ?? ''
    if (!listed.has(identity)) listed.set(identity, { title: title?.slice(0, 1000) ?? null, type: textAt(reference, 'DocumentType')?.slice(0, 300) ?? null, url, format: null, publishedAt: null })
  }
  return [...listed.values()]
}

/** What a change notice (BT-140, BT-762, BT-141, BT-13716) or a modified contract (BT-200, BT-201, BT-202, BT-1501) says it changes; the date is the notice's own. */
export function mapAmendments(changes: readonly XmlElement[], fields: NoticeFields): Amendment[] {
  return changes.flatMap((change) => {
    const rationale = [textAt(change, 'ChangeReason/ReasonCode'), fields.text(change, 'ChangeReason/ReasonDescription')].filter((part) => part !== null).join(': ')
    const parts = elementsAt(change, 'Change')
    const descriptions = parts.flatMap((part) => fields.text(part, 'ChangeDescription') ?? [])
    const changed = parts.flatMap((part) => elementsAt(part, 'ChangedSection/ChangedSectionIdentifier').flatMap((section) => textOf(section) ?? []))
    if (rationale === '' && descriptions.length === 0 && changed.length === 0) return []
    return [{ date: null, rationale: rationale === '' ? null : rationale, description: descriptions.length === 0 ? null : descriptions.join('\n'), changed: [...new Set(changed)] }]
  })
}
