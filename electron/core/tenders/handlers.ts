import { basename } from 'node:path'
import { judgeAgain } from '#core/bids/assess-bid.ts'
import { bidsOfTenders } from '#core/bids/bid-store.ts'
import { chosenPlace, orWriteFailed } from '#core/files/chosen-place.ts'
import { os } from '#core/os.ts'
import { insertNotice, noticesOf, pastAwardsOf } from '#core/tenders/notice-store.ts'
import { exportTenders } from '#core/tenders/export-tenders.ts'
import { changeTenders, undoChange } from '#core/tenders/tender-changes.ts'
import { similarTenders, snippetsOf, valuesOf } from '#core/tenders/tender-lookups.ts'
import { countToReview, doubtfulFields, noteDoubts, setAccepted } from '#core/tenders/review-store.ts'
import { rowsOf } from '#core/tenders/tender-rows.ts'
import { countInTurns, searchTenders } from '#core/tenders/tender-search.ts'
import { deskOf, factsOfTender, findTender, insertTender, updateTender, type TenderRecord } from '#core/tenders/tender-store.ts'
import type { TenderDetail } from '#shared/tenders/contract.ts'
import { proposeUseCase } from '#shared/tenders/use-case.ts'
import type { Tender } from '#shared/tenders/tender.ts'

const PAST_AWARDS = 20

export const tendersHandlers = {
  search: os.tenders.search.handler(async ({ input, context }) => {
    const { db } = context.workspace
    const { rows, ...counted } = await searchTenders(db, input, input.asOf ?? context.now().toISOString())
    return { ...counted, tenders: await rowsOf(db, rows) }
  }),
  count: os.tenders.count.handler(async ({ input, context, signal }) => ({ total: await countInTurns(context.workspace.db, input, input.asOf ?? context.now().toISOString(), signal) })),

  snippets: os.tenders.snippets.handler(({ input, context }) => snippetsOf(context.workspace.db, input.query, input.ids)),
  values: os.tenders.values.handler(({ input, context }) => valuesOf(context.workspace.db, input.field, input.contains, input.limit)),
  similar: os.tenders.similar.handler(({ input, context }) => similarTenders(context.workspace.db, input, context.now().toISOString())),

  change: os.tenders.change.handler(({ input, context }) => changeTenders(context, input.target, input.change)),

  undo: os.tenders.undo.handler(async ({ input, context, errors }) => {
    const undone = await undoChange(context, input.undoId)
    if (undone === null) throw errors.NOT_FOUND()
    return undone
  }),

  export: os.tenders.export.handler(async ({ input: { destination, ...table }, context, errors }) => {
    const path = chosenPlace(destination, context, errors)
    const rows = await orWriteFailed(exportTenders(context.workspace.db, path, table, context.now().toISOString()), errors)
    return { fileName: basename(path), rows }
  }),

  get: os.tenders.get.handler(async ({ input, context, errors }): Promise<TenderDetail> => {
    const { db } = context.workspace
    const tender = await findTender(db, input.id)
    if (!tender) throw errors.NOT_FOUND()
    const bids = await bidsOfTenders(db, [tender.id])
    return {
      tender: withoutKey(tender),
      toReview: await doubtfulFields(db, tender.id),
      useCaseProposal: tender.useCase === null ? proposalOf(tender) : null,
      desk: await deskOf(db, tender.id),
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
    const changed = await workspace.db.transaction().execute(async (db) => {
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
        await noteDoubts(db, tender.id, { doubtful: [], settled: changes.map(({ field }) => field) })
        const id = newId()
        await insertNotice(db, tender.id, `edit:${id}`, { id, type: 'other', title: tender.title, publishedAt: null, readAt: at, sourceName: 'manual', url: null, text: null, evidence: {}, confidence: {}, awards: [], documents: [], amendments: [], changes })
      }
      return { tender: withoutKey(tender), isOther: changes.length > 0 }
    })
    if (changed.isOther) await judgeAgain(input.id, context)
    return changed.tender
  }),

  reviewCount: os.tenders.reviewCount.handler(({ context }) => countToReview(context.workspace.db)),

  acceptFact: os.tenders.acceptFact.handler(async ({ input, context, errors }) => {
    const isKnown = await setAccepted(context.workspace.db, input.id, input.field, input.isAccepted ? context.now().toISOString() : null)
    if (!isKnown) throw errors.NOT_FOUND()
    return { id: input.id }
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

function proposalOf(tender: Tender): TenderDetail['useCaseProposal'] {
  const proposal = proposeUseCase(tender.title, tender.description)
  return proposal && { useCase: proposal.useCase, words: proposal.words }
}

function withoutKey({ sourceKey: _key, ...tender }: TenderRecord): Tender {
  return tender
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
