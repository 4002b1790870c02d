import type { DocumentFiles } from '#core/documents/attachments.ts'
import { openFonts, type Fonts } from '#core/documents/fonts.ts'
import { renderPdf, type RenderedDocument } from '#core/documents/render-pdf.ts'
import type { PrintDocument } from '#shared/documents/document.ts'

/** What crosses to the printing thread and back. `now` is an instant. */
export type PrintJob = { document: PrintDocument; now: string; files?: DocumentFiles }
export type RenderedPdf = RenderedDocument

const opened = new Map<string, Fonts>()

/** Renders a job; the fonts are opened once per folder and process. */
export function renderJob({ document, now, files }: PrintJob, fontsDirectory: string): Promise<RenderedPdf> {
  const fonts = opened.get(fontsDirectory) ?? openFonts(fontsDirectory)
  opened.set(fontsDirectory, fonts)
  return renderPdf(document, { fonts, now, ...(files === undefined ? {} : { files }) })
}
