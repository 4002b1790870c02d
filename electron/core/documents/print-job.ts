import type { DocumentFiles } from '#core/documents/attachments.ts'
import { openFonts, type Fonts } from '#core/documents/fonts.ts'
import { createPrintMemory, renderPdf, type PrintMemory, type RenderedDocument } from '#core/documents/render-pdf.ts'
import type { FileFormat } from '#shared/documents/contract.ts'
import type { PrintDocument } from '#shared/documents/document.ts'

/** What crosses to the printing thread and back. `now` is an instant; without a `format` (null) it is laid out only. */
export type PrintJob = { document: PrintDocument; now: string; files?: DocumentFiles; format?: FileFormat | null }
export type RenderedPdf = RenderedDocument

type Tools = { fonts: Fonts; memory: PrintMemory }
const opened = new Map<string, Tools>()

/** Where fonts and PDFium's program are. */
export type PrintTools = { fontsDirectory: string; pdfium: string }

/** Renders a job; the fonts are opened once per folder and process, and what did not change since the last job is not done again. */
export function renderJob({ document, now, files, format = 'pdf' }: PrintJob, { fontsDirectory, pdfium }: PrintTools, onProgress: (share: number) => void = () => undefined): Promise<RenderedPdf> {
  const tools = opened.get(fontsDirectory) ?? { fonts: openFonts(fontsDirectory), memory: createPrintMemory() }
  opened.set(fontsDirectory, tools)
  return renderPdf(document, { ...tools, onProgress: nowAndThen(onProgress), now, format, pdfium, ...(files === undefined ? {} : { files }) })
}

const stepMs = 50

/** Nobody reads more than some twenty steps a second, and telling each of hundreds would cost more than setting a page. The last is always told. */
function nowAndThen(tell: (share: number) => void): (share: number) => void {
  let toldAt = -Infinity
  return (share) => {
    const at = performance.now()
    if (share < 1 && at - toldAt < stepMs) return
    toldAt = at
    tell(share)
  }
}
