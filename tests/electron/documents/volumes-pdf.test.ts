import { describe, expect, it } from 'vitest'
import { openFonts } from '#core/documents/fonts.ts'
import { renderPdf } from '#core/documents/render-pdf.ts'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { businessVolume, technicalVolume } from '../../support/volumes.ts'
import { internalBidOf } from '#shared/documents/internal-bid.ts'
import { internalSheet } from '#shared/documents/internal-sheet.ts'
import { inspectPdf, missingPdfTools, squeezed } from '../../support/pdf-tools.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')
const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)
const internal = internalSheet(internalBidOf(sampleBid(), sampleTender, sampleCompany, { today: '2026-11-23', lossProbability: null }))

const inspect = async (document: PrintDocument): Promise<ReturnType<typeof inspectPdf> & { missing: string[]; outline: { title: string; page: number }[] }> => {
  const rendered = await renderPdf(document, { fonts, now: '2026-11-22T22:48:13.123Z' })
  return { ...inspectPdf(rendered.bytes), missing: rendered.missingGlyphs, outline: rendered.outline }
}

describe.skipIf(missingPdfTools.length > 0)(`the other volumes as PDF (needs ${missingPdfTools.join(', ') || 'poppler, qpdf'})`, () => {
  it.each([
    ['business', businessVolume(bid)],
    ['technical', technicalVolume(bid)],
    ['internal', internal],
  ])('the %s volume is clean, has every glyph, and each bookmark leads to its form', async (_, document) => {
    const { check, fonts: used, missing, outline, pages } = await inspect(document)
    expect(check).toContain('No syntax or stream encoding errors found')
    expect(missing).toEqual([])
    expect(new Set(used.map(({ type, isEmbedded, isSubset }) => `${type} ${isEmbedded} ${isSubset}`))).toEqual(new Set(['CID TrueType true true']))
    for (const { title, page } of outline) expect(squeezed(pages[page - 1] ?? '')).toContain(squeezed(title))
  })

  it('business and technical volumes show no amount but the bond, and nothing of the cost side', async () => {
    for (const document of [businessVolume(bid), technicalVolume(bid)]) {
      const text = squeezed((await inspect(document)).pages.join('')).replace('￥80,000.00', '')
      for (const secret of ['￥', '1,680,000', '3,980,000', '叁佰玖拾捌万', '7,777,771', '8,888,882', '毛利', '亏损', '保本', '内部']) expect({ secret, found: text.includes(secret) }).toEqual({ secret, found: false })
    }
  })

  it('the internal sheet says so on every page', async () => {
    const { pages } = await inspect(internal)
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(squeezed(page).match(/内部资料/g)?.length).toBeGreaterThanOrEqual(1)
  })
})
