import { AlignmentType, BorderStyle, Document, Footer, Header, LeaderType, Packer, PageNumber, PageOrientation, Paragraph, SectionType, TableOfContents, TabStopType, TextRun } from 'docx'
import type { ISectionOptions } from 'docx'
import type { Attachments } from '#core/documents/attachments.ts'
import type { Fonts } from '#core/documents/fonts.ts'
import type { LaidOut } from '#core/documents/layout.ts'
import { contentWidth, geometryOf } from '#core/documents/page.ts'
import type { Geometry, Orientation } from '#core/documents/page.ts'
import { stylesFor } from '#core/documents/styles.ts'
import { partedPages, wordBlocks, wordHeading } from '#core/documents/word/word-blocks.ts'
import type { BlockSetting } from '#core/documents/word/word-blocks.ts'
import { paintSheets } from '#core/documents/word/sheet-pictures.ts'
import type { PaintedSheet } from '#core/documents/word/sheet-pictures.ts'
import { paragraphOf, runStyle, twips } from '#core/documents/word/word-text.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { formatOf, pageNumberOf } from '#shared/documents/document.ts'
import type { PrintDocument, Section } from '#shared/documents/document.ts'
import { preparedDocument } from '#shared/documents/numbering.ts'
import type { DocumentProblem } from '#shared/documents/problem.ts'

type WordOptions = { fonts: Fonts; attachments: Attachments; laidOut: LaidOut; now: string; /** PDFium's program, for pages of other files. */ pdfium: string | undefined; onProgress: (share: number) => void }

type Writer = { document: PrintDocument; options: WordOptions; settingOf(geometry: Geometry): BlockSetting }

const writerOf = (document: PrintDocument, options: WordOptions, sheets: readonly PaintedSheet[]): Writer => {
  const { fonts, attachments, laidOut } = options
  const names = new Map<string, string>()
  const nameOf = (anchor: string): string => {
    const name = names.get(anchor) ?? `ref_${names.size + 1}`
    names.set(anchor, name)
    return name
  }
  let headings = 0
  const nextHeading = (): string => `toc_${++headings}`
  let shown = 0
  const nextSheet = (): PaintedSheet | undefined => sheets[shown++]
  const styles = stylesFor(formatOf(document).blind)
  const settingOf = (geometry: Geometry): BlockSetting => ({
    styles,
    width: contentWidth(geometry),
    height: geometry.bottom - geometry.top,
    orientation: geometry.orientation,
    nextSheet,
    bookmarkOf: nameOf,
    pageOf: (anchor) => laidOut.anchors.get(anchor)?.toString() ?? '〓',
    attachments,
    fonts,
    nextHeading,
  })
  return { document, options, settingOf }
}

const pageProperties = ({ orientation, width, height, left, right, top, bottom, headerBaseline, footerBaseline }: Geometry): ISectionOptions['properties'] => ({
  type: SectionType.NEXT_PAGE,
  page: {
    // docx turns the sides itself for a broad page.
    size: { width: twips(Math.min(width, height)), height: twips(Math.max(width, height)), orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
    margin: { left: twips(left), right: twips(width - right), top: twips(top), bottom: twips(height - bottom), header: twips(headerBaseline - 12), footer: twips(height - footerBaseline - 4), gutter: 0 },
  },
})

const headerOf = ({ document }: Writer, { styles, width }: BlockSetting): Header => {
  const { header, watermark } = document
  const run = runStyle(styles.header)
  if (formatOf(document).blind !== null) return new Header({ children: [new Paragraph({ children: watermark === null ? [] : [new TextRun({ text: watermark, ...run })] })] })
  const left = watermark === null ? header.left : `【${watermark}】${header.left}`
  return new Header({
    children: [
      new Paragraph({
        children: [new TextRun({ text: `${left}\t${header.right}`, ...run })],
        tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 4 } },
      }),
    ],
  })
}

const numberFields: Readonly<Record<string, string>> = { '{page}': PageNumber.CURRENT, '{pages}': PageNumber.TOTAL_PAGES }

const footerOf = ({ document }: Writer, { styles }: BlockSetting): Footer => {
  const { blind } = formatOf(document)
  const run = runStyle(styles.header)
  if (blind !== null && !blind.hasPageNumbers) return new Footer({ children: [new Paragraph({ children: [] })] })
  const children = blind === null ? pageNumberOf(document).split(/(\{pages?\})/).map((part) => numberFields[part] ?? part) : [PageNumber.CURRENT]
  return new Footer({ children: [new Paragraph({ children: [new TextRun({ children, ...run })], alignment: AlignmentType.CENTER })] })
}

const blankHeader = { headers: { default: new Header({ children: [new Paragraph({ children: [] })] }) }, footers: { default: new Footer({ children: [new Paragraph({ children: [] })] }) } }

const coverSection = (writer: Writer): ISectionOptions[] => {
  const { cover } = writer.document
  if (cover.length === 0) return []
  const geometry = geometryOf('portrait')
  const setting = writer.settingOf(geometry)
  return partedPages(wordBlocks(cover, setting), 'portrait').map(({ children }) => ({ properties: pageProperties(geometry), ...blankHeader, children }))
}

const furniture = (writer: Writer, setting: BlockSetting) => ({ headers: { default: headerOf(writer, setting) }, footers: { default: footerOf(writer, setting) } })

const contentsSection = (writer: Writer, geometry: Geometry): ISectionOptions[] => {
  const { document, options } = writer
  if (document.sections.length < 2) return []
  const setting = writer.settingOf(geometry)
  const { contentsDepth } = formatOf(document)
  const entries = options.laidOut.outline.slice(1).map(({ title, page, level }, index) => ({ title, page, level: level + 1, href: `toc_${index + 1}` }))
  const title = paragraphOf([new TextRun({ text: '目　录', ...runStyle(setting.styles.tocTitle) })], setting.styles.tocTitle, { alignment: AlignmentType.CENTER, spacing: { after: 240 } })
  const contents = new TableOfContents('目录', { hyperlink: true, headingStyleRange: `1-${contentsDepth}`, tabLeader: LeaderType.MIDDLE_DOT, cachedEntries: entries.filter(({ level }) => level <= contentsDepth), beginDirty: false })
  return [{ properties: pageProperties(geometry), ...furniture(writer, setting), children: [title, contents] }]
}

/** A form; Word begins a section wherever its pages turn. */
const formSections = (writer: Writer, section: Section, geometries: Record<Orientation, Geometry>): ISectionOptions[] => {
  const setting = writer.settingOf(geometries[section.orientation])
  const pieces = [wordHeading(section.title, 0, setting, section.anchor, true), ...wordBlocks(section.blocks, setting)]
  return partedPages(pieces, section.orientation).map(({ orientation, children }) => {
    const geometry = geometries[orientation]
    return { properties: pageProperties(geometry), ...furniture(writer, writer.settingOf(geometry)), children }
  })
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The properties we want to say and no others: docx would add its own name, a revision and the second. */
const coreProperties = ({ title, author }: PrintDocument['info'], now: string): string => {
  const instant = `${beijingDay(now)}T04:00:00Z`
  const stamp = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`
  const said = [
    ...(title === '' ? [] : [`<dc:title>${escaped(title)}</dc:title>`]),
    ...(author === '' ? [] : [`<dc:creator>${escaped(author)}</dc:creator>`, `<cp:lastModifiedBy>${escaped(author)}</cp:lastModifiedBy>`]),
    ...(author === '' && title === '' ? [] : [stamp('created'), stamp('modified')]),
  ]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${said.join('')}</cp:coreProperties>`
}

const stylesOf = ({ document }: Writer) => {
  const styles = stylesFor(formatOf(document).blind)
  const entry = (level: number) => ({ id: `TOC${level}`, name: `toc ${level}`, basedOn: 'Normal', run: runStyle(styles.tocEntry), paragraph: { indent: { left: (level - 1) * 340 }, spacing: { line: twips(styles.tocEntry.lineHeight) } } })
  const heading = (style: typeof styles.sectionTitle) => ({ run: { ...runStyle(style), color: '000000' } })
  return {
    default: {
      document: { run: { ...runStyle(styles.paragraphs.body.text), language: { value: document.language === 'fr' ? 'fr-FR' : 'en-US', eastAsia: 'zh-CN' } } },
      heading1: heading(styles.sectionTitle),
      heading2: heading(styles.headings[1]),
      heading3: heading(styles.headings[2]),
      heading4: heading(styles.headings[3]),
    },
    paragraphStyles: [1, 2, 3, 4].map(entry),
  }
}

/** The same document as a Word file: same content and numbering, page numbers as fields that show the PDF's until Word counts its own; pages of other files are pictures. */
export const writeWord = async (source: PrintDocument, options: WordOptions): Promise<{ bytes: Uint8Array<ArrayBuffer>; problems: DocumentProblem[] }> => {
  const document = preparedDocument(source)
  const { fonts, attachments, laidOut, pdfium, onProgress } = options
  const { sheets, problems } = await paintSheets(laidOut, attachments, { fonts, pdfium, onPainted: onProgress })
  const writer = writerOf(document, options, sheets)
  const { blind } = formatOf(document)
  const geometries = { portrait: geometryOf('portrait', blind), landscape: geometryOf('landscape', blind) }
  // In this order: each names its bookmarks as it is written.
  const cover = coverSection(writer)
  const contents = contentsSection(writer, geometries.portrait)
  const forms = document.sections.flatMap((section) => formSections(writer, section, geometries))
  const file = new Document({ sections: [...cover, ...contents, ...forms], styles: stylesOf(writer) })
  const packed = await Packer.toBuffer(file, undefined, [{ path: 'docProps/core.xml', data: coreProperties(document.info, options.now) }])
  return { bytes: new Uint8Array(packed), problems }
}
