import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { CoreContext } from '#core/context.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { storeDraft } from '#core/imports/store-draft.ts'
import { findTender, updateTender } from '#core/tenders/tender-store.ts'
import { addDays } from '#shared/calendar/day.ts'
import { TenderStage, UseCase } from '#shared/tenders/tender.ts'

/** A tender of assets/sample: dates are offsets from the day it is loaded, names are invented. */
export const SampleTender = z.object({
  ref: z.string(),
  layout: z.enum(['soe', 'government', 'inquiry']),
  publishedDaysAgo: z.int(),
  deadlineInDays: z.int(),
  deadlineTime: z.string(),
  stage: TenderStage,
  useCase: UseCase,
  projectNo: z.string(),
  title: z.string(),
  buyer: z.string(),
  agency: z.string(),
  budget: z.string(),
  ceiling: z.string(),
  bond: z.string(),
  pricePoints: z.string(),
  scope: z.string(),
  period: z.string(),
})
export type SampleTender = z.infer<typeof SampleTender>

/** A notice that followed the first one. `tender`: the purchase is announced anew. */
export const LaterNotice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tender'), daysAgo: z.int(), deadlineInDays: z.int(), deadlineTime: z.string() }),
  z.object({ kind: z.literal('correction'), daysAgo: z.int(), deadlineInDays: z.int(), deadlineTime: z.string() }),
  z.object({ kind: z.literal('candidates'), daysAgo: z.int(), prices: z.array(z.tuple([z.string(), z.string()])) }),
  z.object({ kind: z.literal('award'), daysAgo: z.int(), supplier: z.string(), amount: z.string() }),
  z.object({ kind: z.literal('termination'), daysAgo: z.int(), reason: z.string() }),
])
export type LaterNotice = z.infer<typeof LaterNotice>

/** The moment a working day began, so many days before `today` in Beijing. */
export const daysBefore = (today: string, days: number): string => `${addDays(today, -days)}T01:00:00.000Z`

/** The same context on an earlier day: what it stores is dated then. */
export const contextOn = (context: CoreContext, today: string, daysAgo: number): CoreContext => ({ ...context, now: () => new Date(daysBefore(today, daysAgo)) })

export const firstNoticeText = (folder: string, tender: SampleTender, today: string): Promise<string> => filled(folder, tender.layout, tender, placesOf(tender, today))

export function laterNoticeText(folder: string, tender: SampleTender, notice: LaterNotice, today: string): Promise<string> {
  const published = addDays(today, -notice.daysAgo)
  switch (notice.kind) {
    case 'tender': return filled(folder, tender.layout, tender, placesOf({ ...tender, ...notice, publishedDaysAgo: notice.daysAgo }, today))
    case 'correction': return filled(folder, 'correction', tender, { published, before: deadlineText(tender, today), deadline: deadlineText(notice, today) })
    case 'candidates': return filled(folder, 'candidates', tender, { published, rows: notice.prices.map(([name, price], index) => [index + 1, name, Number(price).toFixed(2), '满足'].join('\t')).join('\n') })
    case 'award': return filled(folder, 'award', tender, { published, supplier: notice.supplier, amount: notice.amount })
    case 'termination': return filled(folder, 'termination', tender, { published, reason: notice.reason })
  }
}

/** Reads a notice of the sample like any other, so that its facts carry evidence. */
export async function storeNotice(db: WorkspaceDb, ref: string, text: string, context: CoreContext): Promise<string> {
  const { readNoticeText } = await import('#core/readers/notice/read-notice.ts')
  const reading = readNoticeText(text)
  if (!reading.ok) throw new Error(`sample tender ${ref}: ${reading.issue.message}`)
  const { tenderId } = await storeDraft(db, { ...reading.draft, kind: 'sample', key: `sample:${ref}` }, '示例公告', context)
  return tenderId
}

export async function storeTender(db: WorkspaceDb, { ref, stage, useCase }: SampleTender, text: string, context: CoreContext): Promise<string> {
  const tenderId = await storeNotice(db, ref, text, context)
  const tender = await findTender(db, tenderId)
  if (!tender) throw new Error(`sample tender ${ref} was not stored`)
  await updateTender(db, { ...tender, stage, useCase, isSample: true }, tender.version)
  return tenderId
}

function placesOf(tender: SampleTender, today: string): Record<string, string> {
  const published = addDays(today, -tender.publishedDaysAgo)
  return { published, saleStart: chineseDay(published), saleEnd: chineseDay(addDays(published, 7)), deadline: deadlineText(tender, today) }
}

async function filled(folder: string, layout: string, tender: SampleTender, places: Record<string, string>): Promise<string> {
  const template = await readFile(join(folder, `notice-${layout}.txt`), 'utf8')
  const values: Record<string, string> = { ...Object.fromEntries(Object.entries(tender).map(([key, value]) => [key, String(value)])), ...places }
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_placeholder, key: string) => values[key] ?? '')
}

const deadlineText = ({ deadlineInDays, deadlineTime }: { deadlineInDays: number; deadlineTime: string }, today: string): string => `${chineseDay(addDays(today, deadlineInDays))} ${deadlineTime.replace(':', '时')}分`

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${month}月${date}日`
}
