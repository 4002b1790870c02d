import type { WorkspaceDb } from '#core/db/workspace.ts'
import type { MarketAward } from '#shared/portfolio/market.ts'
import { Award, UseCase } from '#shared/tenders/tender.ts'

/** Every award notices told of, one per supplier and lot of a tender: a repeated notice counts once, the latest standing. The sample's count only while there are no others. */
export async function marketAwards(db: WorkspaceDb): Promise<MarketAward[]> {
  const rows = await db
    .selectFrom('notice')
    .innerJoin('tender', 'tender.id', 'notice.tenderId')
    .select(['notice.tenderId', 'notice.awards', 'tender.currency', 'tender.useCase', 'tender.isSample'])
    .where('notice.type', '=', 'award')
    .where('notice.awards', '<>', '[]')
    .orderBy('notice.publishedAt')
    .orderBy('notice.readAt')
    .execute()
  const own = rows.filter(({ isSample }) => isSample === 0)
  const awards = new Map<string, MarketAward>()
  for (const { tenderId, awards: json, currency, useCase } of own.length > 0 ? own : rows) {
    for (const { supplier, amount, lotNo } of Award.array().parse(JSON.parse(json))) {
      awards.set(JSON.stringify([tenderId, lotNo, supplier]), { tenderId, supplier, amount, currency, useCase: UseCase.nullable().parse(useCase) })
    }
  }
  return [...awards.values()]
}

/** The tenders behind a figure, with who won them. */
export async function awardsOfTenders(db: WorkspaceDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  const tenders = await db.selectFrom('tender').select(['id', 'title', 'buyer', 'currency']).where('id', 'in', ids).orderBy('title').execute()
  const notices = await db.selectFrom('notice').select(['tenderId', 'awards']).where('tenderId', 'in', ids).where('type', '=', 'award').execute()
  return tenders.map(({ id, title, buyer, currency }) => {
    const awards = notices.filter(({ tenderId }) => tenderId === id).flatMap((notice) => Award.array().parse(JSON.parse(notice.awards)))
    const distinct = new Map(awards.map(({ supplier, amount }) => [`${supplier} ${amount ?? ''}`, { supplier, amount }]))
    return { id, title, buyer, currency, awards: [...distinct.values()] }
  })
}
