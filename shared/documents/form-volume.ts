import businessForms from '#assets/templates/business.json' with { type: 'json' }
import technicalForms from '#assets/templates/technical.json' with { type: 'json' }
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { fillTemplate } from '#shared/documents/fill-template.ts'
import { FormTemplates } from '#shared/documents/template.ts'
import type { FormTemplate } from '#shared/documents/template.ts'
import { bidderName, cover, numbered, projectNo } from '#shared/documents/wording.ts'

const formVolume = (bid: BuyerBid, volume: 'business' | 'technical', part: string, forms: readonly FormTemplate[]): PrintDocument => {
  const sections = forms.flatMap((form) => fillTemplate(form, bid) ?? [])
  return {
    volume,
    info: { title: `${bid.project.title} 投标文件（${part}）`, author: bidderName(bid) },
    header: { left: `${bid.project.title}　投标文件（${part}）`, right: projectNo(bid) },
    watermark: null,
    cover: cover(bid, part),
    sections: sections.map((section, index) => ({ ...section, title: numbered(index, section.title) })),
  }
}

const business = FormTemplates.parse(businessForms)
const technical = FormTemplates.parse(technicalForms)

/** The business volume: identity, authority, qualification, statements, deviations. No price is printed in it. */
export const businessVolume = (bid: BuyerBid): PrintDocument => formVolume(bid, 'business', '商务部分', business)

/** The technical volume: scope, point-by-point response, service. No price is printed in it. */
export const technicalVolume = (bid: BuyerBid): PrintDocument => formVolume(bid, 'technical', '技术部分', technical)
