import jpeg from 'jpeg-js'
import type { Attachments } from '#core/documents/attachments.ts'
import type { Fonts } from '#core/documents/fonts.ts'
import type { LaidOut } from '#core/documents/layout.ts'
import type { Geometry, SheetItem } from '#core/documents/page.ts'
import { encodePng } from '#core/documents/word/png.ts'
import { openPainter, type OpenSheets, type Painted, type SheetPainter } from '#core/documents/word/sheet-painter.ts'
import type { DocumentProblem } from '#shared/documents/problem.ts'

/** A page of another file as a picture, as large as the PDF has it (points) and on a page of the same kind; `picture` is null where it can't be painted. */
export type PaintedSheet = { name: string; geometry: Geometry; width: number; height: number; picture: { type: 'png' | 'jpg'; bytes: Buffer } | null }

/** Letters of a certificate stay legible in print. */
const dpi = 200
/** All pictures are in memory until the file is packed. */
const mostPictures = 600
const jpegQuality = 82

/** Of the pixels, those unlike their left neighbour: few where type stands on plain paper, most in a scan or a photograph. */
const grainOf = ({ pixels, width, height }: Painted): number => {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  let changes = 0
  for (let at = 1; at < words.length; at++) if (words[at] !== words[at - 1]) changes++
  return changes / words.length
}

const grainOfScans = 0.25

const withoutFourth = ({ pixels, width, height }: Painted): Uint8Array => {
  const colours = new Uint8Array(width * height * 3)
  for (let from = 0, to = 0; to < colours.length; from += 4, to += 3) {
    colours[to] = pixels[from] ?? 0
    colours[to + 1] = pixels[from + 1] ?? 0
    colours[to + 2] = pixels[from + 2] ?? 0
  }
  return colours
}

const encoded = (painted: Painted): { type: 'png' | 'jpg'; bytes: Buffer } => {
  const { pixels, width, height } = painted
  if (grainOf(painted) > grainOfScans) return { type: 'jpg', bytes: jpeg.encode({ data: pixels, width, height }, jpegQuality).data }
  return { type: 'png', bytes: encodePng(withoutFourth(painted), width, height) }
}

type Wanted = { item: SheetItem; geometry: Geometry }

const wantedOf = ({ pages }: LaidOut): Wanted[] => pages.flatMap(({ geometry, items }) => items.flatMap((item) => (item.kind === 'sheet' ? [{ item, geometry }] : [])))

export type PaintOptions = { fonts: Fonts; /** PDFium's program. */ pdfium: string | undefined; onPainted: (share: number) => void }

type Paint = (item: SheetItem) => Promise<Painted | null>

/** Opens a file once for its pages in a row. An engine that broke on a page is not asked again: what it has in memory is anyone's guess. */
const paintFrom = (attachments: Attachments, engine: () => Promise<SheetPainter>): Paint => {
  let painter: SheetPainter | null = null
  let open: { file: string; sheets: OpenSheets | null } | null = null
  return async ({ file, page, width, height }) => {
    painter ??= await engine()
    try {
      if (open?.file !== file) {
        open?.sheets?.close()
        const attachment = attachments.get(file)
        open = { file, sheets: attachment?.kind === 'pdf' ? painter.open(attachment.bytes) : null }
      }
      return open.sheets?.paint(page, { width: (width * dpi) / 72, height: (height * dpi) / 72 }) ?? null
    } catch {
      painter = null
      open = null
      return null
    }
  }
}

const sheetOf = ({ item, geometry }: Wanted, painted: Painted | null): PaintedSheet => {
  const { width, height } = painted === null ? item : { width: (painted.width * 72) / dpi, height: (painted.height * 72) / dpi }
  return { name: item.role?.alt ?? '', geometry, width, height, picture: painted === null ? null : encoded(painted) }
}

/** Paints what `laidOut` shows of other files, in the order of its pages. */
export const paintSheets = async (laidOut: LaidOut, attachments: Attachments, { fonts, pdfium, onPainted }: PaintOptions): Promise<{ sheets: PaintedSheet[]; problems: DocumentProblem[] }> => {
  const wanted = wantedOf(laidOut)
  const paint = paintFrom(attachments, () => {
    if (pdfium === undefined) throw new Error('pages of PDF files are painted with PDFium, and nobody said where it is')
    return openPainter(pdfium, fonts)
  })
  const sheets: PaintedSheet[] = []
  for (const one of wanted) {
    sheets.push(sheetOf(one, sheets.length < mostPictures ? await paint(one.item) : null))
    onPainted(sheets.length / wanted.length)
  }
  return { sheets, problems: sheets.flatMap(({ name, picture }): DocumentProblem[] => (picture === null ? [{ code: 'pdf-unpainted', name }] : [])) }
}
