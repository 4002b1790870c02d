import type { CoreContext } from '#core/context.ts'
import { loadCompany } from '#core/company/company-store.ts'
import { storedFiles, type BidPapers } from '#core/documents/bid-papers.ts'
import { buyerBidOfPapers } from '#core/documents/print-volume.ts'
import { allItems } from '#core/library/library-store.ts'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { documentFiles } from '#shared/documents/document.ts'
import { buyerDocument, printedVolumes } from '#shared/documents/printable.ts'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import { buyerMaterialsOf, suggestedMaterials } from '#shared/materials/materials.ts'
import type { BidTemplate } from '#shared/templates/bid-template.ts'
import type { TemplateProblem } from '#shared/templates/contract.ts'
import { templateProblems } from '#shared/templates/problems.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'

const sampleMark = '模板预览'

export type Preview = { pdf: Blob | null; pages: number; outline: { title: string; page: number; level: number }[]; problems: TemplateProblem[] }

/** One volume as the template would print it, for the bid or for an example with our own company and library. */
export async function previewVolume(template: BidTemplate, volume: PrintableVolume, papers: BidPapers | null, context: CoreContext, signal?: AbortSignal): Promise<Preview> {
  const problems = templateProblems(template)
  const nothing = { pdf: null, pages: 0, outline: [], problems }
  // A field outside of its rows has no value: it is named, not printed.
  if (problems.length > 0) return nothing
  if (!printedVolumes(template).includes(volume)) return nothing
  const document = buyerDocument(volume, papers === null ? await exampleBid(context) : buyerBidOfPapers(papers), new Map(), template)
  if (document.sections.length === 0) return nothing
  const files = await storedFiles(context.workspace.db)(documentFiles(document))
  const rendered = await context.renderPdf({ document: { ...document, watermark: sampleMark }, now: context.now().toISOString(), files }, signal)
  return { pdf: new Blob([rendered.bytes], { type: 'application/pdf' }), pages: rendered.pages, outline: rendered.outline, problems }
}

async function exampleBid({ workspace: { db }, now }: CoreContext): Promise<BuyerBid> {
  const items = await allItems(db)
  const today = beijingDay(now().toISOString())
  return {
    project: { title: '示例项目名称', projectNo: 'SAMPLE-0001', buyer: '示例采购人', agency: '示例采购代理机构', method: '公开招标', lotNo: null, lotName: null, budget: '1000000', ceiling: '1000000', currency: 'CNY', bidDeadline: null, asks: { validityDays: null, bondAmount: null, referenceYears: null } },
    lines: [
      { id: '1', name: '示例软件', specification: '示例规格', quantity: '1', unit: '套', unitPrice: '600000', vatRate: '0.06', remark: null },
      { id: '2', name: '示例实施服务', specification: null, quantity: '12', unit: '月', unitPrice: '30000', vatRate: '0.06', remark: null },
    ],
    terms: { deliveryPeriod: '合同签订后 90 日历天', warranty: '验收合格后 12 个月', validityDays: 90, bondAmount: '20000', bondForm: 'guarantee', signedOn: today, remark: null },
    company: await loadCompany(db),
    responses: [],
    materials: buyerMaterialsOf(suggestedMaterials(items, null, today), items),
  }
}
