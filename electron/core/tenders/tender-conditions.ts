import { sql, type Expression, type SelectQueryBuilder, type SqlBool } from 'kysely'
import type { WorkspaceTables } from '#core/db/schema.ts'
import { deadlineBounds, type TenderFilter } from '#shared/tenders/filter.ts'

export type Matching = SelectQueryBuilder<WorkspaceTables, 'tender', object>

/** All a filter asks but its words. */
export function inFilter(found: Matching, filter: TenderFilter, now: string): Matching {
  return inDeadline(inWorth(inLists(found, filter), filter), filter, now)
}

function inLists(found: Matching, filter: TenderFilter): Matching {
  const lists = { stage: filter.stages, useCase: filter.useCases, buyer: filter.buyers, agency: filter.agencies, region: filter.regions, owner: filter.owners, decision: filter.decisions, sourceKind: filter.sources } as const
  let matching = found
  for (const [column, values] of Object.entries(lists)) if (values.length > 0) matching = matching.where(oneOf(sql.ref(column), values))
  if (filter.toReview) matching = matching.where(sql<SqlBool>`tender.id IN (SELECT tenderId FROM factToReview WHERE acceptedAt IS NULL)`)
  if (filter.verdicts.length > 0) matching = matching.where(ofVerdict(filter.verdicts))
  return matching
}

function oneOf(column: Expression<unknown>, values: readonly (string | null)[]): Expression<SqlBool> {
  const known = values.filter((value) => value !== null)
  const listed = sql<SqlBool>`${column} IN (${sql.join(known)})`
  if (!values.includes(null)) return listed
  return known.length === 0 ? sql<SqlBool>`${column} IS NULL` : sql<SqlBool>`(${listed} OR ${column} IS NULL)`
}

/** By the verdict of our bid; a bid that was not judged yet cannot be judged. */
function ofVerdict(verdicts: TenderFilter['verdicts']): Expression<SqlBool> {
  const known = verdicts.filter((verdict) => verdict !== null)
  const judged = sql<SqlBool>`tender.id IN (SELECT tenderId FROM bid WHERE COALESCE(json_extract(assessment, '$.verdict'), 'cannot-judge') IN (${sql.join(known)}))`
  const none = sql<SqlBool>`tender.id NOT IN (SELECT tenderId FROM bid)`
  if (!verdicts.includes(null)) return judged
  return known.length === 0 ? none : sql<SqlBool>`(${judged} OR ${none})`
}

function inWorth(found: Matching, { worthFrom, worthTo }: TenderFilter): Matching {
  if (worthFrom === null && worthTo === null) return found
  // The plus keeps the planner, which has no statistics, from walking the amounts instead of the order asked for.
  let matching = found.where(sql<SqlBool>`(currency IS NULL OR currency = 'CNY')`)
  if (worthFrom !== null) matching = matching.where(sql<SqlBool>`+sortValue >= ${Number(worthFrom)}`)
  if (worthTo !== null) matching = matching.where(sql<SqlBool>`+sortValue <= ${Number(worthTo)}`)
  return matching
}

function inDeadline(found: Matching, { deadline, deadlineFrom, deadlineTo }: TenderFilter, now: string): Matching {
  let matching = found
  if (deadlineFrom) matching = matching.where('bidDeadline', '>=', deadlineFrom)
  if (deadlineTo) matching = matching.where('bidDeadline', '<', deadlineTo)
  if (deadline === null) return matching
  if (deadline.kind === 'unknown') return matching.where('bidDeadline', 'is', null)
  const { from, to } = deadlineBounds(deadline, now)
  if (from !== null) matching = matching.where('bidDeadline', '>=', from)
  if (to !== null) matching = matching.where('bidDeadline', '<', to)
  return matching
}
