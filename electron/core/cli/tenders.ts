import type { Command } from '#core/cli/command.ts'
import { UsageError } from '#core/cli/outcome.ts'
import { beijingIso, beijingIsoOrDay, money } from '#core/cli/output.ts'
import { TenderSearch, type TenderRow } from '#shared/tenders/contract.ts'
import { TenderStage } from '#shared/tenders/tender.ts'

const MAX_ROWS = 500

/** `tenders [--query TEXT] [--stage S] [--limit N] [--offset N]` */
export const runTenders: Command = async ({ options, client }) => {
  const stage = options.stage === undefined ? null : TenderStage.safeParse(options.stage)
  if (stage && !stage.success) throw new UsageError(`--stage ${options.stage}: one of ${TenderStage.options.join(', ')}`)
  const search = TenderSearch.parse({
    query: options.query ?? '',
    stages: stage ? [stage.data] : [],
    limit: wholeNumber('--limit', options.limit ?? '100', 1, MAX_ROWS),
    offset: wholeNumber('--offset', options.offset ?? '0', 0, Number.MAX_SAFE_INTEGER),
  })
  const { total, tenders } = await client().tenders.search(search)
  return { output: { total, tenders: tenders.map(describeTender) } }
}

export function describeTender(tender: TenderRow) {
  const { id, projectNo, title, buyer, agency, method, budget, ceiling, currency, publishedAt, bidDeadline, openingTime, stage, useCase, lots, source } = tender
  return {
    id,
    projectNo,
    title,
    buyer,
    agency,
    method,
    budget: money(budget),
    ceiling: money(ceiling),
    currency,
    publishedAt: beijingIsoOrDay(publishedAt),
    bidDeadline: beijingIso(bidDeadline),
    openingTime: beijingIso(openingTime),
    stage,
    useCase,
    lots: lots.map((lot) => ({ no: lot.no, name: lot.name, budget: money(lot.budget), ceiling: money(lot.ceiling) })),
    source,
  }
}

function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < min || value > max) throw new UsageError(`${option} ${text}: a whole number from ${min} to ${max}`)
  return value
}
