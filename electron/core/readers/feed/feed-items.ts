import { parseXml } from '#core/readers/eforms/parse-xml.ts'
import { rejected, type Refused } from '#core/readers/open-text.ts'
import { readNoticeText } from '#core/readers/notice/read-notice.ts'
import { pageText } from '#core/readers/notice/page-text.ts'
import type { Reading } from '#core/readers/reading.ts'
import { isoDayOrInstant } from '#shared/tenders/iso-moment.ts'
import { elementAt, elementsAt, textAt, textOf, type XmlElement } from '#shared/tenders/eforms/xml-element.ts'

/** The items of RSS 2.0, RSS 1.0 or Atom. */
export function feedItems(text: string): { ok: true; items: XmlElement[] } | Refused {
  const parsed = parseXml(text)
  if (!parsed.ok) return { ok: false, code: 'syntax', message: parsed.message }
  const { root } = parsed
  if (root.name === 'rss') return { ok: true, items: elementsAt(root, 'channel/item') }
  if (root.name === 'RDF') return { ok: true, items: elementsAt(root, 'item') }
  return root.name === 'feed' ? { ok: true, items: elementsAt(root, 'entry') } : { ok: false, code: 'kind-unknown', message: 'neither RSS nor Atom' }
}

function linkOf(item: XmlElement): string | null {
  const atom = elementsAt(item, 'link').find((link) => (link.attributes['rel'] ?? 'alternate') === 'alternate' && link.attributes['href'] !== undefined)
  const link = atom?.attributes['href'] ?? textAt(item, 'link') ?? textAt(item, 'guid')
  return link !== null && link.length <= 2000 && /^https?:\/\//i.test(link) ? link : null
}

function publishedAt(item: XmlElement): string | null {
  const text = textAt(item, 'pubDate') ?? textAt(item, 'published') ?? textAt(item, 'updated') ?? textAt(item, 'date')
  if (text === null) return null
  const iso = isoDayOrInstant(text)
  if (iso !== null) return iso
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** One item as a notice: its title above its text, read like any other; what the item itself states (address, date) comes first. */
export function readItem(item: XmlElement, row: number): Reading {
  const title = textOf(elementAt(item, 'title'))
  if (title === null) return rejected('field-missing', 'the item has no title', row, 'title')
  const html = elementAt(item, 'encoded')?.text ?? elementAt(item, 'content')?.text ?? elementAt(item, 'description')?.text ?? elementAt(item, 'summary')?.text ?? ''
  const url = linkOf(item)
  const published = publishedAt(item)
  const reading = readNoticeText(`${title}\n${pageText(html)}`)
  if (reading.ok) return { ...reading, row, draft: { ...reading.draft, url: reading.draft.url ?? url, publishedAt: reading.draft.publishedAt ?? published } }
  return { ok: false, issue: { ...reading.issue, row } }
}
