import { ORPCError } from '@orpc/server'
import { estimateResult, readEstimate } from '#core/cli/estimate.ts'
import type { Command, CommandDeps } from '#core/cli/command.ts'
import { bidFileOf } from '#core/documents/bid-file.ts'
import { loadPapers } from '#core/documents/bid-papers.ts'
import { BadInputError, UsageError } from '#core/cli/outcome.ts'
import { ASSESSMENT_SEED } from '#core/bids/assess-bid.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import type { BidDetail } from '#shared/bids/contract.ts'

const usage = 'usage: cli bid list | new TENDER [--lot NO] [--estimate FILE] | show BID | export BID'

/** `bid list` · `bid new` · `bid show` · `bid export` */
export const runBid: Command = async (deps) => {
  const [action, id] = deps.operands
  if (action === 'list') {
    const bids = await deps.client().bids.list()
    return { output: bids.map(({ id, tenderId, lotNo, title, stage, version, assessment }) => ({ id, tenderId, lot: lotNo, title, stage, verdict: assessment?.verdict ?? null, offerTotal: assessment?.offerTotal ?? null, version })) }
  }
  if (id === undefined) throw new UsageError(usage)
  switch (action) {
    case 'new':
      return { output: describeBid(await newBid(id, deps)) }
    case 'show':
      return { output: describeBid(await findBidFor(id, deps)) }
    case 'export': {
      const papers = await loadPapers(id, deps.core().context)
      if (papers === null) throw unknownBid(id)
      return { output: await bidFileOf(papers) }
    }
    default:
      throw new UsageError(usage)
  }
}

async function newBid(tenderId: string, deps: CommandDeps): Promise<BidDetail> {
  const client = deps.client()
  // Read first: a bad file must not leave an empty bid behind.
  const estimate = deps.options.estimate === undefined ? null : await readEstimate(deps.options.estimate)
  const bid = await client.bids.start({ tenderId, lotNo: deps.options.lot ?? null }).catch((error: unknown) => {
    if (isCode(error, 'NOT_FOUND')) throw new BadInputError('tender-unknown', `no tender has the id ${tenderId}; 'cli tenders' lists them`)
    if (isCode(error, 'LOT_UNKNOWN')) throw new BadInputError('lot-unknown', `the tender has no lot ${deps.options.lot}`)
    throw error
  })
  return estimate === null ? client.bids.get({ id: bid.id }) : client.bids.saveEstimate({ id: bid.id, version: bid.version, estimate })
}

export const unknownBid = (id: string): BadInputError => new BadInputError('bid-unknown', `no bid has the id ${id}; 'cli bid list' lists them`)

export async function findBidFor(id: string, { client }: CommandDeps): Promise<BidDetail> {
  return client()
    .bids.get({ id })
    .catch((error: unknown) => {
      if (isCode(error, 'NOT_FOUND')) throw unknownBid(id)
      throw error
    })
}

function describeBid({ bid }: BidDetail) {
  const { lotNo, ...rest } = bid
  return { ...rest, lot: lotNo, result: estimateResult(bid.estimate, beijingDay(new Date().toISOString()), ASSESSMENT_SEED) }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof ORPCError && error.code === code
}
