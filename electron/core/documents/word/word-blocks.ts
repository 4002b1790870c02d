import { AlignmentType, Bookmark, HeadingLevel, ImageRun, LineRuleType, PageBreak, Paragraph } from 'docx'
import type { Table } from 'docx'
import type { Attachments } from '#core/documents/attachments.ts'
import type { Fonts } from '#core/documents/fonts.ts'
import { mm } from '#core/documents/page.ts'
import { scenePicture } from '#core/documents/word/scene-picture.ts'
import { wordFrame, wordSignature, wordTable } from '#core/documents/word/word-table.ts'
import { alignmentOf, paragraphOf, runsOf, twips } from '#core/documents/word/word-text.ts'
import type { WordSetting } from '#core/documents/word/word-text.ts'
import type { Block, Drawing, Heading, Paragraph as DocumentParagraph, PdfPages, Picture } from '#shared/documents/document.ts'

export type BlockSetting = WordSetting & {
  attachments: Attachments
  fonts: Fonts
  /** Height of the text, in points. */
  height: number
  /** Names the next heading's bookmark, for the table of contents. */
  nextHeading(): string
}

export type WordBlock = Paragraph | Table

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

/** A Word file can't hold pages of a PDF: it says which they are and where the PDF has them. */
const pdfNote = ({ title, range, anchor }: PdfPages, setting: BlockSetting): string => {
  const pages = range === undefined ? '' : `（原件第 ${range.from}—${range.to} 页）`
  return `${title}${pages}\n见 PDF 版${anchor === undefined ? '' : `第 ${setting.pageOf(anchor)} 页起`}`
}

const gap = (points: number, keepNext = false): Paragraph => new Paragraph({ children: [], keepNext, spacing: { line: Math.max(20, twips(points)), lineRule: LineRuleType.EXACT, before: 0, after: 0 } })

/** An anchor of a block that is a table in Word: an empty line before it carries the bookmark. */
const anchored = (blocks: WordBlock[], anchor: string | undefined, setting: WordSetting): WordBlock[] =>
  anchor === undefined ? blocks : [new Paragraph({ children: [new Bookmark({ id: setting.bookmarkOf(anchor), children: [] })], keepNext: true, spacing: { line: 20, lineRule: LineRuleType.EXACT } }), ...blocks]

const headingOf = (heading: Heading, setting: BlockSetting): Paragraph => wordHeading(heading.text, heading.level ?? 1, setting, heading.anchor, false)

const blockOf = (block: Block, setting: BlockSetting, keepNext: boolean): WordBlock[] => {
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
    case 'pdfPages': return anchored(frame(pdfNote(block, setting), 40), block.anchor, setting)
    case 'spacer': return [gap(mm(block.heightMm))]
    case 'pageBreak': return [new Paragraph({ children: [new PageBreak()] })]
  }
}

/** Blocks in order; what stands before a signature stays on its page. */
export const wordBlocks = (blocks: readonly Block[], setting: BlockSetting): WordBlock[] => blocks.flatMap((block, index) => blockOf(block, setting, blocks[index + 1]?.kind === 'signature'))
