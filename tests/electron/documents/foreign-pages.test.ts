import { describe, expect, it } from 'vitest'
import { openFonts } from '#core/documents/fonts.ts'
import { foreignPages } from '#core/documents/foreign-pages.ts'
import { renderPdf } from '#core/documents/render-pdf.ts'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import { buyerDocument } from '#shared/documents/printable.ts'
import { openResponse, type EvidenceRef, type ResponseRow } from '#shared/responses/response.ts'
import { standardTemplate } from '#shared/templates/standard.ts'
import { inspectPdf, missingPdfTools, squeezed } from '../../support/pdf-tools.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')
const now = '2026-11-22T22:48:13.123Z'

const row = (index: number, kind: 'technical' | 'business', evidence: EvidenceRef): ResponseRow => ({
  requirement: {
    id: `r${index}`, version: 1, createdAt: now, updatedAt: now, tenderId: 't1', order: index, source: null, isEdited: false,
    lotNo: null, clauseNo: `${index + 1}`, kind, mark: 'none', text: `第${index + 1}项要求：系统应支持${200 + index}个并发会话，单轮响应时间不超过800毫秒，并提供完整的日志与审计。`, isMandatory: false, scoring: null,
  },
  response: { ...openResponse, answer: `支持${300 + index}个并发会话，单轮响应时间不超过600毫秒，日志保存180天以上。`, deviation: 'positive', evidence: [evidence] },
  version: 1,
})

describe.skipIf(missingPdfTools.length > 0)(`pages of other volumes (needs ${missingPdfTools.join(', ') || 'poppler, qpdf'})`, () => {
  it('volumes that cite each other print the page the place really stands on', async () => {
    const technical = Array.from({ length: 120 }, (_, index) => row(index, 'technical', { anchor: 'form:commitment' }))
    const business = Array.from({ length: 90 }, (_, index) => row(200 + index, 'business', { anchor: 'form:service-commitment' }))
    const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany, [...technical, ...business])
    const layOut = async (document: Parameters<typeof renderPdf>[0]) => (await renderPdf(document, { fonts, now })).anchors
    const printed = await Promise.all(
      (['technical', 'business'] as const).map(async (volume) => {
        const { pages, isSettled } = await foreignPages(volume, bid, standardTemplate, layOut)
        expect(isSettled).toBe(true)
        const rendered = await renderPdf(buyerDocument(volume, bid, pages), { fonts, now })
        expect(rendered.problems).toEqual([])
        return inspectPdf(rendered.bytes).pages.map(squeezed)
      }),
    )
    const [technicalPages = [], businessPages = []] = printed
    // The title of a form stands on the page it begins, after the contents.
    const pageWith = (pages: readonly string[], title: string) => pages.findIndex((text, index) => index > 1 && text.includes(title)) + 1
    const commitment = pageWith(businessPages, '投标承诺函')
    const service = pageWith(technicalPages, '售后服务承诺书')
    expect(commitment).toBeGreaterThan(10)
    const cited = (pages: readonly string[], volume: string) => new Set(pages.flatMap((text) => [...text.matchAll(new RegExp(`${volume}第(\\d+)页`, 'g'))].map((match) => Number(match[1]))))
    expect(cited(technicalPages, '商务部分')).toEqual(new Set([commitment]))
    expect(cited(businessPages, '技术部分')).toEqual(new Set([service]))
  })
})
