import { AlignmentType, Bookmark, HeadingLevel, ImageRun, LineRuleType, Paragraph } from 'docx'
import type { Table } from 'docx'
import type { Attachments } from '#core/documents/attachments.ts'
import type { Fonts } from '#core/documents/fonts.ts'
import { mm } from '#core/documents/page.ts'
import type { Orientation } from '#core/documents/page.ts'
import { scenePicture } from '#core/documents/word/scene-picture.ts'
import type { PaintedSheet } from '#core/documents/word/sheet-pictures.ts'
import { wordFrame, wordSignature, wordTable } from '#core/documents/word/word-table.ts'
import { alignmentOf, paragraphOf, runsOf, twips } from '#core/documents/word/word-text.ts'
import type { WordSetting } from '#core/documents/word/word-text.ts'
import { wantedSheets } from '#core/documents/figures.ts'
import type { Block, Drawing, Heading, Paragraph as DocumentParagraph, PdfPages, Picture } from '#shared/documents/document.ts'

export type BlockSetting = WordSetting & {
  attachments: Attachments
  fonts: Fonts
  /** Height of the text, in points. */
  height: number
  orientation: Orientation
  /** The next page of another file, in the order the document shows them. */
  nextSheet(): PaintedSheet | undefined
  /** Names the next heading's bookmark, for the table of contents. */
  nextHeading(): string
}

export type WordBlock = Paragraph | Table
/** A new page from here on, of this orientation. */
export type WordBreak = { turnTo: Orientation }
export type WordPiece = WordBlock | WordBreak

export const isWordBreak = (piece: WordPiece): piece is WordBreak => 'turnTo' in piece

const headingNames = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const

/** Level 0 is a form's title. The outline level is written out: a table of contents is empty without it. */
export const wordHeading = (text: string, level: 0 | 1 | 2 | 3, setting: BlockSetting, anchor: string | undefined, isFirst: boolean): Paragraph => {
  const style = level === 0 ? setting.styles.sectionTitle : setting.styles.headings[level]
  const children = [new Bookmark({ id: setting.nextHeading(), children: runsOf(text, style, setting, anchor) })]
  return paragraphOf(children, style, {
    heading: headingNames[level],
    outlineLevel: level,
    keepNext: true,
    alignment: level === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before: isFirst ? 0 : 160, after: level === 0 ? twips(mm(4.5)) : 60 },
  })
}

const wordParagraph = ({ style, text, align, indentEm, keepWithNext, anchor }: DocumentParagraph, setting: WordSetting): Paragraph => {
  const { text: face, after } = setting.styles.paragraphs[style]
  return paragraphOf(runsOf(text, face, setting, anchor), face, { alignment: alignmentOf(align), keepNext: keepWithNext, indent: { firstLine: twips(indentEm * face.size) }, spacing: { after: twips(after) } })
}

/** Points to the pixels of 96 to the inch that Word's pictures are measured in. */
const pixels = (points: number): number => Math.round((points * 96) / 72)

type Shown = { image: ImageRun; caption: string | null; anchor: string | undefined }

const figure = ({ image, caption, anchor }: Shown, setting: WordSetting): WordBlock[] => [
  new Paragraph({
    children: anchor === undefined ? [image] : [new Bookmark({ id: setting.bookmarkOf(anchor), children: [image] })],
    alignment: AlignmentType.CENTER,
    keepNext: caption !== null,
    spacing: { before: 120, after: 60, line: 240, lineRule: LineRuleType.AUTO },
  }),
  ...(caption === null ? [] : [paragraphOf(runsOf(caption, setting.styles.caption, setting), setting.styles.caption, { alignment: AlignmentType.CENTER, spacing: { after: 160 } })]),
]

/** Word does not turn a picture as its EXIF data says; the run does. */
const turns: Record<number, { rotation?: number; flip?: { horizontal: boolean } }> = { 2: { flip: { horizontal: true } }, 3: { rotation: 180 }, 4: { rotation: 180, flip: { horizontal: true } }, 5: { rotation: 90, flip: { horizontal: true } }, 6: { rotation: 90 }, 7: { rotation: 270, flip: { horizontal: true } }, 8: { rotation: 270 } }

const pictureRun = (picture: Picture, setting: BlockSetting): ImageRun | null => {
  const attachment = setting.attachments.get(picture.file)
  if (attachment?.kind !== 'picture') return null
  const { bytes, info } = attachment
  const room = { width: Math.min(setting.width, picture.maxWidthMm === undefined ? Number.POSITIVE_INFINITY : mm(picture.maxWidthMm)), height: Math.min(setting.height - 80, picture.maxHeightMm === undefined ? Number.POSITIVE_INFINITY : mm(picture.maxHeightMm)) }
  const points = 72 / 150
  const scale = Math.min(points, room.width / info.width, room.height / info.height)
  const [width, height] = info.orientation > 4 ? [info.height, info.width] : [info.width, info.height]
  return new ImageRun({ type: info.format === 'png' ? 'png' : 'jpg', data: bytes, transformation: { width: pixels(width * scale), height: pixels(height * scale), ...turns[info.orientation] }, altText: { name: picture.alt, description: picture.alt, title: '' } })
}

const drawingDpi = 220

const drawingRun = (drawing: Drawing, setting: BlockSetting): ImageRun => {
  const width = drawing.widthMm === undefined ? setting.width : mm(drawing.widthMm)
  const { png } = scenePicture(drawing.scene, setting.fonts, Math.round((width * drawingDpi) / 72))
  return new ImageRun({ type: 'png', data: png, transformation: { width: pixels(width), height: pixels((width * drawing.scene.height) / drawing.scene.width) }, altText: { name: drawing.alt, description: drawing.alt, title: '' } })
}

const gap = (points: number, keepNext = false): Paragraph => new Paragraph({ children: [], keepNext, spacing: { line: Math.max(20, twips(points)), lineRule: LineRuleType.EXACT, before: 0, after: 0 } })

/** An anchor of a block that is a table in Word: an empty line before it carries the bookmark. */
const anchored = (blocks: WordBlock[], anchor: string | undefined, setting: WordSetting): WordBlock[] =>
  anchor === undefined ? blocks : [new Paragraph({ children: [new Bookmark({ id: setting.bookmarkOf(anchor), children: [] })], keepNext: true, spacing: { line: 20, lineRule: LineRuleType.EXACT } }), ...blocks]

/** What Word puts below a picture in a line, and the line that ends a section. */
const besideSheet = 24

const sheetRun = ({ name, width, height, geometry, picture }: PaintedSheet): ImageRun | null => {
  if (picture === null) return null
  const scale = Math.min(1, (geometry.bottom - geometry.top - besideSheet) / height)
  return new ImageRun({ type: picture.type, data: picture.bytes, transformation: { width: pixels(width * scale), height: pixels(height * scale) }, altText: { name, description: name, title: '' } })
}

const sheetParagraph = (image: ImageRun, anchor: string | undefined, setting: BlockSetting): Paragraph =>
  new Paragraph({ children: anchor === undefined ? [image] : [new Bookmark({ id: setting.bookmarkOf(anchor), children: [image] })], alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } })

/** Page by page as the PDF has them: the first below what stands before it, the others and broad ones on pages of their own. */
const sheetPieces = (block: PdfPages, setting: BlockSetting): WordPiece[] | null => {
  const attachment = setting.attachments.get(block.file)
  const wanted = attachment?.kind === 'pdf' ? wantedSheets(block, attachment.sheets.length) : null
  if (wanted === null) return null
  const pieces = wanted.flatMap((_, index): WordPiece[] => {
    const sheet = setting.nextSheet()
    const image = sheet === undefined ? null : sheetRun(sheet)
    if (sheet === undefined || image === null) return [wordFrame(block.title, mm(60), setting, false)]
    const { orientation } = sheet.geometry
    const isBelow = index === 0 && orientation === setting.orientation
    return [...(isBelow ? [] : [{ turnTo: orientation }]), sheetParagraph(image, index === 0 ? block.anchor : undefined, setting)]
  })
  return pieces.some(isWordBreak) ? [...pieces, { turnTo: setting.orientation }] : pieces
}

const headingOf = (heading: Heading, setting: BlockSetting): Paragraph => wordHeading(heading.text, heading.level ?? 1, setting, heading.anchor, false)

const blockOf = (block: Block, setting: BlockSetting, keepNext: boolean): WordPiece[] => {
  const frame = (label: string, heightMm: number): WordBlock[] => [wordFrame(label, mm(heightMm), setting, keepNext), gap(8, keepNext)]
  switch (block.kind) {
    case 'paragraph': return [wordParagraph(keepNext ? { ...block, keepWithNext: true } : block, setting)]
    case 'heading': return [headingOf(block, setting)]
    case 'table': return anchored([wordTable(block, setting, keepNext), gap(10, keepNext)], block.anchor, setting)
    case 'signature': return anchored([gap(14, true), wordSignature(block, setting), gap(8)], block.anchor, setting)
    case 'imagePlaceholder': return anchored(frame(block.label, block.heightMm), block.anchor, setting)
    case 'picture': {
      const image = pictureRun(block, setting)
      return image === null ? anchored(frame(block.caption ?? block.alt, 60), block.anchor, setting) : figure({ image, caption: block.caption, anchor: block.anchor }, setting)
    }
    case 'drawing': return figure({ image: drawingRun(block, setting), caption: block.caption, anchor: block.anchor }, setting)
    case 'pdfPages': return sheetPieces(block, setting) ?? anchored(frame(block.title, 60), block.anchor, setting)
    case 'spacer': return [gap(mm(block.heightMm))]
    case 'pageBreak': return [{ turnTo: setting.orientation }]
  }
}

/** Blocks in order; what stands before a signature stays on its page. */
export const wordBlocks = (blocks: readonly Block[], setting: BlockSetting): WordPiece[] => blocks.flatMap((block, index) => blockOf(block, setting, blocks[index + 1]?.kind === 'signature'))

const newPage = (): Paragraph => new Paragraph({ children: [], pageBreakBefore: true, spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 } })

export type WordPages = { orientation: Orientation; children: WordBlock[] }

/** Pieces parted where pages turn; as in the PDF a break begins a page only for what follows it. */
export const partedPages = (pieces: readonly WordPiece[], orientation: Orientation): WordPages[] => {
  let last: WordPages = { orientation, children: [] }
  const parts = [last]
  let next: Orientation | null = null
  for (const piece of pieces) {
    if (isWordBreak(piece)) {
      next = piece.turnTo
      continue
    }
    if (next === last.orientation && last.children.length > 0) last.children.push(newPage())
    else if (next !== null && next !== last.orientation) {
      last = { orientation: next, children: [] }
      parts.push(last)
    }
    last.children.push(piece)
    next = null
  }
  return parts.filter(({ children }) => children.length > 0)
}
