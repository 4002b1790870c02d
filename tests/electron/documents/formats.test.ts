import { describe, expect, it } from 'vitest'
import { openFonts } from '#core/documents/fonts.ts'
import { layOut } from '#core/documents/layout.ts'
import { renderPdf } from '#core/documents/render-pdf.ts'
import type { Page } from '#core/documents/page.ts'
import { paragraph } from '#shared/documents/document.ts'
import type { Block, PrintDocument, Section } from '#shared/documents/document.ts'
import { usualBlindFormat } from '#shared/documents/page-format.ts'
import type { Scene } from '#shared/documents/scene.ts'
import { inspectPdf, missingPdfTools, squeezed } from '../../support/pdf-tools.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')
const now = '2026-11-22T00:00:00.000Z'
const skip = missingPdfTools.length > 0

const section = (title: string, blocks: Block[], orientation: Section['orientation'] = 'portrait'): Section => ({ title, orientation, blocks })
const documentOf = (sections: Section[], more: Partial<PrintDocument> = {}): PrintDocument => ({
  volume: 'technical',
  info: { title: '甲 & 乙 <项目>', author: '某公司' },
  header: { left: '某公司 样本', right: 'NO-1' },
  watermark: null,
  cover: [paragraph('某公司', { style: 'coverTitle' })],
  sections,
  ...more,
})
const textOf = (page: Page | undefined): string => page?.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('') ?? ''

const scene: Scene = {
  width: 100,
  height: 50,
  marks: [
    { kind: 'rect', x: 10, y: 10, width: 30, height: 40, fill: '#c92a2a', stroke: { colour: '#000000', width: 0.5 } },
    { kind: 'path', points: [[0, 0], [50, 25], [100, 0]], isClosed: false, stroke: { colour: '#1f4fd8', width: 1, dash: [2, 1] } },
    { kind: 'line', from: [0, 50], to: [100, 50], stroke: { colour: '#000000', width: 0.5 } },
    { kind: 'circle', x: 80, y: 25, radius: 5, fill: '#0b7a75', opacity: 0.5 },
    { kind: 'text', x: 50, y: 46, text: '保本价', size: 4, align: 'center', colour: '#c92a2a' },
  ],
}
const drawing: Block = { kind: 'drawing', scene, alt: '价格图', caption: '图 1 价格' }
const headings: Block[] = [
  { kind: 'heading', text: '总体', isNumbered: true },
  { kind: 'heading', text: '目标', level: 2, isNumbered: true },
  { kind: 'heading', text: '范围', level: 2, isNumbered: true },
  { kind: 'heading', text: '细节', level: 3, isNumbered: true },
  { kind: 'heading', text: '实施', isNumbered: true },
  { kind: 'heading', text: '步骤', level: 2, isNumbered: true },
  { kind: 'heading', text: '附注' },
  paragraph('正文'),
]

describe('numbered headings', () => {
  it.each([
    ['chinese', ['（一）总体', '1．目标', '2．范围', '（1）细节', '（二）实施', '1．步骤', '附注']],
    ['decimal', ['2.1　总体', '2.1.1　目标', '2.1.2　范围', '2.1.2.1　细节', '2.2　实施', '2.2.1　步骤', '附注']],
  ] as const)('count as %s bids do, and become bookmarks below their form', async (numbering, expected) => {
    const { outline } = await renderPdf(documentOf([section('甲', []), section('乙', headings)], { format: { numbering, contentsDepth: 3 } }), { fonts, now })
    expect(outline.slice(3).map(({ title }) => title)).toEqual(expected)
    expect(outline.map(({ level }) => level)).toEqual([0, 0, 0, 1, 2, 2, 3, 1, 2, 1])
  })

  it('are listed in the contents as deep as asked', () => {
    const contents = (contentsDepth: 1 | 2 | 3): string => textOf(layOut(documentOf([section('甲', []), section('乙', headings)], { cover: [], format: { contentsDepth } }), fonts).pages[0])
    expect([contents(1).includes('总体'), contents(2).includes('总体'), contents(2).includes('目标'), contents(3).includes('目标'), contents(3).includes('细节')]).toEqual([false, true, false, true, false])
  })
})

describe('a blind bid', () => {
  const blind = documentOf([section('方案', [...headings, { kind: 'table', columns: [{ share: 1, align: 'left' }], head: [[{ text: '表头' }]], rows: [[{ text: [{ text: '粗', bold: true }] }]], dense: true }, drawing])], { format: { blind: usualBlindFormat } })

  it('is set in one face and size and black, without cover or header, in the margins it was told', () => {
    const { pages } = layOut(blind, fonts)
    const texts = pages.flatMap(({ items }) => items.filter((item) => item.kind === 'text'))
    const set = texts.filter(({ text }) => !scene.marks.some((mark) => mark.kind === 'text' && mark.text === text))
    expect(new Set(set.map(({ face, size }) => `${face} ${size}`))).toEqual(new Set(['serif 12']))
    expect(pages.map(textOf).join('')).not.toContain('某公司')
    expect(Math.min(...set.map(({ x }) => x))).toBeCloseTo((25 / 25.4) * 72, 1)
    const drawn = pages.flatMap(({ items }) => items.filter(({ kind }) => kind === 'scene' || kind === 'text'))
    for (const [, red, green, blue] of JSON.stringify(drawn, (key, value: unknown) => (key === 'role' ? undefined : value)).matchAll(/#(..)(..)(..)/g)) expect([green, blue]).toEqual([red, red])
  })

  it.skipIf(skip)('has no property that could name anybody', async () => {
    const { info, plain, pages } = inspectPdf((await renderPdf(blind, { fonts, now })).bytes)
    expect(Object.keys(info).filter((key) => /title|subject|keywords|author|creator|producer|date/i.test(key) && key !== 'Metadata Stream')).toEqual([])
    for (const word of ['某公司', '甲 & 乙', 'dc:title', 'dc:creator', 'CreateDate']) expect(plain.includes(Buffer.from(word).toString('latin1'))).toBe(false)
    expect(squeezed(pages[0] ?? '')).toMatch(/^方案.*1$/)
  })
})

describe('the file', () => {
  it.skipIf(skip)('is tagged: headings, paragraphs, tables by row and cell, figures with their text, repeated heads and rules as decoration', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => [{ text: `行${index}` }, { text: '内容' }])
    const table: Block = { kind: 'table', columns: [{ share: 1, align: 'left' }, { share: 1, align: 'left' }], head: [[{ text: '甲' }, { text: '乙' }]], rows, dense: false }
    const { plain, check, info } = inspectPdf((await renderPdf(documentOf([section('表', [...headings, table, drawing])], { cover: [] }), { fonts, now })).bytes)
    const count = (tag: string): number => plain.match(new RegExp(`/S /${tag}\\b`, 'g'))?.length ?? 0
    expect(check).toContain('No syntax or stream encoding errors found')
    expect(info['Tagged']).toBe('yes')
    expect({ Table: count('Table'), TR: count('TR'), TH: count('TH'), TD: count('TD'), H1: count('H1'), H2: count('H2'), Figure: count('Figure'), Caption: count('Caption') }).toEqual({ Table: 1, TR: 61, TH: 2, TD: 120, H1: 1, H2: 3, Figure: 1, Caption: 1 })
    const [open, closed] = [plain.match(/\bBDC\b|\bBMC\b/g)?.length, plain.match(/\bEMC\b/g)?.length]
    expect(open).toBe(closed)
  })

  it.skipIf(skip)('claims PDF/A-2b and carries what it asks for: metadata equal to the properties and well-formed, a colour profile, an identifier', async () => {
    const { plain, info } = inspectPdf((await renderPdf(documentOf([section('甲', [paragraph('正文')])]), { fonts, now })).bytes)
    const xmp = Buffer.from(/<\?xpacket begin[\s\S]*?<\?xpacket end="w"\?>/.exec(plain)?.[0] ?? '', 'latin1').toString('utf8')
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')
    expect(xmp).toContain('甲 &amp; 乙 &lt;项目&gt;')
    expect([info['Title'], info['Author']]).toEqual(['甲 & 乙 <项目>', '某公司'])
    expect(plain).toMatch(/\/OutputIntents/)
    expect(plain).toMatch(/\/ID \[/)
  })

  it('of a book printed on both sides has its wide margin at the binding of every page', async () => {
    const sections = [section('甲', [paragraph('奇数页')]), section('乙', [paragraph('偶数页')]), section('丙', [paragraph('横页')], 'landscape')]
    const one = await renderPdf(documentOf(sections, { cover: [] }), { fonts, now })
    const both = await renderPdf(documentOf(sections, { cover: [], format: { isDuplex: true } }), { fonts, now })
    expect(one.pages).toBe(both.pages)
    if (skip) return
    const shifts = (bytes: Uint8Array): string[] => [...inspectPdf(bytes).plain.matchAll(/1 0 0 1 (\S+) (\S+) cm/g)].map(([, x, y]) => `${Math.round(Number(x))} ${Math.round(Number(y))}`)
    expect(shifts(one.bytes)).toEqual([])
    // Pages 2 and 4 of the contents, 甲, 乙, 丙: 5 mm to the left; the turned page moves up.
    expect(shifts(both.bytes)).toEqual(['-14 0', '0 -45'])
  })

  it('draws vectors with their labels in our own fonts', async () => {
    const { missingGlyphs, bytes } = await renderPdf(documentOf([section('图', [drawing])], { cover: [] }), { fonts, now })
    expect(missingGlyphs).toEqual([])
    if (skip) return
    const { pages, fonts: used, plain } = inspectPdf(bytes)
    expect(squeezed(pages[0] ?? '')).toMatch(/图.*保本价.*图1价格/)
    expect(used.every(({ type }) => type === 'CID TrueType')).toBe(true)
    expect(plain).not.toContain('/Subtype /Image')
  })
})
