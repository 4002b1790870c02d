import type { FaceName } from '#core/documents/fonts.ts'
import type { TextItem } from '#core/documents/page.ts'
import type { BidPdf } from '#core/documents/pdf-file.ts'

/** The operators that set a run of text where the layout put it. pdfkit's own `text` measures, wraps and saves the state of every run anew. */
export type TextWriter = { operators(item: TextItem): string }

type Encoder = { id: string; ref(): PDFKit.PDFKitReference; hexOf(character: string): string }

const number = (value: number): string => String(Math.round(value * 1000) / 1000)

export const createTextWriter = (pdf: BidPdf): TextWriter => {
  const encoders = new Map<FaceName, Encoder>()
  const encoderOf = (face: FaceName): Encoder => {
    const known = encoders.get(face)
    if (known) return known
    pdf.useFace(face)
    const { _font: font } = pdf
    const codes = new Map<string, string>()
    const encoder: Encoder = {
      id: font.id,
      ref: () => font.ref(),
      hexOf: (character) => {
        const code = codes.get(character)
        if (code !== undefined) return code
        const hex = font.encode(character)[0].join('')
        codes.set(character, hex)
        return hex
      },
    }
    encoders.set(face, encoder)
    return encoder
  }
  return {
    operators: ({ face, size, x, baseline, text, spacing }) => {
      const encoder = encoderOf(face)
      pdf.page.fonts[encoder.id] ??= encoder.ref()
      let hex = ''
      for (const character of text) hex += encoder.hexOf(character)
      // The page's plane points down; the letters must not.
      return `BT /${encoder.id} ${number(size)} Tf ${number(spacing)} Tc 1 0 0 -1 ${number(x)} ${number(baseline)} Tm <${hex}> Tj ET`
    },
  }
}
