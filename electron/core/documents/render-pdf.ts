import { createReadFiles, openAttachments } from '#core/documents/attachments.ts'
import type { Attachments, DocumentFiles, ReadFiles } from '#core/documents/attachments.ts'
import { drawPage } from '#core/documents/draw-page.ts'
import type { Canvas, SheetTool } from '#core/documents/draw-page.ts'
import type { Fonts } from '#core/documents/fonts.ts'
import type { TocEntry } from '#core/documents/furniture.ts'
import { layOut } from '#core/documents/layout.ts'
import type { LaidOut } from '#core/documents/layout.ts'
import { createLayoutCache, type LayoutCache } from '#core/documents/layout-cache.ts'
import { createPackedStreams, type PackedStreams } from '#core/documents/packed-streams.ts'
import { mirrorShift } from '#core/documents/page.ts'
import { BidPdf } from '#core/documents/pdf-file.ts'
import { createStructure } from '#core/documents/structure.ts'
import { createTextWriter } from '#core/documents/text-writer.ts'
import type { FileFormat } from '#shared/documents/contract.ts'
import { formatOf } from '#shared/documents/document.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { preparedDocument } from '#shared/documents/numbering.ts'
import type { DocumentProblem } from '#shared/documents/problem.ts'

/** What is known from the documents before; it changes how long a document takes, never what it comes to. */
export type PrintMemory = { layouts: LayoutCache; readFiles: ReadFiles; packedStreams: PackedStreams }

export const createPrintMemory = (): PrintMemory => ({ layouts: createLayoutCache(), readFiles: createReadFiles(), packedStreams: createPackedStreams() })

type RenderOptions = {
  fonts: Fonts
  /** The instant of printing; only its day in Beijing enters the file. */
  now: string
  files?: DocumentFiles
  /** PDFium's program (WebAssembly): paints pages of other files for Word. */
  pdfium?: string
  /** For previews: what did not change since the last one is neither read nor set again. */
  memory?: PrintMemory
  /** A PDF where nothing else is asked for; null where only the pages things come to are: then no file is written. */
  format?: FileFormat | null
  /** Hears the share done, 0 to 1. */
  onProgress?: (share: number) => void
}

/** Forms are level 0, their headings 1 to 3. */
export type Bookmark = Omit<TocEntry, 'top'>

export type RenderedDocument = {
  bytes: Uint8Array<ArrayBuffer>
  pages: number
  outline: Bookmark[]
  /** The page each anchor begins on, for references from other volumes. */
  anchors: Record<string, number>
  /** Where a seal goes, with its page. */
  seals: { label: string; page: number }[]
  /** Characters no font has: not empty means the file must not be handed in. */
  missingGlyphs: string[]
  /** Nor must it with one of these. */
  problems: DocumentProblem[]
}

const addBookmarks = (pdf: PDFKit.PDFDocument, entries: readonly TocEntry[], width: number): void => {
  for (const { title, level, top } of entries) {
    let parent = pdf.outline
    for (let depth = 0; depth < level; depth++) parent = parent.children.at(-1) ?? parent
    // pdfkit counts `left` from the right edge.
    const place = { expanded: false, top: Math.max(0, top - 12), left: width }
    parent.addItem(title, place)
  }
}

const sheetTool = async (pdf: PDFKit.PDFDocument, attachments: Attachments): Promise<SheetTool | null> => {
  if (![...attachments.values()].some(({ kind }) => kind === 'pdf')) return null
  const { createSheetImporter, sheetMatrix } = await import('#core/documents/pdf-sheets.ts')
  return { importSheet: createSheetImporter(pdf), matrixOf: sheetMatrix }
}

/** PDF/A may be claimed for what is all our own: other people's pages bring fonts and colours nobody checked. */
const isArchival = (attachments: Attachments): boolean => [...attachments.values()].every((attachment) => attachment.kind === 'picture' && !attachment.info.isCmyk)

/** Of the time a file takes, what setting its forms takes; drawing the pages is the rest. */
const layoutShare = 0.5

const writePdf = async (document: PrintDocument, { pages, outline }: LaidOut, attachments: Attachments, { fonts, now, memory, onProgress }: RenderOptions): Promise<Uint8Array<ArrayBuffer>> => {
  const pdf = new BidPdf({ document, now, isArchival: isArchival(attachments), packedBefore: memory?.packedStreams ?? null }, fonts)
  const canvas: Canvas = { pdf, writer: createTextWriter(pdf), structure: createStructure(pdf), attachments, sheets: await sheetTool(pdf, attachments), pictures: new Map() }
  const { isDuplex } = formatOf(document)
  pages.forEach((page, index) => {
    const number = index + 1
    drawPage(canvas, page, number, isDuplex && number % 2 === 0 ? mirrorShift(page.geometry) : { x: 0, y: 0 })
    addBookmarks(pdf, outline.filter((entry) => entry.page === number), page.geometry.width)
    onProgress?.(layoutShare + (1 - layoutShare) * (number / pages.length))
  })
  canvas.structure.end()
  pdf.end()
  return pdf.bytes
}

type Written = { bytes: Uint8Array<ArrayBuffer>; problems: DocumentProblem[] }

const writeFile = async (source: PrintDocument, laidOut: LaidOut, attachments: Attachments, options: RenderOptions): Promise<Written> => {
  if (options.format === null) return { bytes: new Uint8Array(0), problems: [] }
  if (options.format !== 'word') return { bytes: await writePdf(preparedDocument(source), laidOut, attachments, options), problems: [] }
  const { writeWord } = await import('#core/documents/word/write-word.ts')
  const onProgress = (share: number): void => options.onProgress?.(layoutShare + (1 - layoutShare) * share)
  return writeWord(source, { fonts: options.fonts, attachments, laidOut, now: options.now, pdfium: options.pdfium, onProgress })
}

/**
 * A printable document as a Word file, or as PDF: A4, embedded TrueType subsets, bookmarks, structure; in memory, and the same bytes for the same input.
 * The Word file is written after the PDF's layout too, which says what cannot be printed and where anchors stand.
 */
export const renderPdf = async (source: PrintDocument, options: RenderOptions): Promise<RenderedDocument> => {
  const { fonts, files = new Map(), memory } = options
  const attachments = await openAttachments(source, files, memory?.readFiles)
  const laidOut = layOut(source, fonts, attachments, memory?.layouts, (share) => options.onProgress?.(options.format === null ? share : share * layoutShare))
  const { pages, outline, anchors, missing } = laidOut
  const { bytes, problems } = await writeFile(source, laidOut, attachments, options)
  return {
    bytes,
    pages: pages.length,
    outline: outline.map(({ title, page, level }) => ({ title, page, level })),
    anchors: Object.fromEntries(anchors),
    seals: pages.flatMap((page, index) => page.marks.flatMap((mark) => (mark.kind === 'seal' ? [{ label: mark.label, page: index + 1 }] : []))),
    missingGlyphs: missing,
    problems: [...laidOut.problems, ...problems],
  }
}
