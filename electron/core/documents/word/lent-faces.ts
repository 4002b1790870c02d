import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import type { FaceName, Fonts } from '#core/documents/fonts.ts'

/** Windows' numbers of the Japanese, Korean, simplified and traditional Chinese character sets. */
const eastAsian = new Set([128, 129, 134, 136])
const simplifiedChinese = 134
const serifFlag = 16
const boldFrom = 600

const faceNames: readonly FaceName[] = ['sans', 'sansBold', 'serif', 'serifBold']

/**
 * Lends our faces for Chinese text whose font a PDF names and does not hold, as invoices often do: without them PDFium
 * leaves such text out. The order of the calls is that of its structure FPDF_SYSFONTINFO.
 */
export const lendFaces = ({ pdfium, FPDF_SetSystemFontInfo }: WrappedPdfiumModule, fonts: Fonts): void => {
  const fileOf = (face: number): Uint8Array => fonts[faceNames[face - 1] ?? 'sans'].file()
  const write = (bytes: Uint8Array, to: number, room: number): number => {
    if (to !== 0 && room >= bytes.length) pdfium.HEAPU8.set(bytes, to)
    return bytes.length
  }
  const mapFont = (_info: number, weight = 0, _italic = 0, charset = 0, pitch = 0): number => (eastAsian.has(charset) ? 1 + ((pitch & serifFlag) === 0 ? 0 : 2) + (weight < boldFrom ? 0 : 1) : 0)
  /** Asked for single tables too, which a whole file makes needless. */
  const fontData = (_info: number, face = 0, table = 0, to = 0, room = 0): number => (table === 0 ? write(fileOf(face), to, room) : 0)
  const faceName = (_info: number, face = 0, to = 0, room = 0): number => write(Buffer.from(`${faceNames[face - 1] ?? ''}\0`), to, room)
  // Each a function of its own: given twice, one would keep its first signature.
  const calls: readonly [string, (...values: number[]) => number][] = [
    ['vi', () => 0],
    ['vii', () => 0],
    ['iiiiiiii', mapFont],
    ['iii', () => 0],
    ['iiiiii', fontData],
    ['iiiii', faceName],
    ['iii', () => simplifiedChinese],
    ['vii', () => 0],
  ]
  const words = [1, ...calls.map(([signature, call]) => pdfium.addFunction(call, signature))]
  const info = pdfium.wasmExports.malloc(words.length * 4)
  pdfium.HEAPU8.set(new Uint8Array(Int32Array.from(words).buffer), info)
  FPDF_SetSystemFontInfo(info)
}
