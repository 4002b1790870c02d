import type { Bid, BidTerms } from '#shared/bids/bid.ts'
import { ceilingOf } from '#shared/bids/new-bid.ts'
import { buyerResponseOf, type BuyerResponse } from '#shared/documents/buyer-response.ts'
import { noMaterials, type BuyerMaterials } from '#shared/documents/buyer-materials.ts'
import type { Company } from '#shared/company/company.ts'
import { requiredTerms, type RequiredTerms } from '#shared/documents/required-terms.ts'
import type { OfferLine } from '#shared/estimate/estimate.ts'
import type { ResponseRow } from '#shared/responses/response.ts'
import type { Tender } from '#shared/tenders/tender.ts'

/**
 * What a buyer may read of a bid: the only input of the buyer's volumes. It has no cost, no commercial price and no
 * verdict; the `never` fields make handing over the estimate's own types an error of the compiler.
 */
export type BuyerOfferLine = {
  id: string
  name: string
  specification: string | null
  quantity: string
  unit: string
  unitPrice: string
  vatRate: string
  remark: string | null
  commercialUnitPrice?: never
  commercialPrice?: never
}

type BuyerProject = {
  title: string
  projectNo: string | null
  buyer: string | null
  agency: string | null
  /** As the notice names it; decides the words of the forms. */
  method: string | null
  lotNo: string | null
  lotName: string | null
  /** Of the lot where it has one, else of the tender. */
  budget: string | null
  ceiling: string | null
  currency: string | null
  bidDeadline: string | null
  /** What its texts ask of validity and bond. */
  asks: RequiredTerms
}

export type BuyerBid = {
  project: BuyerProject
  lines: readonly BuyerOfferLine[]
  terms: BidTerms
  company: Company
  /** What the tender asks of our lot and what we answer, ★ first. */
  responses: readonly BuyerResponse[]
  /** What of the library was chosen for this bid. */
  materials: BuyerMaterials
  estimate?: never
  costLines?: never
}

const buyerLineOf = (line: OfferLine): BuyerOfferLine => ({
  id: line.id,
  name: line.name,
  specification: line.specification ?? null,
  quantity: line.quantity,
  unit: line.unit,
  unitPrice: line.unitPrice,
  vatRate: line.vatRate,
  remark: line.remark ?? null,
})

const nothingAsked: RequiredTerms = { validityDays: null, bondAmount: null, referenceYears: null }

/** Takes from a bid what the buyer may read, field by field. */
export const buyerBidOf = (bid: Bid, tender: Tender, company: Company, responses: readonly ResponseRow[] = [], materials: BuyerMaterials = noMaterials): BuyerBid => {
  const lot = bid.lotNo === null ? null : (tender.lots.find((candidate) => candidate.no === bid.lotNo) ?? null)
  return {
    project: {
      title: tender.title,
      projectNo: tender.projectNo,
      buyer: tender.buyer,
      agency: tender.agency,
      method: tender.method,
      lotNo: bid.lotNo,
      lotName: lot?.name ?? null,
      budget: lot?.budget ?? (tender.lots.length > 1 ? null : tender.budget),
      ceiling: ceilingOf(tender, bid.lotNo),
      currency: tender.currency,
      bidDeadline: tender.bidDeadline,
      asks: tender.lots.length > 1 ? nothingAsked : requiredTerms([...responses.map(({ requirement }) => requirement.text), tender.description ?? '']),
    },
    lines: bid.estimate.offerLines.map(buyerLineOf),
    terms: bid.terms,
    company,
    responses: responses.map(buyerResponseOf),
    materials,
  }
}
