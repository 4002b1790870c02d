import { oc } from '@orpc/contract'
import { z } from 'zod'
import { MoneyText } from '#shared/decimal.ts'
import { Market } from '#shared/portfolio/market.ts'
import { PortfolioBid } from '#shared/portfolio/portfolio.ts'

export const ExportColumn = z.enum(['projectNo', 'title', 'buyer', 'region', 'useCase', 'stage', 'verdict', 'offerTotal', 'profit', 'parity', 'bidDeadline', 'decidedOn', 'reason', 'payBack'])
export type ExportColumn = z.infer<typeof ExportColumn>

export const portfolioContract = {
  bids: oc.output(z.array(PortfolioBid)),
  market: oc.input(z.object({ currency: z.string().nullable() })).output(Market),
  /** Titles of tenders behind a figure of the market. */
  tenders: oc.input(z.object({ ids: z.array(z.string()).max(500) })).output(z.array(z.object({ id: z.string(), title: z.string(), buyer: z.string().nullable(), awards: z.array(z.object({ supplier: z.string(), amount: MoneyText.nullable() })), currency: z.string().nullable() }))),
  /** Writes the bids as CSV or workbook to the place the person chose, with headings and code words in the language of the window. */
  export: oc
    .errors({ DESTINATION_UNKNOWN: {}, WRITE_FAILED: { data: z.object({ reason: z.string() }) } })
    .input(z.object({ destination: z.string(), bidIds: z.array(z.string()).nullable(), format: z.enum(['csv', 'xlsx']), sheetName: z.string().min(1).max(31), headings: z.record(ExportColumn, z.string().max(100)), words: z.record(z.string().max(50), z.string().max(100)) }))
    .output(z.object({ fileName: z.string(), rows: z.int() })),
}
