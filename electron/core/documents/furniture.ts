import { setText, textWidth } from '#core/documents/inline.ts'
import type { Shaper, TextStyle } from '#core/documents/inline.ts'
import { contentWidth, mm } from '#core/documents/page.ts'
import type { Item, Page, Role } from '#core/documents/page.ts'
import { fitText } from '#core/documents/text-chunks.ts'
import type { Setting } from '#core/documents/text-chunks.ts'
import { formatOf, pageNumberOf } from '#shared/documents/document.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { filled } from '#shared/documents/internal-paper.ts'

const oneLine = (shaper: Shaper, text: string, style: TextStyle, x: number, baseline: number, role?: Role): Item[] =>
  setText(shaper, text, style, Number.POSITIVE_INFINITY, 'left').flatMap((line) => line.draw(x, baseline - (style.lineHeight - style.size) / 2 - style.size * 0.88, 0, role))

const headerItems = ({ shaper, styles }: Setting, header: PrintDocument['header'], { geometry }: Page): Item[] => {
  const right = fitText(shaper, header.right, styles.header, contentWidth(geometry) * 0.45)
  const rightWidth = textWidth(shaper, right, styles.header)
  const left = fitText(shaper, header.left, styles.header, contentWidth(geometry) - rightWidth - mm(8))
  const ruleY = geometry.headerBaseline + 5
  return [
    ...oneLine(shaper, left, styles.header, geometry.left, geometry.headerBaseline),
    ...oneLine(shaper, right, styles.header, geometry.right - rightWidth, geometry.headerBaseline),
    { kind: 'line', x1: geometry.left, y1: ruleY, x2: geometry.right, y2: ruleY, width: 0.75 },
  ]
}

const footerItems = ({ shaper, styles }: Setting, { geometry }: Page, text: string): Item[] =>
  oneLine(shaper, text, styles.header, geometry.left + (contentWidth(geometry) - textWidth(shaper, text, styles.header)) / 2, geometry.footerBaseline)

const markStyle: TextStyle = { face: 'sansBold', bold: 'sansBold', size: 1, lineHeight: 1 }

/** As large as the page across allows, whatever the width of its letters. Points. */
const watermarkItem = ({ shaper }: Setting, text: string): Item => {
  const ems = textWidth(shaper, text, markStyle)
  const size = Math.min(110, 304 / ems)
  return { kind: 'watermark', text, size, width: ems * size }
}

/** Header, footer and watermark of one page; pages count from the cover, so that printed and viewer's numbers agree. */
const furnitureOf = (setting: Setting, document: PrintDocument, page: Page, number: number, total: number): Item[] => {
  if (page.isCover) return []
  const { blind } = formatOf(document)
  if (blind !== null) return blind.hasPageNumbers ? footerItems(setting, page, String(number)) : []
  return [...headerItems(setting, document.header, page), ...footerItems(setting, page, filled(pageNumberOf(document), { page: String(number), pages: String(total) }))]
}

/** The pages with what stands on every page; the pages given stay as they are, so that they can be used again. */
export const furnished = (setting: Setting, document: PrintDocument, pages: readonly Page[]): Page[] =>
  pages.map((page, index) => ({
    ...page,
    items: [
      ...(document.watermark === null ? [] : [watermarkItem(setting, document.watermark)]),
      ...page.items,
      ...furnitureOf(setting, document, page, index + 1, pages.length),
    ],
  }))

/** A line of the table of contents or a bookmark; forms are level 0, their headings 1 to 3. */
export type TocEntry = { title: string; page: number; level: number; top: number }

const leader = '…'
const indentPerLevel = mm(6)

const tocEntryItems = ({ shaper, geometry, styles }: Setting, entry: TocEntry, baseline: number, parent: Role): Item[] => {
  const style = styles.tocEntry
  const role: Role = { tag: 'TOCI', parent }
  const number = String(entry.page)
  const numberWidth = textWidth(shaper, number, style)
  const left = geometry.left + entry.level * indentPerLevel
  const title = fitText(shaper, entry.title, style, geometry.right - left - numberWidth - mm(12))
  const from = left + textWidth(shaper, title, style) + 4
  const to = geometry.right - numberWidth - 4
  const dot = textWidth(shaper, leader, style)
  const count = Math.max(0, Math.floor((to - from) / dot))
  return [
    ...oneLine(shaper, title, style, left, baseline, role),
    ...(count > 0 ? oneLine(shaper, leader.repeat(count), style, to - count * dot, baseline, role) : []),
    ...oneLine(shaper, number, style, geometry.right - numberWidth, baseline, role),
    { kind: 'link', x: left, y: baseline - style.size, width: geometry.right - left, height: style.size * 1.4, page: entry.page, role },
  ]
}

const tocTop = mm(16)

/** How many entries one page of contents holds. */
export const tocEntriesPerPage = ({ geometry, styles }: Setting): number => Math.max(1, Math.floor((geometry.bottom - geometry.top - tocTop) / styles.tocEntry.lineHeight))

/** The pages of the table of contents; their number depends only on the number of entries, so page numbers can be filled in last. */
export const tocPages = (setting: Setting, title: string, entries: readonly TocEntry[]): Page[] => {
  const perPage = tocEntriesPerPage(setting)
  const { geometry, shaper, styles, parent } = setting
  const toc: Role = { tag: 'TOC', parent }
  const heading: Role = { tag: 'H1', parent }
  const count = Math.ceil(entries.length / perPage)
  return Array.from({ length: count }, (_, index) => {
    const titleX = geometry.left + (contentWidth(geometry) - textWidth(shaper, title, styles.tocTitle)) / 2
    const items = oneLine(shaper, title, styles.tocTitle, titleX, geometry.top + styles.tocTitle.size, heading)
    entries.slice(index * perPage, (index + 1) * perPage).forEach((entry, row) => items.push(...tocEntryItems(setting, entry, geometry.top + tocTop + (row + 0.75) * styles.tocEntry.lineHeight, toc)))
    return { geometry, items, marks: [], isCover: false }
  })
}
