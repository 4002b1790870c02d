import type { Attachments } from '#core/documents/attachments.ts'
import { blocksFlow, titleChunks } from '#core/documents/blocks.ts'
import { wantedSheets } from '#core/documents/figures.ts'
import { paginate } from '#core/documents/flow.ts'
import type { Fonts } from '#core/documents/fonts.ts'
import { furnished, tocEntriesPerPage, tocPages } from '#core/documents/furniture.ts'
import type { TocEntry } from '#core/documents/furniture.ts'
import type { Shaper } from '#core/documents/inline.ts'
import type { CachedLayout, LayoutCache, Part } from '#core/documents/layout-cache.ts'
import { geometryOf } from '#core/documents/page.ts'
import type { Page, Role } from '#core/documents/page.ts'
import { anchorPages, openLedger } from '#core/documents/page-numbers.ts'
import type { NumberLedger } from '#core/documents/page-numbers.ts'
import { stylesFor } from '#core/documents/styles.ts'
import type { Setting } from '#core/documents/text-chunks.ts'
import { formatOf } from '#shared/documents/document.ts'
import type { Block, PrintDocument, Section } from '#shared/documents/document.ts'
import { preparedDocument } from '#shared/documents/numbering.ts'
import type { DocumentProblem } from '#shared/documents/problem.ts'

export type LaidOut = {
  pages: Page[]
  /** Bookmarks in order: forms and the headings in them. */
  outline: TocEntry[]
  /** The page each anchor begins on, counted from 1. */
  anchors: ReadonlyMap<string, number>
  missing: string[]
  problems: DocumentProblem[]
  /** How often the pages were set until every printed page number was right. */
  passes: number
}

const tocTitle = '目　录'

/** Two or three passes do; more than this only if numbers chase each other, which the ledger rules out. */
const maxPasses = 12

type Layout = { document: PrintDocument; fonts: Fonts; attachments: Attachments; ledger: NumberLedger; cache: CachedLayout | null; onSet: (share: number) => void }

const settingFor = ({ document, fonts, attachments, ledger }: Layout, orientation: Section['orientation'], parent: Role | null): Setting => {
  const { blind } = formatOf(document)
  const geometries = { portrait: geometryOf('portrait', blind), landscape: geometryOf('landscape', blind) }
  const shaper: Shaper = { fonts, missing: new Set(), numbers: ledger, references: new Set() }
  return { shaper, styles: stylesFor(blind), geometry: geometries[orientation], geometries, attachments, parent }
}

const partOf = (setting: Setting, pages: Page[]): Part => {
  const { missing, references, numbers } = setting.shaper
  return { pages, missing, printed: new Map(Array.from(references, (anchor) => [anchor, numbers.textOf(anchor)])) }
}

const isCurrent = (part: Part, ledger: NumberLedger): boolean =>
  Array.from(part.printed).every(([anchor, { text, room }]) => {
    const now = ledger.textOf(anchor)
    return now.text === text && now.room === room
  })

/** All that a form's pages depend on, but for the numbers it prints. */
const keyOf = ({ document, attachments }: Layout, section: Section): string =>
  JSON.stringify([section, document.format, section.blocks.map((block) => (block.kind === 'picture' || block.kind === 'pdfPages' ? attachments.get(block.file)?.kind : undefined))])

const setSection = (layout: Layout, section: Section): Part => {
  const { cache, ledger } = layout
  if (cache === null) return setFresh(layout, section)
  const key = keyOf(layout, section)
  const kept = cache.find(key, (part) => isCurrent(part, ledger))
  if (kept !== undefined) return kept
  const part = setFresh(layout, section)
  cache.keep(key, part)
  return part
}

const setFresh = (layout: Layout, section: Section): Part => {
  const setting = settingFor(layout, section.orientation, { tag: 'Sect', parent: null })
  return partOf(setting, paginate([...titleChunks(setting, section), ...blocksFlow(setting, section.blocks)], setting.geometry))
}

const setCover = (layout: Layout): Part => {
  const setting = settingFor(layout, 'portrait', { tag: 'Sect', parent: null })
  const pages = layout.document.cover.length === 0 ? [] : paginate(blocksFlow(setting, layout.document.cover), setting.geometry)
  return partOf(setting, pages.map((page) => ({ ...page, isCover: true })))
}

const isListed = (level: number, depth: number): boolean => level < depth

const entriesOf = (pages: readonly Page[], before: number): TocEntry[] =>
  pages.flatMap((page, index) => page.marks.flatMap((mark) => (mark.kind === 'heading' ? [{ title: mark.title, level: mark.level, page: before + index + 1, top: mark.top }] : [])))

const listedCount = ({ sections }: PrintDocument, depth: number): number =>
  sections.reduce((sum, section) => sum + 1 + section.blocks.filter((block) => block.kind === 'heading' && isListed(block.level ?? 1, depth)).length, 0)

type Passed = { parts: Part[]; passes: number; isSettled: boolean; tocCount: number }

/** Sets the cover and every form until all printed page numbers are right; what printed none, or none that changed, is set once. */
const setParts = (layout: Layout): Passed => {
  const { document, ledger } = layout
  const { contentsDepth } = formatOf(document)
  const tocSetting = settingFor(layout, 'portrait', null)
  const tocCount = document.sections.length > 1 ? Math.ceil(listedCount(document, contentsDepth) / tocEntriesPerPage(tocSetting)) : 0
  const blankToc = Array.from({ length: tocCount }, (): Page => ({ geometry: tocSetting.geometry, items: [], marks: [], isCover: false }))
  const setPart = (index: number): Part => (index === 0 ? setCover(layout) : setSection(layout, document.sections[index - 1] ?? { title: '', orientation: 'portrait', blocks: [] }))
  const count = document.sections.length + 1
  let parts = Array.from({ length: count }, (_, index) => {
    const part = setPart(index)
    layout.onSet((index + 1) / count)
    return part
  })
  for (let passes = 1; ; passes++) {
    const [cover, ...bodies] = parts
    const { pageOf } = anchorPages([...(cover?.pages ?? []), ...blankToc, ...bodies.flatMap(({ pages }) => pages)])
    const isSettled = ledger.settle(new Set(parts.flatMap(({ printed }) => [...printed.keys()])), pageOf)
    if (isSettled || passes === maxPasses) return { parts, passes, isSettled, tocCount }
    parts = parts.map((part, index) => (isCurrent(part, ledger) ? part : setPart(index)))
  }
}

const blockProblems = (block: Block, attachments: Attachments): DocumentProblem[] => {
  if (block.kind !== 'picture' && block.kind !== 'pdfPages') return []
  const name = block.kind === 'picture' ? (block.caption ?? block.alt) : block.title
  const attachment = attachments.get(block.file)
  if (attachment === undefined) return [{ code: 'file-missing', name }]
  if (attachment.kind === 'fault') return [{ code: attachment.code, name }]
  if (block.kind === 'picture') return attachment.kind === 'picture' ? [] : [{ code: 'picture-unreadable', name }]
  if (attachment.kind !== 'pdf') return [{ code: 'pdf-unreadable', name }]
  return wantedSheets(block, attachment.sheets.length) === null ? [{ code: 'pdf-range', name }] : []
}

const problemsOf = ({ document, attachments, ledger }: Layout, { parts, isSettled }: Passed, anchors: ReturnType<typeof anchorPages>): DocumentProblem[] => {
  const printed = new Set(parts.flatMap((part) => [...part.printed.keys()]))
  const unsettled = isSettled ? [] : [...printed].filter((anchor) => ledger.textOf(anchor).text !== anchors.pageOf.get(anchor)?.toString())
  return [
    ...[...document.cover, ...document.sections.flatMap(({ blocks }) => blocks)].flatMap((block) => blockProblems(block, attachments)),
    ...[...printed].filter((anchor) => !anchors.pageOf.has(anchor)).map((name): DocumentProblem => ({ code: 'anchor-unknown', name })),
    ...anchors.twice.map((name): DocumentProblem => ({ code: 'anchor-twice', name })),
    ...unsettled.map((name): DocumentProblem => ({ code: 'pages-unstable', name })),
  ]
}

/**
 * Lays a document out: cover, contents when there are several forms, then every form on a new page. The same input gives the
 * same pages; a `cache` spares the forms that are as they were in the document before. `onSet` hears the share of the forms
 * that are set.
 */
export const layOut = (source: PrintDocument, fonts: Fonts, attachments: Attachments = new Map(), cache: LayoutCache | null = null, onSet: (share: number) => void = () => undefined): LaidOut => {
  const document = preparedDocument(source)
  const cached = cache?.begin(document.volume) ?? null
  const layout: Layout = { document, fonts, attachments, ledger: openLedger(), cache: cached, onSet }
  const passed = setParts(layout)
  const [cover, ...bodies] = passed.parts.map(({ pages }) => pages)
  const coverPages = cover ?? []
  const body = bodies.flat()
  const outline = entriesOf(body, coverPages.length + passed.tocCount)
  const tocSetting = settingFor(layout, 'portrait', { tag: 'Sect', parent: null })
  const listed = outline.filter(({ level }) => isListed(level, formatOf(document).contentsDepth))
  const toc = passed.tocCount === 0 ? [] : tocPages(tocSetting, tocTitle, listed)
  const furniture = settingFor(layout, 'portrait', null)
  const pages = furnished(furniture, document, [...coverPages, ...toc, ...body])
  const anchors = anchorPages(pages)
  cached?.finish()
  const missing = new Set([...passed.parts.flatMap((part) => [...part.missing]), ...tocSetting.shaper.missing, ...furniture.shaper.missing])
  const tocBookmark = toc.length > 0 ? [{ title: '目录', page: coverPages.length + 1, level: 0, top: 0 }] : []
  return { pages, outline: [...tocBookmark, ...outline], anchors: anchors.pageOf, missing: [...missing].sort(), problems: problemsOf(layout, passed, anchors), passes: passed.passes }
}
