import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { assessBid } from '#core/bids/assess-bid.ts'
import { insertBid, saveAssessment } from '#core/bids/bid-store.ts'
import { deleteSampleCompany, hasCompany, saveCompany } from '#core/company/company-store.ts'
import { saveContest } from '#core/contests/contest-store.ts'
import type { CoreContext } from '#core/context.ts'
import { storeDraft } from '#core/imports/store-draft.ts'
import { addStarter } from '#core/prices/starter.ts'
import { deleteSamplePrices } from '#core/prices/price-store.ts'
import { allItems, deleteSampleItems } from '#core/library/library-store.ts'
import { saveMaterials } from '#core/materials/materials-store.ts'
import { deleteTender, findTender, updateTender } from '#core/tenders/tender-store.ts'
import { loadSampleLibrary } from '#core/workspace/sample-library.ts'
import { answerSample, readSampleAnswers } from '#core/workspace/sample-answers.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { BidTerms, type Bid } from '#shared/bids/bid.ts'
import { Company } from '#shared/company/company.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { addDays } from '#shared/calendar/day.ts'
import { openContest, RivalGuess } from '#shared/contests/bid-contest.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { suggestedMaterials } from '#shared/materials/materials.ts'
import { TenderStage, UseCase } from '#shared/tenders/tender.ts'

/** The sample's own files, in assets/sample: dates are offsets from the day it is loaded, names are invented. */
const SampleTender = z.object({
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
type SampleTender = z.infer<typeof SampleTender>

const SamplePrice = z.object({ source: z.string(), priceDateDaysAgo: z.int(), validInDays: z.int() })
const dated = (line: Record<string, unknown>, key: string, today: string): Record<string, unknown> => {
  const { source, priceDateDaysAgo, validInDays } = SamplePrice.parse(line[key])
  return { ...line, [key]: { source, priceDate: addDays(today, -priceDateDaysAgo), validUntil: addDays(today, validInDays) } }
}
const Lines = z.looseObject({ offerLines: z.array(z.record(z.string(), z.unknown())), costLines: z.array(z.record(z.string(), z.unknown())) })
const SampleBids = z.object({ company: Company, bids: z.array(z.object({ tender: z.string(), terms: BidTerms.omit({ signedOn: true }), estimate: Lines, /** Whom the sample assumes to bid as well. */ rivals: z.array(RivalGuess).default([]) })) })

/** Adds the sample tenders and bids, dated around today. The notices are read like any other, so their facts carry evidence. */
export async function loadSample(context: CoreContext): Promise<void> {
  const { workspace, now, assetsDirectory } = context
  const folder = join(assetsDirectory, 'sample')
  const today = beijingDay(now().toISOString())
  const tenders = SampleTender.array().parse(JSON.parse(await readFile(join(folder, 'tenders.json'), 'utf8')))
  const sample = SampleBids.parse(JSON.parse(await readFile(join(folder, 'bids.json'), 'utf8')))
  const notices = await Promise.all(tenders.map((tender) => noticeText(folder, tender, today)))
  const answers = await readSampleAnswers(folder)
  const bids: { bid: Bid; answers: (typeof answers)[number] | undefined }[] = []
  await workspace.db.transaction().execute(async (db) => {
    const ids = new Map<string, string>()
    for (const [index, tender] of tenders.entries()) ids.set(tender.ref, await storeTender(db, tender, notices[index] ?? '', context))
    for (const { tender, terms, estimate, rivals } of sample.bids) {
      const bid = await storeBid(db, { tenderId: ids.get(tender), terms, estimate }, today, context)
      if (rivals.length > 0) await saveContest(db, bid.id, { version: 1, contest: { ...openContest, rivals } }, 0, now().toISOString())
      bids.push({ bid, answers: answers.find((each) => each.tender === tender) })
    }
    if (!(await hasCompany(db))) await saveCompany(db, sample.company, now().toISOString(), true)
  })
  if ((await allItems(workspace.db)).length === 0) await loadSampleLibrary(context, today)
  await addStarter(context, true)
  const items = await allItems(workspace.db)
  await workspace.db.transaction().execute(async (db) => {
    for (const each of bids) await answerSample(db, each.bid, each.answers, items, context)
  })
  for (const { bid } of bids) {
    const tender = await findTender(workspace.db, bid.tenderId)
    if (tender) await saveMaterials(workspace.db, bid.id, suggestedMaterials(items, tender.useCase, addDays(beijingDay(tender.bidDeadline ?? now().toISOString()), bid.terms.validityDays ?? 0)), 0, now().toISOString())
    if (tender) await saveAssessment(workspace.db, bid.id, bid.version, await assessBid(bid, tender, context))
  }
}

/** Removes exactly what `loadSample` added: a tender a person started an own bid on stays. */
export async function clearSample({ workspace }: CoreContext): Promise<void> {
  await workspace.db.transaction().execute(async (db) => {
    await db.deleteFrom('bid').where('isSample', '=', 1).execute()
    const tenders = await db
      .selectFrom('tender')
      .select('id')
      .where('isSample', '=', 1)
      .where((eb) => eb.not(eb.exists(eb.selectFrom('bid').select('bid.id').whereRef('bid.tenderId', '=', 'tender.id'))))
      .execute()
    for (const { id } of tenders) await deleteTender(db, id)
    await db.updateTable('tender').set({ isSample: 0 }).where('isSample', '=', 1).execute()
    await deleteSampleCompany(db)
    await deleteSamplePrices(db)
    await deleteSampleItems(db)
  })
}

async function noticeText(folder: string, tender: SampleTender, today: string): Promise<string> {
  const template = await readFile(join(folder, `notice-${tender.layout}.txt`), 'utf8')
  const published = addDays(today, -tender.publishedDaysAgo)
  const values: Record<string, string> = {
    ...Object.fromEntries(Object.entries(tender).map(([key, value]) => [key, String(value)])),
    published,
    saleStart: chineseDay(published),
    saleEnd: chineseDay(addDays(published, 7)),
    deadline: `${chineseDay(addDays(today, tender.deadlineInDays))} ${tender.deadlineTime.replace(':', '时')}分`,
  }
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_placeholder, key: string) => values[key] ?? '')
}

async function storeTender(db: WorkspaceDb, { ref, stage, useCase }: SampleTender, text: string, deps: CoreContext): Promise<string> {
  const { readNoticeText } = await import('#core/readers/notice/read-notice.ts')
  const reading = readNoticeText(text)
  if (!reading.ok) throw new Error(`sample tender ${ref}: ${reading.issue.message}`)
  const { tenderId } = await storeDraft(db, { ...reading.draft, kind: 'sample', key: `sample:${ref}` }, '示例公告', deps)
  const tender = await findTender(db, tenderId)
  if (!tender) throw new Error(`sample tender ${ref} was not stored`)
  await updateTender(db, { ...tender, stage, useCase, isSample: true }, tender.version)
  return tenderId
}

async function storeBid(db: WorkspaceDb, { tenderId, terms, estimate }: { tenderId: string | undefined; terms: Omit<BidTerms, 'signedOn'>; estimate: z.infer<typeof Lines> }, today: string, { now, newId }: CoreContext): Promise<Bid> {
  const tender = tenderId === undefined ? null : await findTender(db, tenderId)
  if (!tender) throw new Error('a sample bid names no sample tender')
  const at = now().toISOString()
  const bid: Bid = {
    id: newId(),
    version: 1,
    createdAt: at,
    updatedAt: at,
    tenderId: tender.id,
    lotNo: null,
    title: tender.title,
    stage: 'draft',
    estimate: Estimate.parse({ ...estimate, offerLines: estimate.offerLines.map((line) => dated(line, 'commercialPrice', today)), costLines: estimate.costLines.map((line) => dated(line, 'price', today)) }),
    terms: { ...terms, signedOn: today },
    isSample: true,
  }
  await insertBid(db, { bid, assessment: null })
  return bid
}

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${month}月${date}日`
}
