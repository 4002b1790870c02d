import type { Selectable } from 'kysely'
import type { BidVersionTable } from '#core/db/schema.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { Assessment } from '#shared/bids/assessment.ts'
import { BidTerms } from '#shared/bids/bid.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import type { BidVersion, VersionRow } from '#shared/versions/version.ts'

const rowColumns = ['id', 'bidId', 'no', 'frozenAt', 'by', 'note', 'assessment'] as const

/** Without estimates: a bid may have many versions. */
export async function versionsOf(db: WorkspaceDb, bidId: string): Promise<VersionRow[]> {
  const rows = await db.selectFrom('bidVersion').select(rowColumns).where('bidId', '=', bidId).orderBy('no', 'desc').execute()
  return rows.map((row) => ({ ...row, assessment: Assessment.parse(JSON.parse(row.assessment)) }))
}

export async function findVersion(db: WorkspaceDb, id: string): Promise<BidVersion | null> {
  const row = await db.selectFrom('bidVersion').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toVersion(row)
}

export async function newestVersion(db: WorkspaceDb, bidId: string): Promise<BidVersion | null> {
  const row = await db.selectFrom('bidVersion').selectAll().where('bidId', '=', bidId).orderBy('no', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? null : toVersion(row)
}

export async function insertVersion(db: WorkspaceDb, { estimate, terms, assessment, ...rest }: BidVersion): Promise<void> {
  await db.insertInto('bidVersion').values({ ...rest, estimate: JSON.stringify(estimate), terms: JSON.stringify(terms), assessment: JSON.stringify(assessment) }).execute()
}

function toVersion({ estimate, terms, assessment, ...rest }: Selectable<BidVersionTable>): BidVersion {
  return { ...rest, estimate: Estimate.parse(JSON.parse(estimate)), terms: BidTerms.parse(JSON.parse(terms)), assessment: Assessment.parse(JSON.parse(assessment)) }
}
