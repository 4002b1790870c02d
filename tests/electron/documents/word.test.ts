import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { openFonts } from '#core/documents/fonts.ts'
import { renderPdf } from '#core/documents/render-pdf.ts'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import { documentTexts, pageOf, paragraph } from '#shared/documents/document.ts'
import type { Block, PrintDocument, Section } from '#shared/documents/document.ts'
import { businessVolume, priceVolume, technicalVolume } from '../../support/volumes.ts'
import { usualBlindFormat } from '#shared/documents/page-format.ts'
import { squeezed } from '../../support/pdf-tools.ts'
import { jpeg } from '../../support/pictures.ts'
import { sourcePdf, writtenPdf } from '../../support/source-pdf.ts'
import { pdfium } from '../../support/workspace.ts'
import { partsOf } from '../../support/zip-parts.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')
const now = '2026-11-22T22:48:13.123Z'
const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)

const wordOf = async (document: PrintDocument, files = new Map<string, Uint8Array>()): Promise<Buffer> => Buffer.from((await renderPdf(document, { fonts, now, pdfium, files, format: 'word' })).bytes)
const textOf = async (file: Buffer): Promise<string> => squeezed((await mammoth.extractRawText({ buffer: file })).value)

const mediaOf = (file: Buffer): (string | undefined)[] => [...partsOf(file).keys()].filter((name) => name.startsWith('word/media/')).map((name) => name.split('.').at(-1)).toSorted((a = '', b = '') => a.localeCompare(b))

/** Pictures and words of each page, as far as breaks and sections part them. */
const pagesOf = (body: string): [number, string][] => {
  const pages: [number, string][] = [[0, '']]
  for (const paragraph of body.split('</w:p>')) {
    if (paragraph.includes('<w:pageBreakBefore/>')) pages.push([0, ''])
    const last = pages[pages.length - 1] ?? [0, '']
    last[0] += paragraph.match(/<pic:pic /g)?.length ?? 0
    last[1] += squeezed(paragraph.replaceAll(/<w:instrText[^>]*>[^<]*<[^>]*>|<[^>]+>/g, ''))
    if (paragraph.includes('<w:sectPr>') && !paragraph.includes('</w:body>')) pages.push([0, ''])
  }
  return pages
}

const section = (title: string, blocks: Block[], orientation: Section['orientation'] = 'portrait'): Section => ({ title, orientation, blocks })
const documentOf = (sections: Section[], more: Partial<PrintDocument> = {}): PrintDocument => ({ volume: 'technical', info: { title: '甲 & 乙', author: '某公司' }, header: { left: '样本项目', right: 'NO-1' }, watermark: null, cover: [], sections, ...more })

describe('the Word file', () => {
  it.each([
    ['business', businessVolume(bid)],
    ['technical', technicalVolume(bid)],
    ['price', priceVolume(bid)],
  ])('of the %s volume has every text the PDF has, in the same order of forms', async (_, document) => {
    const text = await textOf(await wordOf(document))
    const own = [document.info.title, document.info.author, document.header.left, document.header.right]
    const missing = documentTexts(document).filter((typed) => !own.includes(typed) && !text.includes(squeezed(typed)))
    expect(missing).toEqual([])
    const places = document.sections.map(({ title }) => text.lastIndexOf(squeezed(title)))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('numbers headings, names their outline level, lists them with page numbers and refers to pages by fields', async () => {
    const document = documentOf(
      [
        section('甲', [{ kind: 'heading', text: '总体', isNumbered: true }, paragraph([{ text: '见第' }, pageOf('there'), { text: '页' }])]),
        section('乙', [paragraph('此处', { anchor: 'there' }), { kind: 'table', columns: [{ share: 1, align: 'left' }], head: [[{ text: '表头' }]], rows: [[{ text: [pageOf('there')] }]], dense: true }], 'landscape'),
      ],
      { format: { numbering: 'decimal', contentsDepth: 2 } },
    )
    const file = await wordOf(document)
    const body = partsOf(file).get('word/document.xml') ?? ''
    expect(await textOf(file)).toMatch(/^目录甲21\.1总体2乙3甲1\.1总体见第3页乙此处表头3$/)
    expect(body.match(/<w:outlineLvl w:val="(\d)"\/>/g)).toEqual(['<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="1"/>', '<w:outlineLvl w:val="0"/>'])
    const bookmark = /PAGEREF (ref_\d+)/.exec(body)?.[1] ?? ''
    expect(body).toContain(`w:name="${bookmark}"`)
    expect(body).toContain('<w:tblHeader/>')
    expect(body).toMatch(/w:w="16838" w:h="11906" w:orient="landscape"/)
    expect(body).toMatch(/w:eastAsia="宋体"/)
  })

  it('has header, footer with page and total as fields, and only the properties we say', async () => {
    const parts = partsOf(await wordOf(documentOf([section('甲', [paragraph('正文')])])))
    const names = [...parts.keys()]
    const all = names.filter((name) => /word\/(header|footer)/.test(name)).map((name) => parts.get(name)).join('')
    for (const part of ['样本项目', 'NO-1', 'PAGE', 'NUMPAGES', '第 ', ' 页 共 ']) expect(all).toContain(part)
    const core = parts.get('docProps/core.xml') ?? ''
    expect(core).toContain('<dc:title>甲 &amp; 乙</dc:title><dc:creator>某公司</dc:creator><cp:lastModifiedBy>某公司</cp:lastModifiedBy>')
    expect(core).toContain('2026-11-23T04:00:00Z')
    expect(core.match(/<(?:dc|cp|dcterms):\w+/g)).toHaveLength(6)
    for (const [name, part] of parts) expect({ name, found: /docx|dolanmiu|Un-named|node_modules/i.test(part) }).toEqual({ name, found: false })
  })

  it('of a blind bid names nobody, in its text or beside it', async () => {
    const document = documentOf([section('方案', [paragraph('正文')])], { cover: [paragraph('某公司')], format: { blind: usualBlindFormat } })
    for (const [name, part] of partsOf(await wordOf(document))) expect({ name, found: /某公司|样本项目|NO-1|甲 &amp; 乙|2026/.test(part) }).toEqual({ name, found: false })
  })

  it('shows pictures turned upright and drawings as pictures', async () => {
    const file = await wordOf(
      documentOf([
        section('图', [
          { kind: 'picture', file: 'a', alt: '执照', caption: '营业执照' },
          { kind: 'drawing', alt: '价格图', caption: null, scene: { width: 100, height: 50, marks: [{ kind: 'rect', x: 0, y: 0, width: 50, height: 50, fill: '#ff0000' }, { kind: 'text', x: 70, y: 30, text: '价', size: 10, align: 'center' }] } },
        ]),
      ]),
      new Map([['a', jpeg(6)]]),
    )
    expect(mediaOf(file)).toEqual(['jpg', 'png'])
    expect(partsOf(file).get('word/document.xml')).toMatch(/rot="5400000"/)
    expect(await textOf(file)).toContain('营业执照')
  })

  it('holds the pages of a PDF as pictures: below the title or on a page each, broad ones turned, found by their anchor', async () => {
    const source = await sourcePdf([{ text: 'first' }, { text: 'second' }, { text: 'broad', size: [842, 595] }, { text: 'last' }])
    const document = documentOf([section('证书', [paragraph('附后：'), { kind: 'pageBreak' }, { kind: 'pdfPages', file: 'b', title: '资质证书', anchor: 'paper' }, { kind: 'pageBreak' }, paragraph([{ text: '见第' }, pageOf('paper'), { text: '页' }])])])
    const file = await wordOf(document, new Map([['b', source]]))
    const body = partsOf(file).get('word/document.xml') ?? ''
    expect(mediaOf(file)).toEqual(['png', 'png', 'png', 'png'])
    expect(pagesOf(body)).toEqual([[0, '证书附后：'], [1, ''], [1, ''], [1, ''], [1, ''], [0, '见第2页']])
    expect(body.match(/w:w="\d+" w:h="\d+" w:orient="\w+"/g)).toEqual(['portrait', 'landscape', 'portrait'].map((orient) => (orient === 'portrait' ? 'w:w="11906" w:h="16838" w:orient="portrait"' : 'w:w="16838" w:h="11906" w:orient="landscape"')))
    expect(body).toMatch(new RegExp(`<w:bookmarkStart w:name="${/PAGEREF (ref_\d+)/.exec(body)?.[1]}"[^>]*/><w:r><w:drawing>`))
    expect([...body.matchAll(/<wp:docPr [^>]*name="([^"]*)"/g)].map(([, name]) => name)).toEqual(['资质证书 1', '资质证书 2', '资质证书 3', '资质证书 4'])
  })

  it('tells how far the painting is, page by page', async () => {
    const source = await sourcePdf([{ text: 'first' }, { text: 'second' }])
    const shares: number[] = []
    await renderPdf(documentOf([section('证书', [{ kind: 'pdfPages', file: 'b', title: '资质证书' }])]), { fonts, now, pdfium, files: new Map([['b', source]]), format: 'word', onProgress: (share) => shares.push(share) })
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares.slice(-2)).toEqual([0.75, 1])
  })

  it('has scans as JPEG, type as PNG, and names the page that cannot be painted', async () => {
    const grain = Buffer.from(Array.from({ length: 810_000 }, (_, index) => (index * index * 31) % 251))
    const scan = `q 595 0 0 842 0 0 cm BI /W 900 /H 900 /CS /G /BPC 8 /F /AHx ID ${grain.toString('hex')}> EI Q`
    expect(mediaOf(await wordOf(documentOf([section('证', [{ kind: 'pdfPages', file: 'b', title: '扫描件' }])]), new Map([['b', writtenPdf(scan)]])))).toEqual(['jpg'])
    // Its page tree holds more pages than it counts: one reader follows the tree, the painter the count.
    const uncounted = writtenPdf('0 0 9 9 re f', { kids: '3 0 R 3 0 R' })
    const { problems } = await renderPdf(documentOf([section('证', [{ kind: 'pdfPages', file: 'b', title: '残页' }])]), { fonts, now, pdfium, format: 'word', files: new Map([['b', uncounted]]) })
    expect(problems).toEqual([{ code: 'pdf-unpainted', name: '残页 2' }])
  })
})
