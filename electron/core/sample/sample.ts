import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { assessBid } from '#core/bids/assess-bid.ts'
import { insertBid, saveAssessment } from '#core/bids/bid-store.ts'
import { hasCompany, saveCompany } from '#core/company/company-store.ts'
import { saveContest } from '#core/contests/contest-store.ts'
import type { CoreContext } from '#core/context.ts'
import { allItems } from '#core/library/library-store.ts'
import { saveMaterials } from '#core/materials/materials-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { type LoadedSample, loadSampleHistory } from '#core/sample/history.ts'
import { loadSampleLibrary } from '#core/sample/library.ts'
import { answerSample, readSampleAnswers } from '#core/sample/answers.ts'
import { loadSamplePrices, SampleSizing, withSampleSizing } from '#core/sample/sizing.ts'
import { firstNoticeText, SampleTender, storeTender } from '#core/sample/tender.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { BidTerms, type Bid } from '#shared/bids/bid.ts'
import { Company } from '#shared/company/company.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { addDays } from '#shared/calendar/day.ts'
import { openContest, RivalGuess } from '#shared/contests/bid-contest.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { suggestedMaterials } from '#shared/materials/materials.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'

const SamplePrice = z.object({ source: z.string(), priceDateDaysAgo: z.int(), validInDays: z.int() })
const dated = (line: Record<string, unknown>, key: string, today: string): Record<string, unknown> => {
  const { source, priceDateDaysAgo, validInDays } = SamplePrice.parse(line[key])
  return { ...line, [key]: { source, priceDate: addDays(today, -priceDateDaysAgo), validUntil: addDays(today, validInDays) } }
}
const Lines = z.looseObject({ offerLines: z.array(z.record(z.string(), z.unknown())), costLines: z.array(z.record(z.string(), z.unknown())) })
const SampleBids = z.object({ company: Company, bids: z.array(z.object({ tender: z.string(), terms: BidTerms.omit({ signedOn: true }), estimate: Lines, sizing: SampleSizing.nullable().default(null), /** Whom the sample assumes to bid as well. */ rivals: z.array(RivalGuess).default([]) })) })

/** The sample as the first start offers it: open tenders and bids, and what went before. */
export async function loadSample(context: CoreContext): Promise<void> {
  await loadSampleHistory(context, await loadOpenSample(context))
}

/** Adds the open sample tenders and bids, dated around today. The notices are read like any other, so their facts carry evidence. */
export async function loadOpenSample(context: CoreContext): Promise<LoadedSample> {
  const { workspace, now, assetsDirectory } = context
  const folder = join(assetsDirectory, 'sample')
  const today = beijingDay(now().toISOString())
  const tenders = SampleTender.array().parse(JSON.parse(await readFile(join(folder, 'tenders.json'), 'utf8')))
  const sample = SampleBids.parse(JSON.parse(await readFile(join(folder, 'bids.json'), 'utf8')))
  const notices = await Promise.all(tenders.map((tender) => firstNoticeText(folder, tender, today)))
  const answers = await readSampleAnswers(folder)
  const prices = await loadSamplePrices(context, today)
  const bids: { ref: string; bid: Bid; answers: (typeof answers)[number] | undefined }[] = []
  const stored = new Map<string, { id: string; facts: SampleTender }>()
  await workspace.db.transaction().execute(async (db) => {
    for (const [index, tender] of tenders.entries()) stored.set(tender.ref, { id: await storeTender(db, tender, notices[index] ?? '', context), facts: tender })
    for (const { tender, rivals, ...source } of sample.bids) {
      const bid = await storeBid(db, { ...source, tenderId: stored.get(tender)?.id, prices }, today, context)
      if (rivals.length > 0) await saveContest(db, bid.id, { version: 1, contest: { ...openContest, rivals } }, 0, now().toISOString())
      bids.push({ ref: tender, bid, answers: answers.find((each) => each.tender === tender) })
    }
    if (!(await hasCompany(db))) await saveCompany(db, sample.company, now().toISOString(), true)
  })
  if ((await allItems(workspace.db)).length === 0) await loadSampleLibrary(context, today)
  const items = await allItems(workspace.db)
  await workspace.db.transaction().execute(async (db) => {
    for (const each of bids) await answerSample(db, each.bid, each.answers, items, context)
  })
  const loaded: LoadedSample['bids'][number][] = []
  for (const { ref, bid } of bids) {
    const tender = await findTender(workspace.db, bid.tenderId)
    if (tender === null) continue
    await saveMaterials(workspace.db, bid.id, suggestedMaterials(items, tender.useCase, addDays(beijingDay(tender.bidDeadline ?? now().toISOString()), bid.terms.validityDays ?? 0)), 0, now().toISOString())
    const assessment = await assessBid(bid, tender, context)
    await saveAssessment(workspace.db, bid.id, bid.version, assessment)
    loaded.push({ ref, bid, assessment })
  }
  return { today, tenders: stored, bids: loaded }
}

type SampleBid = Pick<z.infer<typeof SampleBids>['bids'][number], 'terms' | 'estimate' | 'sizing'> & { tenderId: string | undefined; prices: readonly PriceItem[] }

async function storeBid(db: WorkspaceDb, { tenderId, terms, estimate, sizing, prices }: SampleBid, today: string, { now, newId }: CoreContext): Promise<Bid> {
  const tender = tenderId === undefined ? null : await findTender(db, tenderId)
  if (!tender) throw new Error('a sample bid names no sample tender')
  const at = now().toISOString()
  const written = Estimate.parse({ ...estimate, offerLines: estimate.offerLines.map((line) => dated(line, 'commercialPrice', today)), costLines: estimate.costLines.map((line) => dated(line, 'price', today)) })
  const bid: Bid = {
    id: newId(),
    version: 1,
    createdAt: at,
    updatedAt: at,
    tenderId: tender.id,
    lotNo: null,
    title: tender.title,
    stage: 'draft',
    estimate: sizing === null ? written : withSampleSizing(written, sizing, prices, { today, newId }),
    terms: { ...terms, signedOn: today },
    isSample: true,
  }
  await insertBid(db, { bid, assessment: null })
  return bid
}
