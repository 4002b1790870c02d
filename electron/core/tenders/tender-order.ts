import { sql, type SelectQueryBuilder } from 'kysely'
import type { WorkspaceTables } from '#core/db/schema.ts'
import type { Matching } from '#core/tenders/tender-conditions.ts'
import type { TenderOrder, TenderSearch, TenderSort } from '#shared/tenders/contract.ts'
import { TenderStage } from '#shared/tenders/tender.ts'

const sortColumn = { published: 'publishedAt', value: 'sortValue', updated: 'updatedAt', title: 'title', buyer: 'buyer', agency: 'agency', projectNo: 'projectNo', owner: 'owner', region: 'region', useCase: 'useCase', decision: 'decision', score: 'score' } as const satisfies Record<Exclude<TenderSort, 'stage' | 'deadline'>, keyof WorkspaceTables['tender']>

const stageOrder = sql<number>`CASE stage ${sql.join(
  TenderStage.options.map((stage, at) => sql`WHEN ${sql.lit(stage)} THEN ${sql.lit(at)}`),
  sql` `,
)} END`

/**
 * Only the row numbers are sorted; the rows themselves are fetched afterwards. What is unknown comes last either way: it must not hide what is due.
 * By closing time, what is open stands first either way, then what has none, then what has closed: the nearest to `now` on top of each, or the farthest.
 */
export function inOrder<O>(query: SelectQueryBuilder<WorkspaceTables, 'tender', O>, { sort, descending }: TenderOrder, now: string): SelectQueryBuilder<WorkspaceTables, 'tender', O> {
  const way = descending ? 'desc' : 'asc'
  if (sort !== 'deadline') {
    const column = sort === 'stage' ? stageOrder : sql.ref(sortColumn[sort])
    return query.orderBy(column, (order) => order[way]().nullsLast()).orderBy('seq', way)
  }
  const back = descending ? 'asc' : 'desc'
  return query
    .orderBy(sql`CASE WHEN bidDeadline > ${now} THEN 0 WHEN bidDeadline IS NULL THEN 1 ELSE 2 END`)
    .orderBy(sql`CASE WHEN bidDeadline <= ${now} THEN bidDeadline END`, back)
    .orderBy(sql`CASE WHEN bidDeadline <= ${now} THEN seq END`, back)
    .orderBy('bidDeadline', way)
    .orderBy('seq', way)
}

/** The same order, cut out of an index: by closing time each of its three stretches is walked by itself and nothing is sorted. */
export async function pageInOrder(found: Matching, { sort, descending, limit, offset }: Pick<TenderSearch, 'sort' | 'descending' | 'limit' | 'offset'>, now: string): Promise<number[]> {
  if (sort !== 'deadline') return seqsIn(inOrder(found.select('seq'), { sort, descending }, now).limit(limit).offset(offset))
  const page: number[] = []
  let toSkip = offset
  for (const { stretch, way } of stretches(found, descending, now)) {
    const part = await seqsIn(stretch.select('seq').orderBy('bidDeadline', way).orderBy('seq', way).limit(limit - page.length).offset(toSkip))
    page.push(...part)
    if (page.length === limit) break
    toSkip = part.length > 0 || toSkip === 0 ? 0 : toSkip - (await countOf(stretch))
  }
  return page
}

function stretches(found: Matching, descending: boolean, now: string) {
  const [way, back] = descending ? (['desc', 'asc'] as const) : (['asc', 'desc'] as const)
  return [
    { stretch: found.where('bidDeadline', '>', now), way },
    { stretch: found.where('bidDeadline', 'is', null), way },
    { stretch: found.where('bidDeadline', '<=', now), way: back },
  ]
}

export async function countOf(matching: Matching): Promise<number> {
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return total
}

async function seqsIn(query: SelectQueryBuilder<WorkspaceTables, 'tender', { seq: number }>): Promise<number[]> {
  return (await query.execute()).map(({ seq }) => seq)
}
