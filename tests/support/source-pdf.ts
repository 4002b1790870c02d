import Pdf from 'pdfkit'

const a4: [number, number] = [595, 842]

/** `stamp` adds to or replaces what its annotation says. */
export type SourcePage = { size?: [number, number]; rotate?: number; text: string; stamp?: Record<string, unknown> }

/** A PDF as another program would write it: standard font, red in its upper left corner, blue in its lower right, a stamp as an annotation, an own name in its properties. */
export const sourcePdf = (pages: SourcePage[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> =>
  new Promise((resolve) => {
    const pdf = new Pdf({ autoFirstPage: false, info: { Title: 'SECRET TITLE', Author: 'SECRET AUTHOR' }, ...options })
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    for (const { size = a4, rotate = 0, text, stamp: said = {} } of pages) {
      pdf.addPage({ size, margin: 40 })
      pdf.fontSize(20).text(text, 40, 40)
      pdf.rect(0, 0, 30, 30).fill('#ff0000')
      if (rotate !== 0) Object.assign(pdf.page.dictionary.data, { Rotate: rotate })
      const stamp = pdf.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10], Resources: {} })
      stamp.end(Buffer.from('0 0 1 rg 0 0 10 10 re f'))
      const annotation = { Subtype: 'Stamp', F: 4, AP: { N: stamp }, Border: [0, 0, 0], ...said }
      pdf.annotate(size[0] - 60, size[1] - 60, 40, 40, annotation)
    }
    pdf.end()
  })

/** A PDF of one A4 page written out object by object: its content, and objects from number 5 on that `fonts` names. */
export const writtenPdf = (content: string, { fonts = '', objects = [], kids = '3 0 R' }: { fonts?: string; objects?: readonly string[]; kids?: string } = {}): Buffer => {
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count 1 >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << ${fonts} >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...objects,
  ]
  const places: number[] = []
  let text = '%PDF-1.5\n'
  all.forEach((object, index) => {
    places.push(text.length)
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${text}xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`, 'latin1')
}
