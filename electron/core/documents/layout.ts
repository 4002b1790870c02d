import { blocksChunks, titleChunks } from '#core/documents/blocks.ts'
import type { Setting } from '#core/documents/blocks.ts'
import { paginate } from '#core/documents/flow.ts'
import type { Fonts } from '#core/documents/fonts.ts'
import { furnish, tocEntriesPerPage, tocPages } from '#core/documents/furniture.ts'
import type { TocEntry } from '#core/documents/furniture.ts'
import { geometryOf } from '#core/documents/page.ts'
import type { Page } from '#core/documents/page.ts'
import type { PrintDocument, Section } from '#shared/documents/document.ts'

export type LaidOut = { pages: Page[]; outline: TocEntry[]; missing: string[] }

const tocTitle = '目　录'

const sectionPages = (setting: Setting, section: Section): Page[] => paginate([...titleChunks(setting, section.title), ...blocksChunks(setting, section.blocks)], setting.geometry)

/** Lays a document out: cover, contents when there are several forms, then every form on a new page. Pure; the same input gives the same pages. */
export const layOut = (document: PrintDocument, fonts: Fonts): LaidOut => {
  const shaper = { fonts, missing: new Set<string>() }
  const portrait: Setting = { shaper, geometry: geometryOf('portrait') }
  const cover = document.cover.length === 0 ? [] : paginate(blocksChunks(portrait, document.cover), portrait.geometry).map((page) => ({ ...page, isCover: true }))
  const bodies = document.sections.map((section) => sectionPages({ shaper, geometry: geometryOf(section.orientation) }, section))
  const hasToc = document.sections.length > 1
  const tocCount = hasToc ? Math.ceil(document.sections.length / tocEntriesPerPage(portrait)) : 0
  let next = cover.length + tocCount + 1
  const outline = document.sections.map((section, index) => {
    const entry = { title: section.title, page: next }
    next += bodies[index]?.length ?? 0
    return entry
  })
  const toc = hasToc ? tocPages(portrait, tocTitle, outline) : []
  const pages = [...cover, ...toc, ...bodies.flat()]
  furnish(shaper, document, pages)
  const tocBookmark = hasToc ? [{ title: '目录', page: cover.length + 1 }] : []
  return { pages, outline: [...tocBookmark, ...outline], missing: [...shaper.missing].sort() }
}
