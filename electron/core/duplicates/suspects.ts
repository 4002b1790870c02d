import { sql } from 'kysely'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { compare, isSuspect, suspicion, type Comparable, type Likeness } from '#shared/duplicates/similar.ts'

const mostPairs = 200
/** Of each kind of likeness; enough for every tender of a large workspace that shares something with another. */
const mostTenders = 20_000
const largestGroup = 20

export type Suspects = { first: string; second: string; likeness: Likeness }

/** Tenders that share a number, or a buyer and an amount or closing time: only these are compared. */
async function candidates(db: WorkspaceDb): Promise<Map<string, Comparable[]>> {
  const groups = new Map<string, Comparable[]>()
  const keys = {
    number: sql<string>`projectNo`,
    amount: sql<string>`buyer || '|' || sortValue`,
    deadline: sql<string>`buyer || '|' || bidDeadline`,
  }
  for (const [name, key] of Object.entries(keys)) {
    const shared = db.selectFrom('tender').select(key.as('key')).where(sql<boolean>`${key} IS NOT NULL`).groupBy(key).having(sql<boolean>`COUNT(*) BETWEEN 2 AND ${largestGroup}`)
    const rows = await db.selectFrom('tender').select(['id', 'projectNo', 'title', 'buyer', 'sortValue as value', 'bidDeadline', 'publishedAt', key.as('key')]).where(key, 'in', shared).where('isSample', '=', 0).limit(mostTenders).execute()
    for (const { key: group, ...tender } of rows) groups.set(`${name} ${group}`, [...(groups.get(`${name} ${group}`) ?? []), tender])
  }
  return groups
}

/** The pairs a person should look at, the surest first; those said to be two are left out. */
export async function suspectedPairs(db: WorkspaceDb): Promise<Suspects[]> {
  const apart = new Set((await db.selectFrom('notDuplicate').select(['first', 'second']).execute()).map(({ first, second }) => `${first} ${second}`))
  const found = new Map<string, Suspects>()
  for (const group of (await candidates(db)).values()) {
    for (const [index, one] of group.entries()) {
      for (const other of group.slice(index + 1)) {
        const [first, second] = inOrder(one.id, other.id)
        const pair = `${first} ${second}`
        if (apart.has(pair) || found.has(pair)) continue
        const likeness = compare(one, other)
        if (isSuspect(one, other, likeness)) found.set(pair, { first, second, likeness })
      }
    }
  }
  return [...found.values()].toSorted((a, b) => suspicion(b.likeness) - suspicion(a.likeness)).slice(0, mostPairs)
}

/** A pair is one pair, whichever is named first. */
export function inOrder(one: string, other: string): [first: string, second: string] {
  return one < other ? [one, other] : [other, one]
}
