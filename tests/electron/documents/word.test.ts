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
import { partsOf } from '../../support/zip-parts.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')
const now = '2026-11-22T22:48:13.123Z'
const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)

const wordOf = async (document: PrintDocument, files = new Map<string, Uint8Array>()): Promise<Buffer> => Buffer.from((await renderPdf(document, { fonts, now, files, format: 'word' })).bytes)
const textOf = async (file: Buffer): Promise<string> => squeezed((await mammoth.extractRawText({ buffer: file })).value)

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

  it('shows pictures turned upright, drawings as pictures, and says where the pages of a PDF are', async () => {
    const file = await wordOf(
      documentOf([
        section('图', [
          { kind: 'picture', file: 'a', alt: '执照', caption: '营业执照' },
          { kind: 'drawing', alt: '价格图', caption: null, scene: { width: 100, height: 50, marks: [{ kind: 'rect', x: 0, y: 0, width: 50, height: 50, fill: '#ff0000' }, { kind: 'text', x: 70, y: 30, text: '价', size: 10, align: 'center' }] } },
          { kind: 'pdfPages', file: 'b', title: '资质证书', range: { from: 1, to: 2 }, anchor: 'paper' },
        ]),
      ]),
      new Map([['a', jpeg(6)]]),
    )
    const parts = partsOf(file)
    expect([...parts.keys()].filter((name) => name.startsWith('word/media/')).map((name) => name.split('.').at(-1)).toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(['jpg', 'png'])
    expect(parts.get('word/document.xml')).toMatch(/rot="5400000"/)
    expect(await textOf(file)).toContain('营业执照资质证书（原件第1—2页）见PDF版第1页起')
  })
})
