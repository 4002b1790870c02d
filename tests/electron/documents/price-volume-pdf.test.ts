import { describe, expect, it } from 'vitest'
import { openFonts } from '#core/documents/fonts.ts'
import { renderPdf } from '#core/documents/render-pdf.ts'
import { capitalAmount } from '#shared/capital-amount.ts'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import { documentTexts } from '#shared/documents/document.ts'
import { priceSummary } from '#shared/documents/price-summary.ts'
import { priceVolume } from '../../support/volumes.ts'
import { formatMoney, moneyText } from '#shared/money.ts'
import { inspectPdf, missingPdfTools, squeezed } from '../../support/pdf-tools.ts'
import { sampleBid, sampleCompany, sampleLine, sampleTender } from '../../support/sample-bid.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')
const now = '2026-11-22T22:48:13.123Z'
const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)
const manyLines = Array.from({ length: 200 }, (_, index) => sampleLine(`l${index}`, `第${index + 1}项服务`, '3', '人天', '1234.5678', { specification: index % 5 === 0 ? '满足 GB/T 22239-2019 第三级要求，单轮响应不超过 800 ms' : null }))
const longBid = buyerBidOf(sampleBid({}, manyLines), sampleTender, sampleCompany)

const capitalOf = (amount: string): string => {
  const capital = capitalAmount(amount)
  if (!capital.ok) throw new Error(`no capitals for ${amount}`)
  return `人民币${capital.text}`
}

describe('the rendered price volume', () => {
  it('is the same file for the same input and day, and names no second or machine', async () => {
    const first = await renderPdf(priceVolume(bid), { fonts, now })
    const second = await renderPdf(priceVolume(bid), { fonts, now: '2026-11-22T18:00:00.000Z' })
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    expect({ pages: first.pages, outline: first.outline, missing: first.missingGlyphs }).toEqual({
      pages: 5,
      outline: [
        { title: '目录', page: 2, level: 0 },
        { title: '一、投标函', page: 3, level: 0 },
        { title: '二、开标一览表', page: 4, level: 0 },
        { title: '三、投标分项报价表', page: 5, level: 0 },
      ],
      missing: [],
    })
    expect(first.seals.map(({ page }) => page)).toEqual([3, 4, 5])
  })

  it('names characters that no font has', async () => {
    const rendered = await renderPdf(priceVolume({ ...bid, company: { ...bid.company, name: '启衡𠮷智能\u{1F600}' } }), { fonts, now })
    expect(rendered.missingGlyphs).toEqual(['\u{1F600}', '𠮷'])
  })

  it.skipIf(missingPdfTools.length > 0)(`is a clean PDF with embedded TrueType subsets only (needs ${missingPdfTools.join(', ') || 'poppler, qpdf'})`, async () => {
    const report = inspectPdf((await renderPdf(priceVolume(bid), { fonts, now })).bytes)
    expect(report.check).toContain('No syntax or stream encoding errors found')
    expect(new Set(report.fonts.map((font) => JSON.stringify(font)))).toEqual(new Set([JSON.stringify({ type: 'CID TrueType', isEmbedded: true, isSubset: true, hasUnicode: true })]))
    expect(report.info).toMatchObject({ Title: '大模型智能客服平台建设项目 投标文件（报价部分）', Author: sampleCompany.name, 'Page size': '595.28 x 841.89 pts (A4)' })
    expect(Object.keys(report.info).filter((key) => ['Creator', 'Producer', 'ModDate', 'Subject', 'Keywords'].includes(key))).toEqual([])
    expect(report.plain.match(/\/Subtype \/Link/g)).toHaveLength(3)
    expect(report.info['CreationDate']).toMatch(/^Mon Nov 23 04:00:00 2026/)
  })

  it.skipIf(missingPdfTools.length > 0)('prints every text as typed, and the same total in figures and capitals on all three forms', async () => {
    const rendered = await renderPdf(priceVolume(bid), { fonts, now })
    const { pages } = inspectPdf(rendered.bytes)
    const text = squeezed(pages.join(''))
    for (const typed of ['统一社会信用代码', '根据贵方“大模型智能客服平台建设项目”', '满足GB/T22239-2019', '63,166.666667', '银行保函', '2026年12月1日', 'bid@example.invalid']) expect(text).toContain(typed)
    const { gross, net } = priceSummary(bid.lines)
    for (const { title, page } of rendered.outline.slice(1)) {
      const form = squeezed(pages[page - 1] ?? '')
      expect(form).toContain(title)
      expect(form).toContain(formatMoney(gross))
      expect(form).toContain(formatMoney(net))
      expect(form).toContain(capitalOf(moneyText(gross)))
    }
  })

  it.skipIf(missingPdfTools.length > 0)('lets nothing of the cost side into bytes, text or properties', async () => {
    const report = inspectPdf((await renderPdf(priceVolume(bid), { fonts, now })).bytes)
    const text = squeezed(report.pages.join(''))
    const figures = ['7777771', '7,777,771', '8888882', '8,888,882', '0.3131313']
    const words = ['底价成本', '成本价', '毛利', '亏损', '底价', '保本', '利润', '内部', '测算']
    const forms = (word: string): string[] => [Buffer.from(word, 'utf8').toString('latin1'), Buffer.from(word, 'utf16le').swap16().toString('latin1')]
    for (const secret of [...figures, ...words]) {
      expect({ secret, inText: text.includes(secret) }).toEqual({ secret, inText: false })
      expect({ secret, inBytes: forms(secret).some((form) => report.plain.includes(form)) }).toEqual({ secret, inBytes: false })
      expect({ secret, inModel: [...documentTexts(priceVolume(bid)), JSON.stringify(bid)].some((part) => part.includes(secret)) }).toEqual({ secret, inModel: false })
    }
    expect(/\/(?:home|root|tmp|Users)\//.test(report.plain)).toBe(false)
  })

  it.skipIf(missingPdfTools.length > 0)('numbers its pages and repeats the head of a table of 200 rows', async () => {
    const rendered = await renderPdf(priceVolume(longBid), { fonts, now })
    const { pages } = inspectPdf(rendered.bytes)
    expect(pages).toHaveLength(rendered.pages)
    pages.slice(1).forEach((page, index) => expect(squeezed(page)).toContain(`第${index + 2}页共${rendered.pages}页`))
    const table = pages.slice((rendered.outline.at(-1)?.page ?? 1) - 1)
    for (const page of table) expect(squeezed(page)).toContain('序号名称规格型号/服务内容单位数量单价')
    const all = squeezed(table.join(''))
    for (let index = 1; index <= 200; index++) expect(all).toContain(`第${index}项服务`)
    expect(squeezed(table.at(-1) ?? '')).toContain('第200项服务')
    expect(all).toContain(formatMoney(priceSummary(longBid.lines).gross))
  })
})
