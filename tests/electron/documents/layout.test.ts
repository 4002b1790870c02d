import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFonts } from '#core/documents/fonts.ts'
import { layOut } from '#core/documents/layout.ts'
import type { Page } from '#core/documents/page.ts'
import { paragraph } from '#shared/documents/document.ts'
import type { Block, PrintDocument, Row, Table } from '#shared/documents/document.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')

const documentOf = (blocks: Block[], more: Partial<PrintDocument> = {}): PrintDocument => ({
  volume: 'price',
  info: { title: '样本', author: '某公司' },
  header: { left: '样本', right: 'NO-1' },
  watermark: null,
  cover: [],
  sections: [{ title: '表单', orientation: 'portrait', blocks }],
  ...more,
})

const textOf = (page: Page): string => page.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('')
const pagesOf = (blocks: Block[]): string[] => layOut(documentOf(blocks), fonts).pages.map(textOf)

const table = (rows: Row[]): Table => ({ kind: 'table', dense: true, columns: [{ share: 20, align: 'center' }, { share: 80, align: 'left' }], head: [[{ text: '表头甲' }, { text: '表头乙' }]], rows })
const signature: Block = { kind: 'signature', seal: '盖章处', lines: [{ label: '签字甲', value: null, after: null }, { label: '签字乙', value: null, after: null }, { label: '签字丙', value: null, after: null }] }
const filler = (count: number): Block[] => Array.from({ length: count }, (_, index) => paragraph(`填充第${index}段`))

describe('laying out pages', () => {
  it('keeps a signature together and with the text before it, wherever the page ends', () => {
    for (let count = 25; count <= 36; count++) {
      const pages = pagesOf([...filler(count), signature])
      const signed = pages.filter((page) => /签字[甲乙丙]|盖章处/.test(page))
      expect(signed).toHaveLength(1)
      expect(signed[0]).toContain(`填充第${count - 1}段`)
      for (const part of ['签字甲', '签字乙', '签字丙', '盖章处']) expect(signed[0]).toContain(part)
    }
  })

  it('never leaves a heading at the foot of a page', () => {
    for (let count = 25; count <= 36; count++) {
      const pages = pagesOf([...filler(count), { kind: 'heading', text: '二级标题' }, paragraph('标题后的正文')])
      expect(pages.find((page) => page.includes('二级标题'))).toContain('标题后的正文')
    }
  })

  it('keeps headings of several levels with the text below the last of them', () => {
    for (let count = 22; count <= 36; count++) {
      const pages = pagesOf([...filler(count), { kind: 'heading', text: '二级标题' }, { kind: 'heading', level: 2, text: '三级标题' }, paragraph('标题后的正文')])
      expect(pages.find((page) => page.includes('二级标题'))).toMatch(/三级标题.*标题后的正文/)
    }
  })

  it('repeats the head of a table on each page and keeps its totals with a row', () => {
    const rows: Row[] = Array.from({ length: 90 }, (_, index) => [{ text: `行${index}。` }, { text: '内容' }])
    for (let extra = 0; extra < 12; extra++) {
      const pages = pagesOf([...filler(extra), table([...rows, [{ text: '合计' }, { text: '一' }], [{ text: '大写' }, { text: '二' }]])])
      const withRows = pages.filter((page) => /行\d+。|合计|大写/.test(page))
      for (const page of withRows) expect(page.match(/表头甲/g)).toHaveLength(1)
      expect(pages.find((page) => page.includes('大写'))).toMatch(/行89。.*合计.*大写/)
      expect(pages.join('').match(/行\d+。/g)?.length).toBe(90)
    }
  })

  it('never leaves the first row of a list alone with its head, and a short list stays whole', () => {
    for (let count = 20; count <= 36; count++) {
      const list = (rows: number): Row[] => Array.from({ length: rows }, (_, index) => [{ text: `行${index}。` }, { text: '内容' }])
      expect(pagesOf([...filler(count), table(list(12))]).find((page) => page.includes('行0。'))).toContain('行1。')
      expect(pagesOf([...filler(count), table(list(4))]).find((page) => page.includes('行0。'))).toContain('行3。')
    }
  })

  it.each([['2,680,000.00'], [[{ text: '2,680,000.00' }]]])('sets a figure smaller rather than break it: %j', (text) => {
    const { pages } = layOut(documentOf([{ ...table([[{ text }, { text: '内容' }]]), columns: [{ share: 12, align: 'right' }, { share: 88, align: 'left' }] }]), fonts)
    expect(pages.flatMap(({ items }) => items).some((item) => item.kind === 'text' && item.text === '2,680,000.00')).toBe(true)
  })

  it('cuts a row taller than the page by line and prints every line of it once', () => {
    const sentences = Array.from({ length: 300 }, (_, index) => `第${index}句。`)
    const pages = pagesOf([table([[{ text: '长' }, { text: sentences.join('\n') }]])])
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.join('').match(/第\d+句。/g)).toEqual(sentences)
    for (const page of pages) expect(page).toContain('表头乙')
  })

  it('keeps every mark inside the page, whatever is printed', () => {
    const anyText = fc.array(fc.constantFrom('投标文件', '，', '。', '（', '）', 'GB/T 22239', 'https://example.invalid/a', '￥1,234.56', ' ', '——', '\n'), { minLength: 1, maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom<'left' | 'center' | 'right' | 'justify'>('left', 'center', 'right', 'justify'), (first, second, align) => {
        const { pages } = layOut(documentOf([paragraph(first, { align }), table([[{ text: second }, { text: first }]]), signature]), fonts)
        for (const { geometry, items } of pages) {
          for (const item of items) {
            if (item.kind !== 'text') continue
            const width = Array.from(item.text).reduce((sum, character) => sum + fonts[item.face].advance(character.codePointAt(0) ?? 0) * item.size + item.spacing, -item.spacing)
            expect(item.x).toBeGreaterThanOrEqual(geometry.left - item.size * 0.51)
            expect(item.x + width).toBeLessThanOrEqual(geometry.right + item.size * 0.51)
            expect(item.baseline).toBeLessThan(geometry.height)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('refuses a table whose rows do not fill its columns', () => {
    expect(() => pagesOf([table([[{ text: '只有一格' }]])])).toThrow('table row 1 covers 1 of 2 columns')
  })

  it('fills the contents with the page each form begins on', () => {
    const sections = Array.from({ length: 70 }, (_, index) => ({ title: `表单${index}号`, orientation: 'portrait' as const, blocks: filler(index % 3 === 0 ? 60 : 2) }))
    const { pages, outline } = layOut(documentOf([], { sections }), fonts)
    expect(outline[0]).toMatchObject({ title: '目录', page: 1 })
    for (const { title, page } of outline.slice(1)) expect(textOf(pages[page - 1] ?? { geometry: pages[0]!.geometry, items: [], marks: [], isCover: false })).toContain(title)
    const contents = pages.slice(0, (outline[1]?.page ?? 1) - 1).map(textOf).join('')
    for (const { title, page } of outline.slice(1)) expect(contents).toMatch(new RegExp(`${title}…+${page}(?!\\d)`))
  })
})
