import type { SceneItem } from '#core/documents/page.ts'
import type { Ink, SceneMark, Stroke } from '#shared/documents/scene.ts'

const setStroke = (pdf: PDFKit.PDFDocument, { colour, width, dash }: Stroke): void => {
  pdf.strokeColor(colour).lineWidth(width)
  const [on, off] = dash ?? []
  if (on !== undefined && on > 0) pdf.dash(on, { space: off ?? on })
}

const paint = (pdf: PDFKit.PDFDocument, { fill, stroke, opacity }: Ink): void => {
  if (opacity !== undefined) pdf.opacity(opacity)
  if (stroke !== undefined) setStroke(pdf, stroke)
  if (fill !== undefined && stroke !== undefined) pdf.fillAndStroke(fill, stroke.colour)
  else if (fill !== undefined) pdf.fill(fill)
  else if (stroke !== undefined) pdf.stroke()
}

const outline = (pdf: PDFKit.PDFDocument, mark: Exclude<SceneMark, { kind: 'text' | 'line' }>): void => {
  if (mark.kind === 'rect') pdf.rect(mark.x, mark.y, mark.width, mark.height)
  if (mark.kind === 'circle') pdf.circle(mark.x, mark.y, mark.radius)
  if (mark.kind !== 'path') return
  mark.points.forEach(([x, y], index) => (index === 0 ? pdf.moveTo(x, y) : pdf.lineTo(x, y)))
  if (mark.isClosed) pdf.closePath()
}

/** The vectors of a scene; its texts are set with the other text of the page. */
export const drawScene = (pdf: PDFKit.PDFDocument, { scene, x, y, scale }: SceneItem): void => {
  pdf.save().transform(scale, 0, 0, scale, x, y)
  for (const mark of scene.marks) {
    if (mark.kind === 'text' || (mark.kind === 'path' && mark.points.length < 2)) continue
    pdf.save()
    if (mark.kind === 'line') {
      setStroke(pdf, mark.stroke)
      pdf.moveTo(...mark.from).lineTo(...mark.to).stroke()
    } else {
      outline(pdf, mark)
      paint(pdf, mark)
    }
    pdf.restore()
  }
  pdf.restore()
}
