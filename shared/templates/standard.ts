import businessForms from '#assets/templates/business.json' with { type: 'json' }
import priceForms from '#assets/templates/price.json' with { type: 'json' }
import technicalForms from '#assets/templates/technical.json' with { type: 'json' }
import { FormTemplates, type FormTemplate } from '#shared/documents/template.ts'
import type { BidTemplate } from '#shared/templates/bid-template.ts'

const business = FormTemplates.parse(businessForms)
const technical = FormTemplates.parse(technicalForms)
const price = FormTemplates.parse(priceForms)

/** The templates the program brings; they are copied, never changed. */
export const builtInIds = ['standard', 'book', 'blind'] as const
export type BuiltInId = (typeof builtInIds)[number]

export const standardTemplate: BidTemplate = {
  format: 'bidwright-template-1',
  name: '标准三册',
  volumes: [
    { volume: 'business', part: '商务部分', isBlind: false, forms: business },
    { volume: 'technical', part: '技术部分', isBlind: false, forms: technical },
    { volume: 'price', part: '报价部分', isBlind: false, forms: price },
  ],
}

/** The order of one book (procurement rules §6): letter and price first, then identity, deviations, references, plan, promises. */
const bookOrder = [
  'scoring-index', 'tender-letter', 'opening', 'itemised-price', 'legal-representative', 'authorisation', 'qualification', 'no-violation', 'small-business', 'small-business-goods', 'bond', 'business-deviation', 'scope', 'technical-deviation', 'references', 'team', 'solution', 'implementation', 'service-commitment', 'service', 'commitment',
]
/** Where a form stands in one book; forms of one's own come last. */
export const bookRank = ({ id }: FormTemplate): number => {
  const place = bookOrder.indexOf(id)
  return place < 0 ? bookOrder.length : place
}

export const bookTemplate: BidTemplate = {
  format: 'bidwright-template-1',
  name: '合订一册',
  volumes: [{ volume: 'book', part: '商务技术报价合订本', isBlind: false, forms: [...business, ...technical, ...price].toSorted((a, b) => bookRank(a) - bookRank(b)) }],
}

/** 暗标: in the technical volume nothing tells who bids; what would is left to the business volume. */
export const namesBidder: ReadonlySet<string> = new Set(['team', 'service-commitment'])
const blindForms = technical.filter(({ id }) => !namesBidder.has(id))
const named = technical.filter(({ id }) => namesBidder.has(id))

export const blindTemplate: BidTemplate = {
  format: 'bidwright-template-1',
  name: '技术暗标',
  volumes: [
    { volume: 'business', part: '商务部分', isBlind: false, forms: [...business, ...named] },
    { volume: 'technical', part: '技术部分', isBlind: true, forms: blindForms },
    { volume: 'price', part: '报价部分', isBlind: false, forms: price },
  ],
}

export const builtIn: Record<BuiltInId, BidTemplate> = { standard: standardTemplate, book: bookTemplate, blind: blindTemplate }
