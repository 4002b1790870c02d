import { isoDayOrInstant } from '#shared/tenders/iso-moment.ts'
import { isOcdsObject, member, plainText, type OcdsObject, type OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'
import type { Amendment, ListedDocument } from '#shared/tenders/tender.ts'

const longestUrl = 4000

function objectsIn(value: OcdsValue | undefined): OcdsObject[] {
  if (Array.isArray(value)) return value.filter((item) => isOcdsObject(item))
  return isOcdsObject(value) ? [value] : []
}

const clipped = (text: string | null, length: number): string | null => (text === null || text.length <= length ? text : text.slice(0, length))

/** A pointer with an unreadable date is still a pointer: its date is unknown. */
function dayOf(value: OcdsValue | undefined): string | null {
  const text = plainText(value)
  return text === null ? null : isoDayOrInstant(text)
}

function documentOf(document: OcdsObject): ListedDocument | null {
  const title = plainText(document['title']) ?? plainText(document['description'])
  const address = plainText(document['url'])
  const url = address !== null && address.length > longestUrl ? null : address
  if (title === null && url === null) return null
  return {
    title: clipped(title, 1000),
    type: clipped(plainText(document['documentType']), 300),
    url,
    format: clipped(plainText(document['format']), 300),
    publishedAt: dayOf(document['datePublished']) ?? dayOf(document['dateModified']),
  }
}

/** The documents of the planning, the tender and its awards, in that order, each address once. */
export function mapDocuments(release: OcdsObject): ListedDocument[] {
  const holders = [release['planning'], release['tender'], ...objectsIn(release['awards'])]
  const listed: ListedDocument[] = []
  const seen = new Set<string>()
  for (const holder of holders) {
    for (const document of objectsIn(member(holder, 'documents'))) {
      const found = documentOf(document)
      if (found === null) continue
      const identity = found.url ?? `${found.type ?? ''} ${found.title ?? ''}`
      if (seen.has(identity)) continue
      seen.add(identity)
      listed.push(found)
    }
  }
  return listed
}

function amendmentOf(amendment: OcdsObject): Amendment | null {
  const changed = objectsIn(amendment['changes']).flatMap((change) => plainText(change['property']) ?? [])
  const found = { date: dayOf(amendment['date']), rationale: plainText(amendment['rationale']), description: plainText(amendment['description']), changed }
  return found.date === null && found.rationale === null && found.description === null && changed.length === 0 ? null : found
}

/** What the release says it amended: `amendments` (1.1) and the one `amendment` (1.0) of the tender, its awards and contracts. */
export function mapAmendments(release: OcdsObject): Amendment[] {
  const amended = [release['tender'], ...objectsIn(release['awards']), ...objectsIn(release['contracts'])]
  return amended.flatMap((part) => [...objectsIn(member(part, 'amendments')), ...objectsIn(member(part, 'amendment'))].flatMap((amendment) => amendmentOf(amendment) ?? []))
}
