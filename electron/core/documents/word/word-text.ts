import { AlignmentType, Bookmark, BuilderElement, LineRuleType, Paragraph, TextRun, XmlComponent } from 'docx'
import type { IParagraphOptions, ParagraphChild } from 'docx'
import type { TextStyle } from '#core/documents/inline.ts'
import { isLatin } from '#core/documents/kinsoku.ts'
import type { Styles } from '#core/documents/styles.ts'
import type { Align, Inline, Span } from '#shared/documents/document.ts'

/** What the writer of the Word file knows beside the document: how it is set, and where in the PDF each anchor came to stand. */
export type WordSetting = {
  styles: Styles
  /** Width of the text, in points. */
  width: number
  /** The name of an anchor's bookmark; Word allows neither all characters nor any length. */
  bookmarkOf(anchor: string): string
  /** Shown until Word counts its own pages. */
  pageOf(anchor: string): string
}

/** Points to twentieths, as Word counts. */
export const twips = (points: number): number => Math.round(points * 20)

/** The faces every Chinese Windows has, and the Latin ones that go with them. */
const fontOf = (face: TextStyle['face']): { ascii: string; hAnsi: string; cs: string; eastAsia: string } => {
  const isSans = face.startsWith('sans')
  const latin = isSans ? 'Arial' : 'Times New Roman'
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia: isSans ? '黑体' : '宋体' }
}

export const runStyle = ({ face, size }: TextStyle, isBold = false) => ({ font: fontOf(face), size: Math.round(size * 2), bold: isBold || face.endsWith('Bold') })

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, justify: AlignmentType.BOTH } as const
export const alignmentOf = (align: Align) => alignments[align]

/** Half of the blank that surrounds a text on a rule, in full-width spaces; they are drawn with the rule below. */
const padding = (span: Span): string => {
  const width = Array.from(span.text).reduce((sum, character) => sum + (isLatin(character) || character === ' ' ? 0.5 : 1), 0)
  return '\u3000'.repeat(Math.max(1, Math.round(((span.blankEm ?? 0) - width) / 2)))
}

const lineRuns = (text: string, options: object): TextRun[] => text.split('\n').map((line, index) => new TextRun({ text: line, ...options, ...(index === 0 ? {} : { break: 1 }) }))

const fieldMark = (kind: 'begin' | 'separate' | 'end'): BuilderElement => new BuilderElement({ name: 'w:fldChar', attributes: { kind: { key: 'w:fldCharType', value: kind } } })

/** docx keeps the text of its own field instructions to itself. */
class FieldInstruction extends XmlComponent {
  constructor(text: string) {
    super('w:instrText')
    this.root.push(text)
  }
}

/** The page of a bookmark, in the long form of a field: the short one has no style of its own and some readers drop its text. */
const pageField = (bookmark: string, shown: string, style: object): TextRun[] => {
  return [fieldMark('begin'), new FieldInstruction(`PAGEREF ${bookmark} \\h`), fieldMark('separate'), shown, fieldMark('end')].map((child) => new TextRun({ children: [child], ...style }))
}

const spanChildren = (span: Span, style: TextStyle, setting: WordSetting): ParagraphChild[] => {
  const isBold = span.bold === true
  const base = runStyle(isBold ? { ...style, face: style.bold } : style, isBold && style.bold !== style.face)
  if (span.pageOf !== undefined) return pageField(setting.bookmarkOf(span.pageOf), setting.pageOf(span.pageOf), base)
  if (span.blankEm === undefined) return lineRuns(span.text, { ...base, ...(span.underline === true ? { underline: {} } : {}) })
  return [new TextRun({ text: `${padding(span)}${span.text}${padding(span)}`, ...base, underline: {} })]
}

export const runsOf = (text: Inline, style: TextStyle, setting: WordSetting, anchor?: string): ParagraphChild[] => {
  const spans: readonly Span[] = typeof text === 'string' ? [{ text }] : text
  const children = spans.flatMap((span) => spanChildren(span, style, setting))
  return anchor === undefined ? children : [new Bookmark({ id: setting.bookmarkOf(anchor), children })]
}

/** A paragraph set line for line as the PDF sets it. */
export const paragraphOf = (children: ParagraphChild[], style: TextStyle, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ children, widowControl: true, ...more, spacing: { line: twips(style.lineHeight), lineRule: LineRuleType.EXACT, before: 0, after: 0, ...more.spacing } })
