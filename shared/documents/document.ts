import { defaultFormat } from '#shared/documents/page-format.ts'
import type { PageFormat } from '#shared/documents/page-format.ts'
import { sceneTexts } from '#shared/documents/scene.ts'
import type { Scene } from '#shared/documents/scene.ts'
import type { Volume } from '#shared/documents/volume.ts'

/** A printable document as pure data: what stands on paper and in which order, nothing about fonts or pages. */

/**
 * A run of text. `blankEm` makes it a blank to fill in: ruled, centred and at least that many characters wide. `pageOf` prints
 * the number of the page an anchor stands on in place of the text, known once everything is laid out.
 */
export type Span = { text: string; bold?: boolean; underline?: boolean; blankEm?: number; pageOf?: string }
export type Inline = string | readonly Span[]

export type Align = 'left' | 'center' | 'right' | 'justify'

/** What a paragraph is; the layout engine knows its face, size and spacing. */
export type ParagraphStyle = 'body' | 'note' | 'caption' | 'coverKind' | 'coverTitle' | 'coverVolume' | 'coverText'

/** A name, unique in its document, by which `pageOf` finds the page a block begins on. */
type Anchored = { anchor?: string }

export type Paragraph = Anchored & { kind: 'paragraph'; text: Inline; style: ParagraphStyle; align: Align; indentEm: number; keepWithNext: boolean }

export type HeadingLevel = 1 | 2 | 3
/** Below the title of a form; level 1 where none is given. A numbered one gets its number from its place (numbering.ts). */
export type Heading = Anchored & { kind: 'heading'; text: string; level?: HeadingLevel; isNumbered?: boolean }

export type Column = { share: number; align: 'left' | 'center' | 'right' }
/** `label` is a row's or column's name (sans), `strong` a figure that decides (bold, larger). */
export type CellStyle = 'text' | 'label' | 'bold' | 'strong'
export type Cell = Anchored & { text: Inline; style?: CellStyle; align?: Column['align']; colSpan?: number; rowSpan?: number }
export type Row = readonly Cell[]
/** The head is repeated on every page. Cells covered by a span of an earlier cell are left out, as in HTML. */
export type Table = Anchored & { kind: 'table'; columns: readonly Column[]; head: readonly Row[]; rows: readonly Row[]; dense: boolean }

/** One line to sign or fill: `value` null leaves a rule to write on. */
export type SignatureLine = { label: string; value: string | null; after: string | null }
/** Kept on one page. `seal` is the text in the box where the seal goes; null where none is asked for. */
export type Signature = Anchored & { kind: 'signature'; lines: readonly SignatureLine[]; seal: string | null }

/** A scan to come: a frame with the name of what belongs there. */
export type ImagePlaceholder = Anchored & { kind: 'imagePlaceholder'; label: string; heightMm: number }
/** A PNG or JPEG by the SHA-256 of its bytes: as wide as the text or `maxWidthMm` allows, never larger than 150 dpi makes it. */
export type Picture = Anchored & { kind: 'picture'; file: string; alt: string; caption: string | null; maxWidthMm?: number; maxHeightMm?: number }
/** Pages of a PDF file by its SHA-256, each a page of the document with our header, footer and number; all of them without `range`. */
export type PdfPages = Anchored & { kind: 'pdfPages'; file: string; title: string; range?: { from: number; to: number } }
/** Vectors, as wide as the text or `widthMm`. */
export type Drawing = Anchored & { kind: 'drawing'; scene: Scene; alt: string; caption: string | null; widthMm?: number }
type Spacer = { kind: 'spacer'; heightMm: number }
type PageBreak = { kind: 'pageBreak' }

export type Block = Paragraph | Heading | Table | Signature | ImagePlaceholder | Picture | PdfPages | Drawing | Spacer | PageBreak

/** One form: begins on a new page, has a title, a bookmark and a line in the table of contents. */
export type Section = Anchored & { title: string; orientation: 'portrait' | 'landscape'; blocks: readonly Block[] }

export type PrintDocument = {
  volume: Volume
  /** Chinese, as buyers ask for, where none is given. */
  language?: 'zh-CN' | 'en' | 'fr'
  /** The foot of a page with {page} and {pages} in it; see `pageNumberOf`. */
  pageNumber?: string
  /** Properties of the file: only these, and nothing about the machine. */
  info: { title: string; author: string }
  header: { left: string; right: string }
  /** Printed across every page; null on a buyer's document. */
  watermark: string | null
  cover: readonly Block[]
  sections: readonly Section[]
  /** Where it departs from the usual format. */
  format?: Partial<PageFormat>
}

/** The foot of its pages, with {page} and {pages} to fill in. */
export const pageNumberOf = ({ pageNumber = '第 {page} 页 共 {pages} 页' }: PrintDocument): string => pageNumber

export const formatOf = ({ format }: PrintDocument): PageFormat => ({ ...defaultFormat, ...format })

export const paragraph = (text: Inline, options: Partial<Omit<Paragraph, 'kind' | 'text'>> = {}): Paragraph => ({
  kind: 'paragraph',
  text,
  style: 'body',
  align: 'justify',
  indentEm: 2,
  keepWithNext: false,
  ...options,
})

/** The number of the page an anchor stands on, wherever a text or a cell may stand. */
export const pageOf = (anchor: string): Span => ({ text: '', pageOf: anchor })

/** All text of a block, as typed. */
export const inlineText = (inline: Inline): string => (typeof inline === 'string' ? inline : inline.map((span) => span.text).join(''))

const blockTexts = (block: Block): string[] => {
  if (block.kind === 'paragraph') return [inlineText(block.text)]
  if (block.kind === 'heading') return [block.text]
  if (block.kind === 'table') return [...block.head, ...block.rows].flatMap((row) => row.map((cell) => inlineText(cell.text)))
  if (block.kind === 'signature') return [...block.lines.flatMap((line) => [line.label, line.value ?? '', line.after ?? '']), block.seal ?? '']
  if (block.kind === 'picture') return [block.alt, block.caption ?? '']
  if (block.kind === 'drawing') return [block.alt, block.caption ?? '', ...sceneTexts(block.scene)]
  if (block.kind === 'pdfPages') return [block.title]
  return block.kind === 'imagePlaceholder' ? [block.label] : []
}

/** The files a document embeds, by their hash, each once. */
export const documentFiles = ({ cover, sections }: PrintDocument): string[] => {
  const blocks = [...cover, ...sections.flatMap((section) => section.blocks)]
  return [...new Set(blocks.flatMap((block) => (block.kind === 'picture' || block.kind === 'pdfPages' ? [block.file] : [])))]
}

/** Every text of a form, its title first. */
export const sectionTexts = (section: Section): string[] => [section.title, ...section.blocks.flatMap(blockTexts)]

/** Every text the document prints or carries in its properties, for checks and searches. */
export const documentTexts = (document: PrintDocument): string[] => [
  document.info.title,
  document.info.author,
  document.header.left,
  document.header.right,
  ...(document.watermark === null ? [] : [document.watermark]),
  ...document.cover.flatMap(blockTexts),
  ...document.sections.flatMap(sectionTexts),
]
