import businessForms from '#assets/templates/business.json' with { type: 'json' }
import technicalForms from '#assets/templates/technical.json' with { type: 'json' }
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import type { PrintDocument, Section } from '#shared/documents/document.ts'
import { fillTemplate } from '#shared/documents/fill-template.ts'
import { nothingToCite, type Citing } from '#shared/documents/places.ts'
import { FormTemplates } from '#shared/documents/template.ts'
import type { FormTemplate } from '#shared/documents/template.ts'
import { buyerVolume } from '#shared/documents/wording.ts'

const filled = (bid: BuyerBid, forms: readonly FormTemplate[], citing: Citing): Section[] => forms.flatMap((form) => fillTemplate(form, bid, citing) ?? [])

const business = FormTemplates.parse(businessForms)
const technical = FormTemplates.parse(technicalForms)

/** The business volume: identity, authority, qualification, statements, deviations. No price is printed in it. */
export const businessVolume = (bid: BuyerBid, citing: Citing = nothingToCite('business')): PrintDocument => buyerVolume(bid, 'business', '商务部分', filled(bid, business, citing))

/** The technical volume: scope, point-by-point response, service. No price is printed in it. */
export const technicalVolume = (bid: BuyerBid, citing: Citing = nothingToCite('technical')): PrintDocument => buyerVolume(bid, 'technical', '技术部分', filled(bid, technical, citing))
