import { join } from 'node:path'
import Pdf from 'pdfkit'
import { measure, type Row } from './measure.ts'
import { openFonts } from '#core/documents/fonts.ts'
import { renderPdf } from '#core/documents/render-pdf.ts'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { priceVolume } from '#shared/documents/price-volume.ts'

const LINES = 200
const fontsDirectory = join(process.cwd(), 'node_modules/@expo-google-fonts')

const bid: BuyerBid = {
  project: { title: '大模型智能客服平台建设项目', projectNo: 'BENCH-1', buyer: '示例能源集团有限公司', agency: null, method: null, lotNo: null, lotName: null, budget: null, ceiling: '90000000', currency: 'CNY', bidDeadline: null, asks: { validityDays: null, bondAmount: null } },
  lines: Array.from({ length: LINES }, (_, i) => ({ id: `l${i}`, name: `大模型应用开发与实施服务第${i + 1}项`, specification: '含需求分析、开发、测试、部署与培训，满足 GB/T 22239-2019 第三级要求', quantity: String(1 + (i % 9)), unit: '项', unitPrice: String(10_000 + i * 37), vatRate: i % 2 === 0 ? '0.06' : '0.13', remark: null })),
  terms: { deliveryPeriod: '合同签订后120日历天', warranty: '验收合格后12个月', validityDays: 90, bondAmount: null, bondForm: 'none', signedOn: '2026-11-22', remark: null },
  company: { name: '示例智能科技有限公司', creditCode: '91330100MA0000000X', address: '示例路1号', legalRepresentative: '沈示例', authorisedAgent: null, phone: '0571-00000000', email: 'a@example.invalid', bankName: '示例银行', bankAccount: '0', isSmallBusiness: true },
  responses: [],
}

export async function benchDocuments(): Promise<Row[]> {
  const document = priceVolume(bid)
  const fonts = openFonts(fontsDirectory)
  const ours = await measure(() => renderPdf(document, { fonts, now: '2026-11-22T00:00:00.000Z' }))
  const plain = await measure(() => plainText(document), 3)
  return [{ what: `price volume with ${LINES} lines, fonts open`, ours, baseline: { what: 'the same text by plain doc.text, fonts by path', measured: plain }, goal: 'under 500 ms for a re-preview' }]
}

/** Every string of the document as a paragraph of plain pdfkit: no tables, no rules of line breaking. */
function plainText(document: PrintDocument): Promise<void> {
  return new Promise((resolve) => {
    const pdf = new Pdf({ size: 'A4', font: join(fontsDirectory, 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf') })
    pdf.on('data', () => {})
    pdf.on('end', () => resolve())
    pdf.fontSize(10.5)
    JSON.stringify(document.sections, (_key, value: unknown) => {
      if (typeof value === 'string' && value !== '') pdf.text(value, { align: 'justify' })
      return value
    })
    pdf.end()
  })
}
