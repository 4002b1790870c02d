import type { WorkspaceDb } from '#core/db/workspace.ts'
import { inOrder } from '#core/tenders/tender-order.ts'
import { matchingTenders } from '#core/tenders/tender-search.ts'
import type { TenderOrder, TenderTarget } from '#shared/tenders/contract.ts'

const perQuery = 500

/** The row numbers of chosen tenders, in the order asked for. */
export async function seqsOf(db: WorkspaceDb, target: TenderTarget, now: string, order: TenderOrder = { sort: 'updated', descending: true }): Promise<number[]> {
  if ('filter' in target) {
    const except = new Set(target.except)
    const rows = await inOrder(matchingTenders(db, target.filter, now).select(['seq', 'id']), order, now).execute()
    return rows.filter(({ id }) => !except.has(id)).map(({ seq }) => seq)
  }
  const found: number[] = []
  for (const ids of chunks(target.ids, perQuery)) {
    const rows = await db.selectFrom('tender').select('seq').where('id', 'in', ids).execute()
    found.push(...rows.map(({ seq }) => seq))
  }
  return sorted(db, found, order, now)
}

async function sorted(db: WorkspaceDb, seqs: number[], order: TenderOrder, now: string): Promise<number[]> {
  if (seqs.length === 0) return []
  const rows = await inOrder(db.selectFrom('tender').where('seq', 'in', seqs).select('seq'), order, now).execute()
  return rows.map(({ seq }) => seq)
}

export function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
}
