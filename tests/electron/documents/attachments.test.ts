import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openAttachments } from '#core/documents/attachments.ts'
import { openFonts } from '#core/documents/fonts.ts'
import { layOut } from '#core/documents/layout.ts'
import { renderPdf } from '#core/documents/render-pdf.ts'
import { imageFacts } from '#core/files/image-facts.ts'
import { paragraph } from '#shared/documents/document.ts'
import type { Block, PrintDocument } from '#shared/documents/document.ts'
import { inspectPdf, missingPdfTools, squeezed } from '../../support/pdf-tools.ts'
import { jpeg, png } from '../../support/pictures.ts'
import { sourcePdf } from '../../support/source-pdf.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')
const now = '2026-11-22T00:00:00.000Z'

const documentOf = (blocks: Block[]): PrintDocument => ({
  volume: 'business',
  info: { title: '样本', author: '某公司' },
  header: { left: '样本', right: 'NO-1' },
  watermark: null,
  cover: [],
  sections: [{ title: '附件', orientation: 'portrait', blocks }],
})

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const picture = (bytes: Uint8Array): Block => ({ kind: 'picture', file: hashOf(bytes), alt: '图', caption: '营业执照', maxWidthMm: 100 })
const pdfPages = (bytes: Uint8Array, range?: { from: number; to: number }): Block => ({ kind: 'pdfPages', file: hashOf(bytes), title: '资质证书', ...(range === undefined ? {} : { range }) })
const render = (blocks: Block[], ...files: Uint8Array[]) => renderPdf(documentOf(blocks), { fonts, now, files: new Map(files.map((bytes) => [hashOf(bytes), bytes])) })

/** The colour of a point of a page, each counted from the upper left as a share of the page. */
const colourAt = (bytes: Uint8Array, page: number, shareX: number, shareY: number): 'red' | 'blue' | 'white' | 'other' => {
  const folder = mkdtempSync(join(tmpdir(), 'bid-page-'))
  try {
    writeFileSync(join(folder, 'a.pdf'), bytes)
    execFileSync('pdftoppm', ['-r', '40', '-f', String(page), '-l', String(page), '-singlefile', join(folder, 'a.pdf'), join(folder, 'p')])
    const ppm = readFileSync(join(folder, 'p.ppm'))
    const [, width = 0, height = 0] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'))?.map(Number) ?? []
    const start = ppm.length - width * height * 3
    const at = start + (Math.floor(shareY * height) * width + Math.floor(shareX * width)) * 3
    const [red = 0, green = 0, blue = 0] = ppm.subarray(at, at + 3)
    if (red > 200 && green > 200 && blue > 200) return 'white'
    if (red > 180 && green < 90 && blue < 90) return 'red'
    return blue > 180 && red < 90 && green < 90 ? 'blue' : 'other'
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('pictures', () => {
  it('are measured as they are seen, whichever way the camera was held', () => {
    expect(imageFacts(png(30, 20))).toMatchObject({ format: 'png', width: 30, height: 20 })
    expect(imageFacts(jpeg())).toEqual({ ok: true, format: 'jpeg', width: 60, height: 40, orientation: 1, isCmyk: false })
    expect(imageFacts(jpeg(6))).toMatchObject({ width: 40, height: 60, orientation: 6 })
  })

  it('that are cut short, empty or something else are refused by name', async () => {
    const whole = png(200, 200)
    const half = Buffer.concat([whole.subarray(0, 60)])
    for (const bytes of [half, jpeg().subarray(0, 300), Buffer.from('GIF89a'), Buffer.alloc(0)]) {
      const { problems, pages } = await render([picture(bytes)], bytes)
      expect(problems).toEqual([{ code: 'picture-unreadable', name: '营业执照' }])
      expect(pages).toBe(1)
    }
    expect((await render([picture(whole)])).problems).toEqual([{ code: 'file-missing', name: '营业执照' }])
  })

  it.skipIf(missingPdfTools.length > 0)('stand upright on the page for every orientation, with their caption and alternative text', async () => {
    // Red upper left, blue lower right once upright; each orientation turns the stored picture differently.
    const corners: Record<number, ['red' | 'white' | 'blue', 'red' | 'white' | 'blue']> = { 1: ['red', 'white'], 2: ['white', 'red'], 3: ['blue', 'white'], 4: ['white', 'blue'], 5: ['red', 'white'], 6: ['white', 'red'], 7: ['blue', 'white'], 8: ['white', 'blue'] }
    for (const [orientation, [upperLeft, upperRight]] of Object.entries(corners)) {
      const bytes = jpeg(Number(orientation))
      const rendered = await render([picture(bytes)], bytes)
      // 60 × 40 pixels at 150 dpi: 28.8 × 19.2 points in the middle of the column, just below the title.
      const [halfWidth, height] = Number(orientation) > 4 ? [9.6, 28.8] : [14.4, 19.2]
      const middle = (595.28 + 14.17) / 2
      const top = 79.37 + 27 + 12.76 + 6
      const at = (dx: number, dy: number) => colourAt(rendered.bytes, 1, (middle + dx * halfWidth * 0.5) / 595.28, (top + height * dy) / 841.89)
      expect({ orientation, upperLeft: at(-1, 0.25), upperRight: at(1, 0.25) }).toEqual({ orientation, upperLeft, upperRight })
    }
    const bytes = png(300, 200, { alpha: 90 })
    const report = inspectPdf((await render([picture(bytes), picture(bytes)], bytes)).bytes)
    expect(report.check).toContain('No syntax or stream encoding errors found')
    expect(report.pages.map(squeezed).join('').match(/营业执照/g)).toHaveLength(2)
    expect(report.plain.match(/\/S \/Figure/g)).toHaveLength(2)
    expect(report.plain.match(/\/Subtype \/Image/g)).toHaveLength(2)
  })
})

describe('pages of other PDF files', () => {
  it('stand upright and whole in a section of turned pages', async () => {
    const source = await sourcePdf([{ text: 'contract' }])
    const document = documentOf([paragraph('业绩表'), pdfPages(source), paragraph('下一项')])
    const { pages } = layOut({ ...document, sections: document.sections.map((section) => ({ ...section, orientation: 'landscape' })) }, fonts, await openAttachments(document, new Map([[hashOf(source), source]])))
    expect(pages.map(({ geometry }) => geometry.width > geometry.height)).toEqual([true, false, true])
    const sheet = pages[1]?.items.find((item) => item.kind === 'sheet')
    expect(sheet?.kind === 'sheet' && sheet.width).toBeGreaterThan(400)
  })

  it('that are encrypted, broken or not there are named, and a frame stands in their place', async () => {
    const locked = await sourcePdf([{ text: 'locked' }], { userPassword: 'x' })
    const restricted = await sourcePdf([{ text: 'locked' }], { ownerPassword: 'x' })
    const good = await sourcePdf([{ text: 'good' }])
    const broken = Buffer.concat([good.subarray(0, 500), Buffer.from('%%EOF')])
    expect((await render([pdfPages(locked)], locked)).problems).toEqual([{ code: 'pdf-encrypted', name: '资质证书' }])
    expect((await render([pdfPages(restricted)], restricted)).problems).toEqual([{ code: 'pdf-encrypted', name: '资质证书' }])
    expect((await render([pdfPages(broken)], broken)).problems).toEqual([{ code: 'pdf-unreadable', name: '资质证书' }])
    expect((await render([pdfPages(good, { from: 1, to: 2 })], good)).problems).toEqual([{ code: 'pdf-range', name: '资质证书' }])
    expect((await render([pdfPages(good)])).problems).toEqual([{ code: 'file-missing', name: '资质证书' }])
  })

  it.skipIf(missingPdfTools.length > 0)('become pages of the book, with our header and number, their stamps, and none of their properties', async () => {
    const source = await sourcePdf([{ text: 'first page' }, { text: 'second page' }, { text: 'broad page', size: [842, 595] }, { text: 'last page' }])
    const rendered = await render([pdfPages(source), paragraph('附件之后')], source)
    const report = inspectPdf(rendered.bytes)
    expect(report.check).toContain('No syntax or stream encoding errors found')
    expect(rendered.problems).toEqual([])
    expect(report.pages.map((page) => squeezed(page).replace('样本NO-1', ''))).toEqual(['附件firstpage第1页共5页', 'secondpage第2页共5页', 'broadpage第3页共5页', 'lastpage第4页共5页', '附件之后第5页共5页'])
    expect(report.plain.match(/\/MediaBox \[\s*0\s+0\s+841\.89\s+595\.28\s*\]/g)).toHaveLength(1)
    expect(report.plain).not.toContain('SECRET')
    // Nor is PDF/A claimed for what nobody checked.
    expect(report.plain).not.toContain('pdfaid')
    expect([colourAt(rendered.bytes, 2, 0.14, 0.109), colourAt(rendered.bytes, 2, 0.85, 0.843)]).toEqual(['red', 'blue'])
  })

  it.skipIf(missingPdfTools.length > 0)('are turned as they are seen', async () => {
    const corners: Record<number, [number, number]> = { 0: [0.14, 0.109], 90: [0.86, 0.182], 180: [0.884, 0.866], 270: [0.14, 0.889] }
    for (const [rotate, [x, y]] of Object.entries(corners)) {
      const source = await sourcePdf([{ text: 'cover' }, { text: 'turned', rotate: Number(rotate) }])
      const rendered = await render([pdfPages(source)], source)
      expect({ rotate, colour: colourAt(rendered.bytes, 2, x, y) }).toEqual({ rotate, colour: 'red' })
    }
  })
})
