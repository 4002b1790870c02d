import type { WorkspaceDb } from '#core/db/workspace.ts'
import { ceilingOf } from '#shared/bids/new-bid.ts'
import type { PastAward } from '#shared/contests/past-awards.ts'
import { groupBy } from '#shared/group-by.ts'
import { Award, Lot, type Tender } from '#shared/tenders/tender.ts'

/** Newer notices tell more of today's prices, and a workspace may hold a hundred thousand. */
const mostNotices = 500

/** Awards in CNY of other tenders of this buyer or kind; a repeated notice counts once, the latest standing. The sample's invented ones count for the sample alone. */
export async function pastAwards(db: WorkspaceDb, { id, buyer, useCase, isSample }: Pick<Tender, 'id' | 'buyer' | 'useCase' | 'isSample'>): Promise<PastAward[]> {
  if (buyer === null && useCase === null) return []
  const rows = await db
    .selectFrom('notice')
    .innerJoin('tender', 'tender.id', 'notice.tenderId')
    .select(['notice.tenderId', 'notice.awards', 'tender.buyer', 'tender.useCase', 'tender.budget', 'tender.ceiling', 'tender.lots'])
    .where('notice.type', '=', 'award')
    .where('notice.awards', '!=', '[]')
    .where('tender.id', '!=', id)
    .where('tender.isSample', 'in', isSample ? [0, 1] : [0])
    .where((eb) => eb.or([eb('tender.currency', 'is', null), eb('tender.currency', '=', 'CNY')]))
    .where((eb) => eb.or([...(buyer === null ? [] : [eb('tender.buyer', '=', buyer)]), ...(useCase === null ? [] : [eb('tender.useCase', '=', useCase)])]))
    .orderBy('notice.publishedAt', (order) => order.desc().nullsLast())
    .orderBy('notice.readAt', 'desc')
    .limit(mostNotices)
    .execute()
  const found = new Map<string, { row: (typeof rows)[number]; award: Award }>()
  for (const row of rows) {
    for (const award of Award.array().parse(JSON.parse(row.awards))) {
      const key = JSON.stringify([row.tenderId, award.lotNo, award.supplier])
      if (!found.has(key)) found.set(key, { row, award })
    }
  }
  const winners = groupBy(found.values(), ({ row, award }) => JSON.stringify([row.tenderId, award.lotNo]))
  return [...winners.values()].flatMap((part) =>
    part.flatMap(({ row, award: { supplier, amount, lotNo } }) => {
      if (amount === null) return []
      // A framework's limit is shared by its winners: nobody's own price is a share of it.
      const limit = part.length > 1 ? null : limitOf({ ...row, lots: Lot.array().parse(JSON.parse(row.lots)) }, lotNo)
      return [{ supplier, amount, limit, isSameBuyer: buyer !== null && row.buyer === buyer, isSameKind: useCase !== null && row.useCase === useCase }]
    }),
  )
}

/** The lot's own limit; the tender's only where it is not cut into lots. */
function limitOf(tender: Pick<Tender, 'ceiling' | 'budget' | 'lots'>, lotNo: string | null): string | null {
  const lot = tender.lots.find(({ no }) => no === lotNo)
  if (lot !== undefined) return ceilingOf(tender, lotNo) ?? lot.budget
  return tender.lots.length > 1 ? null : (tender.ceiling ?? tender.budget)
}
