import type { Attachments } from '#core/documents/attachments.ts'
import { drawScene } from '#core/documents/draw-scene.ts'
import type { Item, Page, PictureItem, Role, SheetItem, WatermarkItem } from '#core/documents/page.ts'
import type { BidPdf } from '#core/documents/pdf-file.ts'
import type { ImportedForm, Sheet } from '#core/documents/pdf-sheets.ts'
import type { Structure } from '#core/documents/structure.ts'
import type { TextWriter } from '#core/documents/text-writer.ts'

/** How sheets of other files come into this one; loaded only for documents that have some. */
export type SheetTool = { importSheet(sheet: Sheet): ImportedForm[]; matrixOf(sheet: Sheet, x: number, y: number, scale: number): readonly [number, number, number, number, number, number] }

export type Canvas = {
  pdf: BidPdf
  writer: TextWriter
  structure: Structure
  attachments: Attachments
  sheets: SheetTool | null
  /** Opened once a file, shown as often as the document does. */
  pictures: Map<string, PDFKit.Mixins.ImageSrc>
}

const black = '#000000'
const watermarkGrey = '#e4e4e4'
const shadeGrey = '#f0f0f0'

const drawWatermark = ({ pdf, writer }: Canvas, { text, size, width: length }: WatermarkItem, page: Page): void => {
  const { width, height } = page.geometry
  pdf.save()
  pdf.rotate(-45, { origin: [width / 2, height / 2] })
  pdf.fillColor(watermarkGrey)
  pdf.addContent(writer.operators({ kind: 'text', face: 'sansBold', size, x: (width - length) / 2, baseline: height / 2 + size * 0.35, text, spacing: 0 }))
  pdf.restore()
  pdf.fillColor(black)
}

/** From the stored picture to the upright box, for each EXIF orientation. */
const uprightMatrix = (orientation: number, { x, y, width, height }: PictureItem): [number, number, number, number, number, number] => {
  const [right, bottom] = [x + width, y + height]
  switch (orientation) {
    case 2: return [-1, 0, 0, 1, right, y]
    case 3: return [-1, 0, 0, -1, right, bottom]
    case 4: return [1, 0, 0, -1, x, bottom]
    case 5: return [0, 1, 1, 0, x, y]
    case 6: return [0, 1, -1, 0, right, y]
    case 7: return [0, -1, -1, 0, right, bottom]
    case 8: return [0, -1, 1, 0, x, bottom]
    default: return [1, 0, 0, 1, x, y]
  }
}

const drawPicture = ({ pdf, attachments, pictures }: Canvas, item: PictureItem): void => {
  const attachment = attachments.get(item.file)
  if (attachment?.kind !== 'picture') return
  const { bytes, info: { orientation } } = attachment
  const image = pictures.get(item.file) ?? pdf.openImage(bytes)
  pictures.set(item.file, image)
  const isTurned = orientation > 4
  pdf.save().transform(...uprightMatrix(orientation, item))
  const stored = { width: isTurned ? item.height : item.width, height: isTurned ? item.width : item.height, ignoreOrientation: true }
  pdf.image(image, 0, 0, stored)
  pdf.restore()
}

const drawSheet = ({ pdf, attachments, sheets }: Canvas, item: SheetItem): void => {
  const attachment = attachments.get(item.file)
  const sheet = attachment?.kind === 'pdf' ? attachment.sheets[item.page - 1] : undefined
  if (sheet === undefined || sheets === null) return
  pdf.save().rect(item.x, item.y, item.width, item.height).clip()
  pdf.transform(...sheets.matrixOf(sheet, item.x, item.y, item.width / sheet.width))
  for (const { ref, matrix } of sheets.importSheet(sheet)) {
    const name = `Sheet${ref.id}`
    pdf.page.xobjects[name] = ref
    pdf.save().transform(...matrix)
    pdf.addContent(`/${name} Do`).restore()
  }
  pdf.restore()
}

const pageName = (page: number): string => `page-${page}`

const drawItem = (canvas: Canvas, page: Page, item: Item): void => {
  const { pdf } = canvas
  switch (item.kind) {
    case 'text':
      pdf.fillColor(item.colour ?? black)
      pdf.addContent(canvas.writer.operators(item))
      pdf.fillColor(black)
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
      pdf.fillColor(black)
      return
    case 'link':
      pdf.goTo(item.x, item.y, item.width, item.height, pageName(item.page))
      return
    case 'watermark':
      drawWatermark(canvas, item, page)
      return
    case 'picture':
      drawPicture(canvas, item)
      return
    case 'sheet':
      drawSheet(canvas, item)
      return
    case 'scene':
      drawScene(pdf, item)
  }
}

type Run = { role: Role | undefined; items: Item[] }

const runsOf = (items: readonly Item[]): Run[] => {
  const runs: Run[] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last && last.role === item.role) last.items.push(item)
    else runs.push({ role: item.role, items: [item] })
  }
  return runs
}

/** Black texts in a row are written in one piece. */
const drawItems = (canvas: Canvas, page: Page, items: readonly Item[]): void => {
  let texts: string[] = []
  const flush = (): void => {
    // As bytes: pdfkit turns a string into bytes one character at a time.
    if (texts.length > 0) canvas.pdf.addContent(Buffer.from(`${texts.join('\n')}\n`, 'latin1'))
    texts = []
  }
  for (const item of items) {
    if (item.kind === 'text' && item.colour === undefined) {
      texts.push(canvas.writer.operators(item))
      continue
    }
    flush()
    drawItem(canvas, page, item)
  }
  flush()
}

/** A page of the file, moved by `shift` where the binding is on its other side. */
export const drawPage = (canvas: Canvas, page: Page, number: number, shift: { x: number; y: number }): void => {
  const { pdf, structure } = canvas
  pdf.addPage({ size: [page.geometry.width, page.geometry.height], margins: { top: 0, bottom: 0, left: 0, right: 0 } })
  pdf.addNamedDestination(pageName(number), 'Fit')
  if (shift.x !== 0 || shift.y !== 0) pdf.translate(shift.x, shift.y)
  for (const { role, items } of runsOf(page.items)) structure.mark(role, () => drawItems(canvas, page, items))
}
