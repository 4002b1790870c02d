import { describe, expect, it } from 'vitest'
import { openFonts } from '#core/documents/fonts.ts'
import { layOut } from '#core/documents/layout.ts'
import { createLayoutCache } from '#core/documents/layout-cache.ts'
import { openLedger } from '#core/documents/page-numbers.ts'
import type { Page } from '#core/documents/page.ts'
import { renderPdf } from '#core/documents/render-pdf.ts'
import { pageOf, paragraph } from '#shared/documents/document.ts'
import type { Block, PrintDocument, Section } from '#shared/documents/document.ts'
import { responseBook, responses } from '../../../bench/response-book.ts'
import { inspectPdf, missingPdfTools, squeezed } from '../../support/pdf-tools.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')

const documentOf = (sections: Section[], more: Partial<PrintDocument> = {}): PrintDocument => ({
  volume: 'technical',
  info: { title: '样本', author: '某公司' },
  header: { left: '样本', right: 'NO-1' },
  watermark: null,
  cover: [],
  sections,
  ...more,
})
const section = (title: string, blocks: Block[], orientation: Section['orientation'] = 'portrait'): Section => ({ title, orientation, blocks })
const textOf = (page: Page | undefined): string => page?.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('') ?? ''

const columns = [{ share: 12, align: 'center' as const }, { share: 68, align: 'left' as const }, { share: 20, align: 'center' as const }]

describe('page numbers of anchors', () => {
  it('are printed wherever a text refers to them, before and after the place itself', () => {
    const { pages, anchors, passes, problems } = layOut(
      documentOf([
        section('甲', [paragraph([{ text: '见' }, pageOf('later'), { text: '页' }]), { kind: 'pageBreak' }, paragraph('这里', { anchor: 'here' })]),
        section('乙', [paragraph([{ text: '见' }, pageOf('here'), { text: '页' }]), { kind: 'table', columns, head: [], dense: true, rows: [[{ text: '格', anchor: 'later' }, { text: [pageOf('here')] }, { text: '' }]] }]),
      ]),
      fonts,
    )
    expect([...anchors]).toEqual([['here', 3], ['later', 4]])
    expect(textOf(pages[1])).toContain('见4页')
    expect(textOf(pages[3])).toContain('见3页')
    expect(textOf(pages[3])).toContain('格3')
    expect([passes, problems]).toEqual([2, []])
  })

  it('come to rest where a longer number moves the place it names to the next page', () => {
    const fill = (count: number): Block[] => Array.from({ length: count }, (_, index) => paragraph(`填充${index}`))
    for (let count = 28; count < 42; count++) {
      const narrow = paragraph(Array.from({ length: 90 }, () => [pageOf('end'), { text: '、' }]).flat(), { indentEm: 0 })
      const book = [...Array.from({ length: 8 }, (_, index) => section(`前${index}`, [paragraph('一页')])), section('动', [narrow, ...fill(count), paragraph('到此', { anchor: 'end' })])]
      const { pages, anchors, problems } = layOut(documentOf(book), fonts)
      expect(problems).toEqual([])
      const page = anchors.get('end') ?? 0
      expect(textOf(pages[page - 1])).toContain('到此')
      expect(pages.map(textOf).join('').match(new RegExp(`(?<!\\d)${page}(?=、)`, 'g'))).toHaveLength(90)
    }
  })

  it('that are nowhere, or in two places, are named', () => {
    const { problems, pages } = layOut(documentOf([section('甲', [paragraph([pageOf('lost')]), paragraph('一', { anchor: 'same' }), paragraph('二', { anchor: 'same' })])]), fonts)
    expect(problems).toEqual([{ code: 'anchor-unknown', name: 'lost' }, { code: 'anchor-twice', name: 'same' }])
    expect(textOf(pages[0])).toContain('〓')
  })

  it('need less room only once: a ledger never gives back the digits it gave', () => {
    const ledger = openLedger()
    expect(ledger.settle(['a'], new Map([['a', 100]]))).toBe(false)
    expect(ledger.settle(['a'], new Map([['a', 99]]))).toBe(false)
    expect(ledger.textOf('a')).toEqual({ text: '99', room: 3 })
    expect(ledger.settle(['a'], new Map([['a', 99]]))).toBe(true)
  })

  it('a form that did not change is taken from the layout before, with the same pages as if it were set anew', () => {
    const cache = createLayoutCache()
    const draft = (changed: string): PrintDocument =>
      documentOf([section('索引', [paragraph([{ text: '见' }, pageOf('end'), { text: '页' }])]), section('长', Array.from({ length: 60 }, (_, index) => paragraph(`${changed}第${index}段${'，按 GB/T 22239-2019 执行'.repeat(index % 9)}。`))), section('末', [paragraph('到此', { anchor: 'end' })])])
    layOut(draft('甲'), fonts, new Map(), cache)
    for (const changed of ['甲', '乙乙乙乙', '甲', '']) {
      const kept = layOut(draft(changed), fonts, new Map(), cache)
      const fresh = layOut(draft(changed), fonts)
      expect(kept.pages.map(textOf)).toEqual(fresh.pages.map(textOf))
      expect([...kept.anchors]).toEqual([...fresh.anchors])
      expect(kept.passes).toBe(fresh.passes)
    }
    const before = layOut(draft('同'), fonts, new Map(), cache)
    const after = layOut(draft('同'), fonts, new Map(), cache)
    expect(after.pages.map(({ marks }) => marks)).toEqual(before.pages.map(({ marks }) => marks))
  })

  it.skipIf(missingPdfTools.length > 0)(`are right in a book of 300 pages with 1 000 responses, read back from the file (needs ${missingPdfTools.join(', ') || 'poppler, qpdf'})`, async () => {
    const rendered = await renderPdf(responseBook(), { fonts, now: '2026-11-22T00:00:00.000Z' })
    const { pages, check } = inspectPdf(rendered.bytes)
    expect(rendered.problems).toEqual([])
    expect(check).toContain('No syntax or stream encoding errors found')
    expect(pages.length).toBe(rendered.pages)
    expect(pages.length).toBeGreaterThanOrEqual(300)
    const texts = pages.map(squeezed)
    const placeOf = new Map<number, number>()
    texts.forEach((text, index) => {
      for (const [, no] of text.matchAll(/【锚(\d+)】/g)) placeOf.set(Number(no), index + 1)
    })
    expect(placeOf.size).toBe(responses)
    const printed = texts.join('')
    const inIndex = [...printed.matchAll(/〔(\d+)→(\d+)〕/g)]
    const inText = [...printed.matchAll(/见第(\d+)页〔(\d+)←(\d+)〕/g)]
    expect([inIndex.length, inText.length]).toEqual([responses, responses])
    expect(inIndex.filter(([, no, page]) => placeOf.get(Number(no)) !== Number(page))).toEqual([])
    expect(inText.filter(([, page, no, again]) => page !== again || placeOf.get(Number(no)) !== Number(page))).toEqual([])
    for (const { title, page } of rendered.outline) expect(texts[page - 1]).toContain(squeezed(title))
    const contents = new Set(pages.slice(0, (rendered.outline[1]?.page ?? 1) - 1).flatMap((page) => page.split('\n').map((line) => squeezed(line).replaceAll('…', ''))))
    expect(rendered.outline.slice(1).filter(({ title, page, level }) => level < 2 && !contents.has(`${squeezed(title)}${page}`))).toEqual([])
  })
})
