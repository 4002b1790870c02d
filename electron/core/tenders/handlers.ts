import { bidsOfTenders } from '#core/bids/bid-store.ts'
import { os } from '#core/os.ts'
import { insertNotice, noticesOf, pastAwardsOf } from '#core/tenders/notice-store.ts'
import { factsOfTender, findTender, insertTender, searchTenders, updateTender, type TenderRecord } from '#core/tenders/tender-store.ts'
import type { TenderDetail } from '#shared/tenders/contract.ts'
import type { Tender } from '#shared/tenders/tender.ts'

const PAST_AWARDS = 20

export const tendersHandlers = {
  search: os.tenders.search.handler(async ({ input, context }) => {
    const { db } = context.workspace
    const { total, rows } = await searchTenders(db, input)
    const bids = await bidsOfTenders(db, rows.map((tender) => tender.id))
    const bidByTender = new Map(bids.map(({ bid, assessment }) => [bid.tenderId, { id: bid.id, assessment }]))
    return { total, tenders: rows.map(({ description: _description, ...tender }) => ({ ...tender, bid: bidByTender.get(tender.id) ?? null })) }
  }),

  get: os.tenders.get.handler(async ({ input, context, errors }): Promise<TenderDetail> => {
    const { db } = context.workspace
    const tender = await findTender(db, input.id)
    if (!tender) throw errors.NOT_FOUND()
    const bids = await bidsOfTenders(db, [tender.id])
    return {
      tender: withoutKey(tender),
      notices: await noticesOf(db, tender.id),
      bids: bids.map(({ bid, assessment }) => ({ id: bid.id, lotNo: bid.lotNo, title: bid.title, assessment })),
      pastAwards: tender.buyer === null ? [] : await pastAwardsOf(db, tender.buyer, tender.id, PAST_AWARDS),
    }
  }),

  create: os.tenders.create.handler(async ({ input, context }) => {
    const { workspace, now, newId } = context
    const at = now().toISOString()
    const id = newId()
    const tender: TenderRecord = { ...input, id, version: 1, createdAt: at, updatedAt: at, stage: 'new', useCase: null, description: null, source: { kind: 'manual', name: '', url: null }, isSample: false, sourceKey: `manual:${id}` }
    await workspace.db.transaction().execute((db) => insertTender(db, tender))
    return withoutKey(tender)
  }),

  update: os.tenders.update.handler(async ({ input, context, errors }) => {
    const { workspace, now, newId } = context
    return workspace.db.transaction().execute(async (db) => {
      const known = await findTender(db, input.id)
      if (!known) throw errors.NOT_FOUND()
      if (known.version !== input.version) throw errors.STALE({ data: { version: known.version } })
      const facts = { ...factsOfTender(known), ...input.facts }
      const changes = Object.entries(facts)
        .map(([field, after]) => ({ field, before: textOf(Reflect.get(known, field)), after: textOf(after) }))
        .filter(({ before, after }) => before !== after)
      const at = now().toISOString()
      const tender: TenderRecord = { ...known, ...facts, useCase: input.useCase === undefined ? known.useCase : input.useCase, version: known.version + 1, updatedAt: at }
      if (!(await updateTender(db, tender, known.version))) throw errors.STALE({ data: { version: known.version } })
      if (changes.length > 0) {
        const id = newId()
        await insertNotice(db, tender.id, `edit:${id}`, { id, type: 'other', title: tender.title, publishedAt: null, readAt: at, sourceName: 'manual', url: null, text: null, evidence: {}, confidence: {}, awards: [], changes })
      }
      return withoutKey(tender)
    })
  }),

  setStage: os.tenders.setStage.handler(async ({ input, context, errors }) => {
    const { workspace, now } = context
    return workspace.db.transaction().execute(async (db) => {
      const known = await findTender(db, input.id)
      if (!known) throw errors.NOT_FOUND()
      const tender: TenderRecord = { ...known, stage: input.stage, version: known.version + 1, updatedAt: now().toISOString() }
      await updateTender(db, tender, known.version)
      return withoutKey(tender)
    })
  }),
}

function withoutKey({ sourceKey: _key, ...tender }: TenderRecord): Tender {
  return tender
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
