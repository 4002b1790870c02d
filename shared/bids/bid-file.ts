import { z } from 'zod'
import { Bid } from '#shared/bids/bid.ts'
import { Company } from '#shared/company/company.ts'
import { ResponseRow } from '#shared/responses/response.ts'
import { Tender } from '#shared/tenders/tender.ts'

/** A bid with all it needs to be printed or taken into another workspace: what `bid export` writes and `document` reads. */
export const BidFile = z.object({ format: z.literal('bidwright-bid-1'), bid: Bid, tender: Tender, company: Company, responses: z.array(ResponseRow).default([]) })
export type BidFile = z.infer<typeof BidFile>
