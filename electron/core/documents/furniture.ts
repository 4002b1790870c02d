import { fitText } from '#core/documents/blocks.ts'
import type { Setting } from '#core/documents/blocks.ts'
import { setText, textWidth } from '#core/documents/inline.ts'
import type { Shaper, TextStyle } from '#core/documents/inline.ts'
import { contentWidth, mm } from '#core/documents/page.ts'
import type { Item, Page } from '#core/documents/page.ts'
import { headerStyle, tocEntryStyle, tocTitleStyle } from '#core/documents/styles.ts'
import type { PrintDocument } from '#shared/documents/document.ts'

const oneLine = (shaper: Shaper, text: string, style: TextStyle, x: number, baseline: number): Item[] =>
  setText(shaper, text, style, Number.POSITIVE_INFINITY, 'left').flatMap((line) => line.draw(x, baseline - (style.lineHeight - style.size) / 2 - style.size * 0.88, 0))

const headerItems = (shaper: Shaper, header: PrintDocument['header'], { geometry }: Page): Item[] => {
  const right = fitText(shaper, header.right, headerStyle, contentWidth(geometry) * 0.45)
  const rightWidth = textWidth(shaper, right, headerStyle)
  const left = fitText(shaper, header.left, headerStyle, contentWidth(geometry) - rightWidth - mm(8))
  const ruleY = geometry.headerBaseline + 5
  return [
    ...oneLine(shaper, left, headerStyle, geometry.left, geometry.headerBaseline),
    ...oneLine(shaper, right, headerStyle, geometry.right - rightWidth, geometry.headerBaseline),
    { kind: 'line', x1: geometry.left, y1: ruleY, x2: geometry.right, y2: ruleY, width: 0.75 },
  ]
}

const footerItems = (shaper: Shaper, { geometry }: Page, number: number, total: number): Item[] => {
  const text = `第 ${number} 页 共 ${total} 页`
  return oneLine(shaper, text, headerStyle, geometry.left + (contentWidth(geometry) - textWidth(shaper, text, headerStyle)) / 2, geometry.footerBaseline)
}

/** Adds header, footer and watermark to every page but the cover; pages count from the cover, so that printed and viewer's numbers agree. */
export const furnish = (shaper: Shaper, document: PrintDocument, pages: readonly Page[]): void => {
  pages.forEach((page, index) => {
    if (document.watermark !== null) page.items.unshift({ kind: 'watermark', text: document.watermark })
    if (page.isCover) return
    page.items.push(...headerItems(shaper, document.header, page), ...footerItems(shaper, page, index + 1, pages.length))
  })
}

export type TocEntry = { title: string; page: number }

const leader = '…'

const tocEntryItems = ({ shaper, geometry }: Setting, entry: TocEntry, baseline: number): Item[] => {
  const number = String(entry.page)
  const numberWidth = textWidth(shaper, number, tocEntryStyle)
  const title = fitText(shaper, entry.title, tocEntryStyle, contentWidth(geometry) - numberWidth - mm(12))
  const from = geometry.left + textWidth(shaper, title, tocEntryStyle) + 4
  const to = geometry.right - numberWidth - 4
  const dot = textWidth(shaper, leader, tocEntryStyle)
  const count = Math.max(0, Math.floor((to - from) / dot))
  return [
    ...oneLine(shaper, title, tocEntryStyle, geometry.left, baseline),
    ...(count > 0 ? oneLine(shaper, leader.repeat(count), tocEntryStyle, to - count * dot, baseline) : []),
    ...oneLine(shaper, number, tocEntryStyle, geometry.right - numberWidth, baseline),
    { kind: 'link', x: geometry.left, y: baseline - tocEntryStyle.size, width: contentWidth(geometry), height: tocEntryStyle.size * 1.4, page: entry.page },
  ]
}

const tocTop = mm(16)

/** How many entries one page of contents holds. */
export const tocEntriesPerPage = ({ geometry }: Setting): number => Math.max(1, Math.floor((geometry.bottom - geometry.top - tocTop) / tocEntryStyle.lineHeight))

/** The pages of the table of contents; their number depends only on the number of entries, so page numbers can be filled in last. */
export const tocPages = (setting: Setting, title: string, entries: readonly TocEntry[]): Page[] => {
  const perPage = tocEntriesPerPage(setting)
  const { geometry, shaper } = setting
  const count = Math.ceil(entries.length / perPage)
  return Array.from({ length: count }, (_, index) => {
    const titleX = geometry.left + (contentWidth(geometry) - textWidth(shaper, title, tocTitleStyle)) / 2
    const items = oneLine(shaper, title, tocTitleStyle, titleX, geometry.top + tocTitleStyle.size)
    entries.slice(index * perPage, (index + 1) * perPage).forEach((entry, row) => items.push(...tocEntryItems(setting, entry, geometry.top + tocTop + (row + 0.75) * tocEntryStyle.lineHeight)))
    return { geometry, items, seals: [], isCover: false }
  })
}
