import { z } from 'zod'
import { PaperFrame } from '#shared/documents/internal-paper.ts'
import { AmountScale } from '#shared/documents/portfolio-report.ts'
import { PortfolioWords } from '#shared/documents/portfolio-words.ts'
import { PriceQuery } from '#shared/prices/contract.ts'
import { BidColumn } from '#shared/reports/bid-list.ts'
import { PriceColumn } from '#shared/reports/price-list.ts'
import { TenderColumn } from '#shared/tenders/columns.ts'
import { TenderSort, TenderTarget } from '#shared/tenders/contract.ts'

/** A list is printed with the headings and the words for its codes in the language of the window. */
const listOf = <Id extends z.ZodType>(id: Id) => ({
  title: z.string().min(1).max(200),
  note: z.string().max(500),
  columns: z.array(z.object({ id, heading: z.string().max(100) })).min(1).max(30),
  words: z.record(z.string().max(60), z.string().max(100)),
  frame: PaperFrame,
})

const ofBid = z.object({ bidId: z.string() })

/** What can be printed beside the volumes of a bid, by its name: core makes it from what is stored. `flag` is the internal sheet of one bid. */
export const Report = z.discriminatedUnion('name', [
  z.object({ name: z.literal('tenders'), ...listOf(TenderColumn), target: TenderTarget, sort: TenderSort, descending: z.boolean() }),
  z.object({ name: z.literal('bids'), ...listOf(BidColumn), /** In the order they are printed. */ ids: z.array(z.string()).max(10_000) }),
  z.object({ name: z.literal('prices'), ...listOf(PriceColumn), filter: PriceQuery.omit({ limit: true, offset: true }) }),
  z.object({ name: z.literal('portfolio'), currency: z.string().nullable(), words: PortfolioWords, scale: AmountScale, frame: PaperFrame }),
  ofBid.extend({ name: z.literal('approval') }),
  ofBid.extend({ name: z.literal('flag') }),
])
export type Report = z.infer<typeof Report>

/** Some 200 pages: more is a file to search in, not a paper. */
export const mostRows = 5000
