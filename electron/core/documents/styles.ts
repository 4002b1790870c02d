import type { TextStyle } from '#core/documents/inline.ts'
import type { CellStyle, ParagraphStyle } from '#shared/documents/document.ts'

const serif = (size: number, leading: number): TextStyle => ({ face: 'serif', bold: 'serifBold', size, lineHeight: size * leading })
const sans = (size: number, leading: number): TextStyle => ({ face: 'sans', bold: 'sansBold', size, lineHeight: size * leading })
const sansBold = (size: number, leading: number): TextStyle => ({ face: 'sansBold', bold: 'sansBold', size, lineHeight: size * leading })

/** Body 五号, titles 小二 in bold sans, as Chinese bids are set. */
export const paragraphStyles: Record<ParagraphStyle, { text: TextStyle; after: number }> = {
  body: { text: serif(10.5, 1.75), after: 3 },
  note: { text: serif(9.5, 1.6), after: 2 },
  caption: { text: serif(10.5, 1.6), after: 3 },
  coverKind: { text: sansBold(16, 1.6), after: 0 },
  coverTitle: { text: sansBold(26, 1.5), after: 12 },
  coverVolume: { text: sansBold(36, 1.5), after: 12 },
  coverText: { text: serif(15, 2.2), after: 0 },
}

export const sectionTitleStyle = sansBold(18, 1.5)
export const headingStyle = sansBold(12, 1.6)
export const tocTitleStyle = sansBold(18, 1.5)
export const tocEntryStyle = serif(11, 2)
export const headerStyle = serif(9, 1.2)
export const signatureStyle = serif(10.5, 1.6)
export const sealStyle = sans(9, 1.4)
export const placeholderStyle = sans(10.5, 1.6)

export const cellStyle = (style: CellStyle, isDense: boolean): TextStyle => {
  const size = isDense ? 9 : 10.5
  const styles: Record<CellStyle, TextStyle> = {
    text: serif(size, 1.5),
    label: sans(size - 0.5, 1.5),
    bold: { ...serif(size, 1.5), face: 'serifBold' },
    strong: { ...serif(13, 1.5), face: 'serifBold' },
  }
  return styles[style]
}
