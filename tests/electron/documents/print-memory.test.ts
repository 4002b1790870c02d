import { createHash } from 'node:crypto'
import fc from 'fast-check'
import Pdf from 'pdfkit'
import { beforeAll, describe, expect, it } from 'vitest'
import { openFonts } from '#core/documents/fonts.ts'
import { createPrintMemory, renderPdf } from '#core/documents/render-pdf.ts'
import { pageOf, paragraph } from '#shared/documents/document.ts'
import type { Block, PrintDocument, Section } from '#shared/documents/document.ts'
import { png } from '../../support/pictures.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')
const now = '2026-11-22T00:00:00.000Z'
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const scanOf = (texts: readonly string[]): Promise<Buffer> =>
  new Promise((resolve) => {
    const pdf = new Pdf({ autoFirstPage: false, info: { CreationDate: new Date(now) } })
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    for (const text of texts) pdf.addPage({ size: 'A4', margin: 40 }).fontSize(20).text(text, 40, 40)
    pdf.end()
  })

const files = new Map<string, Uint8Array>()
const scans: string[] = []
const pictures: string[] = []

beforeAll(async () => {
  const keep = (bytes: Uint8Array, list: string[]) => {
    files.set(hashOf(bytes), bytes)
    list.push(hashOf(bytes))
  }
  for (const texts of [['one'], ['first', 'second', 'third']]) keep(await scanOf(texts), scans)
  for (const [width, height] of [[40, 30], [30, 40]] as const) keep(png(width, height), pictures)
})

/** What a person may change between two previews; a chapter that grows moves the pages the others cite over 9 and 99. */
type Draft = { lengths: readonly number[]; words: string; scan: number | null; picture: number | null; isDraft: boolean; volume: 'business' | 'technical' }

const documentOf = ({ lengths, words, scan, picture, isDraft, volume }: Draft): PrintDocument => {
  const last = lengths.length - 1
  const cites = (anchors: readonly number[]): Block => ({ kind: 'table', dense: true, columns: [{ share: 60, align: 'left' }, { share: 40, align: 'center' }], head: [], rows: anchors.map((no) => [{ text: `第${no + 1}章` }, { text: [{ text: '第' }, pageOf(`chapter-${no}`), { text: '页' }] }]) })
  const chapter = (length: number, no: number): Section => ({
    title: `第${no + 1}章`,
    orientation: no % 3 === 2 ? 'landscape' : 'portrait',
    blocks: [paragraph(`起于此处${no === 0 ? words : ''}`, { anchor: `chapter-${no}` }), ...Array.from({ length }, (_, nth) => [paragraph(`第${nth}段，见第`, {}), paragraph([{ text: '页码：' }, pageOf(`chapter-${(no + nth) % lengths.length}`)]), { kind: 'pageBreak' } as const]).flat(), paragraph([{ text: '末章见第' }, pageOf(`chapter-${last}`), { text: '页。' }])],
  })
  const attached: Block[] = [
    ...(scan === null ? [] : [{ kind: 'pdfPages', file: scans[scan] ?? '', title: '证书' } as const]),
    ...(picture === null ? [] : [{ kind: 'picture', file: pictures[picture] ?? '', alt: '照片', caption: '照片' } as const]),
  ]
  return {
    volume,
    info: { title: '样本', author: '某公司' },
    header: { left: '样本', right: 'NO-1' },
    watermark: isDraft ? '草稿' : null,
    cover: [],
    sections: [{ title: '索引', orientation: 'portrait', blocks: [cites(lengths.map((_, no) => no))] }, ...lengths.map(chapter), { title: '附件', orientation: 'portrait', blocks: attached }],
  }
}

const drafts = fc.record({
  lengths: fc.tuple(fc.constantFrom(0, 1, 7), fc.constantFrom(0, 2), fc.constantFrom(0, 1, 90)),
  words: fc.constantFrom('', '甲', '乙丙，罕见字龘'),
  scan: fc.constantFrom(null, 0, 1),
  picture: fc.constantFrom(null, 0, 1),
  isDraft: fc.boolean(),
  volume: fc.constantFrom('business' as const, 'technical' as const),
})

describe('what is remembered between previews', () => {
  it('changes no byte of any file, whatever was changed before it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drafts, { minLength: 2, maxLength: 5 }), async (edits) => {
        const memory = createPrintMemory()
        for (const draft of edits) {
          const previewed = await renderPdf(documentOf(draft), { fonts, now, files, memory })
          const fresh = await renderPdf(documentOf(draft), { fonts, now, files })
          expect(previewed.problems).toEqual([])
          expect(previewed.anchors).toEqual(fresh.anchors)
          expect(Buffer.compare(previewed.bytes, fresh.bytes)).toBe(0)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('does not bring back a file that is gone', async () => {
    const memory = createPrintMemory()
    const document = documentOf({ lengths: [0], words: '', scan: 0, picture: null, isDraft: false, volume: 'business' })
    expect((await renderPdf(document, { fonts, now, files, memory })).problems).toEqual([])
    expect((await renderPdf(document, { fonts, now, files: new Map(), memory })).problems).toEqual([{ code: 'file-missing', name: '证书' }])
  })
})
