import { z } from 'zod'
import { Bid } from '#shared/bids/bid.ts'
import { Company } from '#shared/company/company.ts'
import { FileId } from '#shared/files/stored-file.ts'
import { LibraryItem } from '#shared/library/item.ts'
import { BidMaterials } from '#shared/materials/materials.ts'
import { ResponseRow } from '#shared/responses/response.ts'
import { BidTemplate } from '#shared/templates/bid-template.ts'
import { Tender } from '#shared/tenders/tender.ts'

/** A bid with all it needs to be printed or taken into another workspace: what `bid export` writes and `document` reads. `files`: the scans of the chosen items, in base64 by their SHA-256. */
export const BidFile = z.object({
  format: z.literal('bidwright-bid-1'),
  bid: Bid,
  tender: Tender,
  company: Company,
  responses: z.array(ResponseRow).default([]),
  library: z.object({ items: z.array(LibraryItem), chosen: BidMaterials }).default({ items: [], chosen: [] }),
  template: BidTemplate.nullable().default(null),
  files: z.record(FileId, z.base64()).default({}),
})
export type BidFile = z.infer<typeof BidFile>
