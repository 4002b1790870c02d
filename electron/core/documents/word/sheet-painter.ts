import { readFileSync } from 'node:fs'
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import type { Fonts } from '#core/documents/fonts.ts'
import { lendFaces } from '#core/documents/word/lent-faces.ts'

/** Four bytes a pixel: red, green, blue and one to leave alone. */
export type Painted = { pixels: Uint8Array<ArrayBuffer>; width: number; height: number }

/** One PDF file opened for painting. `paint` fits a page, counted from 1, into a box of pixels; null where it can't be painted in time. */
export type OpenSheets = { paint(page: number, room: { width: number; height: number }): Painted | null; close(): void }
export type SheetPainter = { open(bytes: Uint8Array): OpenSheets | null }

/** A scan takes a tenth of a second; a page made to take for ever ends here. */
const mostMsPerPage = 20_000

const white = 0xffffffff
/** Four bytes a pixel, the last unused. */
const pixelFormat = 3
/** Stamps and seals are annotations; red comes first. */
const paintFlags = 0x01 | 0x10
const asSeen = 0
const toBeContinued = 1
const done = 2

/** PDFium's pause structure: asked between the objects of a page whether to stop. */
const createPause = ({ pdfium }: WrappedPdfiumModule, isOver: () => boolean): number => {
  const words = Int32Array.of(1, pdfium.addFunction(() => (isOver() ? 1 : 0), 'ii'), 0)
  const pause = pdfium.wasmExports.malloc(words.byteLength)
  pdfium.HEAPU8.set(new Uint8Array(words.buffer), pause)
  return pause
}

type Brush = { engine: WrappedPdfiumModule; pause: number; start: () => void }

const paintPage = ({ engine, pause, start }: Brush, page: number, room: { width: number; height: number }): Painted | null => {
  const [pageWidth, pageHeight] = [engine.FPDF_GetPageWidthF(page), engine.FPDF_GetPageHeightF(page)]
  const scale = Math.min(room.width / pageWidth, room.height / pageHeight)
  const [width, height] = [Math.max(1, Math.round(pageWidth * scale)), Math.max(1, Math.round(pageHeight * scale))]
  const bitmap = engine.FPDFBitmap_CreateEx(width, height, pixelFormat, 0, 0)
  if (bitmap === 0) return null
  try {
    engine.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    start()
    const status = engine.FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, width, height, 0, paintFlags, pause)
    engine.FPDF_RenderPage_Close(page)
    if (status === toBeContinued || status !== done) return null
    const from = engine.FPDFBitmap_GetBuffer(bitmap)
    return { pixels: engine.pdfium.HEAPU8.slice(from, from + width * height * 4), width, height }
  } finally {
    engine.FPDFBitmap_Destroy(bitmap)
  }
}

const openSheets = (brush: Brush, bytes: Uint8Array): OpenSheets | null => {
  const { engine } = brush
  const { malloc, free } = engine.pdfium.wasmExports
  const file = malloc(bytes.length)
  engine.pdfium.HEAPU8.set(bytes, file)
  const document = engine.FPDF_LoadMemDocument(file, bytes.length, '')
  const close = (): void => {
    if (document !== 0) engine.FPDF_CloseDocument(document)
    free(file)
  }
  if (document === 0) {
    close()
    return null
  }
  const paint: OpenSheets['paint'] = (number, room) => {
    const asFiled = engine.FPDF_LoadPage(document, number - 1)
    if (asFiled === 0) return null
    // Seals of signature fields are shown only once they are part of the page.
    const isWhole = engine.FPDFPage_Flatten(asFiled, asSeen) !== 0
    engine.FPDF_ClosePage(asFiled)
    const page = isWhole ? engine.FPDF_LoadPage(document, number - 1) : 0
    if (page === 0) return null
    try {
      return paintPage(brush, page, room)
    } finally {
      engine.FPDF_ClosePage(page)
    }
  }
  return { paint, close }
}

/**
 * PDFium in WebAssembly: it reads files of strangers and reaches nothing but its own memory. One for each document written,
 * so that a file that exhausts it spoils no other. `file` is its program, `msPerPage` the time a page may take.
 */
export const openPainter = async (file: string, fonts: Fonts, msPerPage = mostMsPerPage): Promise<SheetPainter> => {
  const { init } = await import('@embedpdf/pdfium')
  const engine = await init({ wasmBinary: new Uint8Array(readFileSync(file)).buffer })
  engine.PDFiumExt_Init()
  lendFaces(engine, fonts)
  let until = 0
  const brush: Brush = { engine, pause: createPause(engine, () => performance.now() > until), start: () => (until = performance.now() + msPerPage) }
  return { open: (bytes) => openSheets(brush, bytes) }
}
