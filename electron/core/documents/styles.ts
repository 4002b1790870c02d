import type { TextStyle } from '#core/documents/inline.ts'
import type { CellStyle, HeadingLevel, ParagraphStyle } from '#shared/documents/document.ts'
import type { BlindFormat } from '#shared/documents/page-format.ts'

const serif = (size: number, leading: number): TextStyle => ({ face: 'serif', bold: 'serifBold', size, lineHeight: size * leading })
const sans = (size: number, leading: number): TextStyle => ({ face: 'sans', bold: 'sansBold', size, lineHeight: size * leading })
const sansBold = (size: number, leading: number): TextStyle => ({ face: 'sansBold', bold: 'sansBold', size, lineHeight: size * leading })

/** How each part of a document is set. */
export type Styles = {
  paragraphs: Record<ParagraphStyle, { text: TextStyle; after: number }>
  sectionTitle: TextStyle
  headings: Record<HeadingLevel, TextStyle>
  tocTitle: TextStyle
  tocEntry: TextStyle
  header: TextStyle
  signature: TextStyle
  seal: TextStyle
  placeholder: TextStyle
  caption: TextStyle
  cell(style: CellStyle, isDense: boolean): TextStyle
}

const usualCell = (style: CellStyle, isDense: boolean): TextStyle => {
  const size = isDense ? 9 : 10.5
  const styles: Record<CellStyle, TextStyle> = {
    text: serif(size, 1.5),
    label: sans(size - 0.5, 1.5),
    bold: { ...serif(size, 1.5), face: 'serifBold' },
    strong: { ...serif(13, 1.5), face: 'serifBold' },
  }
  return styles[style]
}

/** Body 五号, titles 小二 in bold sans, as Chinese bids are set. */
const usualStyles: Styles = {
  paragraphs: {
    body: { text: serif(10.5, 1.75), after: 3 },
    note: { text: serif(9.5, 1.6), after: 2 },
    caption: { text: serif(10.5, 1.6), after: 3 },
    coverKind: { text: sansBold(16, 1.6), after: 0 },
    coverTitle: { text: { ...sansBold(26, 1.5), isBalanced: true }, after: 12 },
    coverVolume: { text: sansBold(36, 1.5), after: 12 },
    coverText: { text: serif(15, 2.2), after: 0 },
  },
  sectionTitle: { ...sansBold(18, 1.5), isBalanced: true },
  headings: { 1: sansBold(12, 1.6), 2: sansBold(11, 1.6), 3: sans(10.5, 1.6) },
  tocTitle: sansBold(18, 1.5),
  tocEntry: serif(11, 2),
  header: serif(9, 1.2),
  signature: serif(10.5, 1.6),
  seal: sans(9, 1.4),
  placeholder: sans(10.5, 1.6),
  caption: serif(9.5, 1.6),
  cell: usualCell,
}

/** One face, size and line height for everything: nothing in a blind bid may stand out. */
const blindStyles = ({ face, sizePt, linePt }: BlindFormat): Styles => {
  const text: TextStyle = { face, bold: face, size: sizePt, lineHeight: linePt }
  const plain = { text, after: 0 }
  return {
    paragraphs: { body: plain, note: plain, caption: plain, coverKind: plain, coverTitle: plain, coverVolume: plain, coverText: plain },
    sectionTitle: text,
    headings: { 1: text, 2: text, 3: text },
    tocTitle: text,
    tocEntry: text,
    header: text,
    signature: text,
    seal: text,
    placeholder: text,
    caption: text,
    cell: () => text,
  }
}

export const stylesFor = (blind: BlindFormat | null): Styles => (blind === null ? usualStyles : blindStyles(blind))
