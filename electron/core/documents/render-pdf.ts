import Pdf from 'pdfkit'
import type { FaceName, Fonts } from '#core/documents/fonts.ts'
import { layOut } from '#core/documents/layout.ts'
import type { Item, Page, SealPlace } from '#core/documents/page.ts'
import type { TocEntry } from '#core/documents/furniture.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'

export type RenderOptions = {
  fonts: Fonts
  /** The instant of printing; only its day in Beijing enters the file. */
  now: string
}

export type RenderedDocument = {
  bytes: Uint8Array<ArrayBuffer>
  pages: number
  outline: TocEntry[]
  /** Where a seal goes, with its page. */
  seals: (SealPlace & { page: number })[]
  /** Characters no font has: not empty means the file must not be handed in. */
  missingGlyphs: string[]
}

/** pdfkit writes its own name and an unescaped title into an XMP packet; the plain properties say all we want to say. */
class PlainPdf extends Pdf {
  override endMetadata(): void {}
}

const watermarkGrey = '#e4e4e4'
const shadeGrey = '#f0f0f0'

const drawWatermark = (pdf: PDFKit.PDFDocument, text: string, page: Page): void => {
  const { width, height } = page.geometry
  const characters = Array.from(text).length
  const size = Math.min(110, 304 / characters)
  const textLength = characters * size
  pdf.save()
  pdf.rotate(-45, { origin: [width / 2, height / 2] })
  pdf.font('sansBold').fontSize(size).fillColor(watermarkGrey)
  pdf.text(text, (width - textLength) / 2, height / 2 + size * 0.35, { lineBreak: false, baseline: 'alphabetic' })
  pdf.restore()
  pdf.fillColor('#000000')
}

const pageName = (page: number): string => `page-${page}`

const drawItem = (pdf: PDFKit.PDFDocument, page: Page, item: Item): void => {
  switch (item.kind) {
    case 'text':
      pdf.font(item.face).fontSize(item.size)
      pdf.text(item.text, item.x, item.baseline, { lineBreak: false, baseline: 'alphabetic', characterSpacing: item.spacing })
      return
    case 'line':
      pdf.lineWidth(item.width).moveTo(item.x1, item.y1).lineTo(item.x2, item.y2).stroke()
      return
    case 'box':
      if (item.isDashed) pdf.dash(3, { space: 2 })
      pdf.lineWidth(item.lineWidth).rect(item.x, item.y, item.width, item.height).stroke()
      if (item.isDashed) pdf.undash()
      return
    case 'shade':
      pdf.rect(item.x, item.y, item.width, item.height).fill(shadeGrey)
      pdf.fillColor('#000000')
      return
    case 'link':
      pdf.goTo(item.x, item.y, item.width, item.height, pageName(item.page))
      return
    case 'watermark':
      drawWatermark(pdf, item.text, page)
  }
}

const collect = (pdf: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const parts: Uint8Array[] = []
    pdf.on('data', (part: Uint8Array) => parts.push(part))
    pdf.on('end', () => {
      const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
      let offset = 0
      for (const part of parts) {
        bytes.set(part, offset)
        offset += part.length
      }
      resolve(bytes)
    })
    pdf.on('error', reject)
  })

const faceNames: readonly FaceName[] = ['serif', 'serifBold', 'sans', 'sansBold']

const createPdf = (document: PrintDocument, fonts: Fonts, now: string): PDFKit.PDFDocument => {
  // Noon in Beijing of the day: a file tells when it was printed to the day, not who sat at the machine at which second.
  const printed = new Date(`${beijingDay(now)}T12:00:00+08:00`)
  const pdf = new PlainPdf({
    pdfVersion: '1.7',
    autoFirstPage: false,
    font: '',
    fontLayoutCache: false,
    lang: 'zh-CN',
    displayTitle: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    info: { Title: document.info.title, Author: document.info.author, CreationDate: printed },
  })
  delete pdf.info.Producer
  delete pdf.info.Creator
  // Only registered: a face that is not used is not embedded.
  for (const name of faceNames) pdf.registerFont(name, fonts[name].embeddable)
  return pdf
}

const drawPage = (pdf: PDFKit.PDFDocument, page: Page, bookmarks: readonly TocEntry[]): void => {
  pdf.addPage({ size: [page.geometry.width, page.geometry.height], margins: { top: 0, bottom: 0, left: 0, right: 0 } })
  for (const { title, page: number } of bookmarks) {
    pdf.outline.addItem(title)
    pdf.addNamedDestination(pageName(number), 'Fit')
  }
  for (const item of page.items) drawItem(pdf, page, item)
}

/** A printable document as PDF: A4, embedded TrueType subsets, bookmarks; in memory, and the same bytes for the same input. */
export const renderPdf = async (document: PrintDocument, { fonts, now }: RenderOptions): Promise<RenderedDocument> => {
  const { pages, outline, missing } = layOut(document, fonts)
  const pdf = createPdf(document, fonts, now)
  const bytes = collect(pdf)
  pages.forEach((page, index) => drawPage(pdf, page, outline.filter((entry) => entry.page === index + 1)))
  pdf.end()
  return {
    bytes: await bytes,
    pages: pages.length,
    outline,
    seals: pages.flatMap((page, index) => page.seals.map((seal) => ({ ...seal, page: index + 1 }))),
    missingGlyphs: missing,
  }
}
