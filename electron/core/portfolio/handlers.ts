import { basename } from 'node:path'
import { chosenPlace, orWriteFailed } from '#core/files/chosen-place.ts'
import { os } from '#core/os.ts'
import { awardsOfTenders, marketAwards } from '#core/portfolio/award-store.ts'
import { exportBids } from '#core/portfolio/export-table.ts'
import { portfolioBids } from '#core/portfolio/portfolio-bids.ts'
import { marketOf } from '#shared/portfolio/market.ts'

export const portfolioHandlers = {
  bids: os.portfolio.bids.handler(({ context }) => portfolioBids(context)),

  market: os.portfolio.market.handler(async ({ input, context }) => marketOf(await marketAwards(context.workspace.db), input.currency)),

  tenders: os.portfolio.tenders.handler(({ input, context }) => awardsOfTenders(context.workspace.db, input.ids)),

  export: os.portfolio.export.handler(async ({ input: { destination, bidIds, ...table }, context, errors }) => {
    const path = chosenPlace(destination, context, errors)
    const bids = (await portfolioBids(context)).filter(({ id }) => bidIds === null || bidIds.includes(id))
    await orWriteFailed(exportBids(path, bids, table), errors)
    return { fileName: basename(path), rows: bids.length }
  }),
}
