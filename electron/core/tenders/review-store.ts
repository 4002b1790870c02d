import type { WorkspaceDb } from '#core/db/workspace.ts'
import { Notice } from '#shared/tenders/tender.ts'
import { reviewedFields, type ReviewedField } from '#shared/tenders/review.ts'

const Changes = Notice.shape.changes

export type DoubtfulFact = { field: ReviewedField; confidence: number }

/** Puts facts on the list, or off it where they are settled. Call inside the transaction that stores them. */
export async function noteDoubts(db: WorkspaceDb, tenderId: string, { doubtful, settled }: { doubtful: readonly DoubtfulFact[]; settled: readonly string[] }): Promise<void> {
  if (settled.length > 0) await db.deleteFrom('factToReview').where('tenderId', '=', tenderId).where('field', 'in', settled).execute()
  for (const { field, confidence } of doubtful) {
    await db.insertInto('factToReview').values({ tenderId, field, confidence, acceptedAt: null }).onConflict((on) => on.columns(['tenderId', 'field']).doUpdateSet({ confidence, acceptedAt: null })).execute()
  }
}

/** Whether the fact was on the list; `acceptedAt` null puts it back. */
export async function setAccepted(db: WorkspaceDb, tenderId: string, field: ReviewedField, acceptedAt: string | null): Promise<boolean> {
  const row = await db.updateTable('factToReview').set({ acceptedAt }).where('tenderId', '=', tenderId).where('field', '=', field).returning('field').executeTakeFirst()
  return row !== undefined
}

/** The facts of a tender nobody has looked at yet, in the order of the form. */
export async function doubtfulFields(db: WorkspaceDb, tenderId: string): Promise<ReviewedField[]> {
  const rows = await db.selectFrom('factToReview').select('field').where('tenderId', '=', tenderId).where('acceptedAt', 'is', null).execute()
  const open = new Set(rows.map(({ field }) => field))
  return reviewedFields.filter((field) => open.has(field))
}

export async function countToReview(db: WorkspaceDb): Promise<{ tenders: number; facts: number }> {
  const row = await db
    .selectFrom('factToReview')
    .select((eb) => [eb.fn.count<number>('tenderId').distinct().as('tenders'), eb.fn.countAll<number>().as('facts')])
    .where('acceptedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { tenders: row.tenders, facts: row.facts }
}

/** When a person last set each fact of a tender. */
export async function editedFields(db: WorkspaceDb, tenderId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('notice').select(['changes', 'readAt']).where('tenderId', '=', tenderId).where('sourceName', '=', 'manual').orderBy('readAt').execute()
  const edited = new Map<string, string>()
  for (const { changes, readAt } of rows) for (const { field } of parsedChanges(changes)) edited.set(field, readAt)
  const accepted = await db.selectFrom('factToReview').select(['field', 'acceptedAt']).where('tenderId', '=', tenderId).where('acceptedAt', 'is not', null).execute()
  for (const { field, acceptedAt } of accepted) if (acceptedAt !== null && acceptedAt > (edited.get(field) ?? '')) edited.set(field, acceptedAt)
  return edited
}

const parsedChanges = (changes: string): { field: string }[] => Changes.parse(JSON.parse(changes))
