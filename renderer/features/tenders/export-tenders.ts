import { csvOf } from '#renderer/components/download.ts'
import { flagLook, flagName } from '#renderer/components/flag-chip/flag-chip.tsx'
import { pageSize, type TenderFilter } from '#renderer/features/tenders/use-tender-pages.ts'
import { fieldName, stageName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { toBeijingIso } from '#shared/calendar/beijing-time.ts'
import { dayInBeijing } from '#shared/calendar/schedule.ts'
import type { CoreClient } from '#shared/contract.ts'
import type { TenderRow } from '#shared/tenders/contract.ts'

/** Every tender of the filter as a CSV table, not only those in sight. Amounts are plain numbers, moments Beijing time. */
export async function tendersAsCsv(core: CoreClient, filter: TenderFilter): Promise<{ csv: string; count: number }> {
  const rows: TenderRow[] = []
  for (let offset = 0; ; offset += pageSize) {
    const page = await core.tenders.search({ ...filter, limit: pageSize, offset })
    rows.push(...page.tenders)
    if (page.tenders.length < pageSize) break
  }
  const head = [fieldName('projectNo'), fieldName('title'), fieldName('buyer'), fieldName('agency'), fieldName('method'), m.deadline_label(), fieldName('budget'), fieldName('ceiling'), m.column_currency(), fieldName('publishedAt'), m.column_stage(), m.column_verdict()]
  return { csv: csvOf([head, ...rows.map(cellsOf)]), count: rows.length }
}

function cellsOf(row: TenderRow): string[] {
  const deadline = row.bidDeadline === null ? null : toBeijingIso(row.bidDeadline).slice(0, 16).replace('T', ' ')
  const verdict = row.bid === null ? null : flagName(flagLook(row.bid.assessment?.verdict ?? 'cannot-judge'))
  const published = row.publishedAt === null ? null : dayInBeijing(row.publishedAt)
  return [row.projectNo, row.title, row.buyer, row.agency, row.method, deadline, row.budget, row.ceiling, row.currency, published, stageName(row.stage), verdict].map((cell) => cell ?? '')
}
