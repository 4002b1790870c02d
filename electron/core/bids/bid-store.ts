import type { Selectable } from 'kysely'
import type { BidTable } from '#core/db/schema.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { Assessment } from '#shared/bids/assessment.ts'
import { Bid, BidStage, BidTerms, isUndecided, undecidedStages } from '#shared/bids/bid.ts'
import { Estimate, type EstimatePolicy } from '#shared/estimate/estimate.ts'

export type StoredBid = { bid: Bid; assessment: Assessment | null }

export async function allBids(db: WorkspaceDb): Promise<StoredBid[]> {
  const rows = await db.selectFrom('bid').selectAll().orderBy('updatedAt', 'desc').orderBy('id').execute()
  return rows.map(toStoredBid)
}

/** How far each bid is, by its id: little to read beside the bids themselves. */
export async function bidStages(db: WorkspaceDb): Promise<Map<string, BidStage>> {
  const rows = await db.selectFrom('bid').select(['id', 'stage']).execute()
  return new Map(rows.map(({ id, stage }) => [id, BidStage.parse(stage)]))
}

export async function bidsOfTenders(db: WorkspaceDb, tenderIds: readonly string[]): Promise<StoredBid[]> {
  if (tenderIds.length === 0) return []
  const rows = await db.selectFrom('bid').selectAll().where('tenderId', 'in', tenderIds).orderBy('createdAt').execute()
  return rows.map(toStoredBid)
}

export async function findBid(db: WorkspaceDb, id: string): Promise<StoredBid | null> {
  const row = await db.selectFrom('bid').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toStoredBid(row) : null
}

export async function insertBid(db: WorkspaceDb, { bid, assessment }: StoredBid): Promise<void> {
  await db.insertInto('bid').values(toRow(bid, assessment)).execute()
}

/** Saves if nobody else saved since; false when the stored version is no longer `expectedVersion`. */
export async function updateBid(db: WorkspaceDb, { bid, assessment }: StoredBid, expectedVersion: number): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('bid').set(toRow(bid, assessment)).where('id', '=', bid.id).where('version', '=', expectedVersion).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The verdict shown in lists; not a change of the bid, so its version stays. */
export async function saveAssessment(db: WorkspaceDb, bidId: string, version: number, assessment: Assessment): Promise<void> {
  await db.updateTable('bid').set({ assessment: JSON.stringify(assessment) }).where('id', '=', bidId).where('version', '=', version).execute()
}

/** Verdicts made under rules, or of a tender, that have changed: each is made anew when it is next asked for. What is decided keeps the one it was decided with. */
export async function forgetAssessments(db: WorkspaceDb, tenderId?: string): Promise<void> {
  const all = db.updateTable('bid').set({ assessment: null }).where('stage', 'in', undecidedStages)
  await (tenderId === undefined ? all : all.where('tenderId', '=', tenderId)).execute()
}

/** Puts the company's limits into every bid still open; what is decided keeps those it was decided by. */
export async function withPolicy(db: WorkspaceDb, policy: EstimatePolicy, at: string): Promise<void> {
  for (const { bid } of await allBids(db)) {
    if (!isUndecided(bid)) continue
    await updateBid(db, { bid: { ...bid, estimate: { ...bid.estimate, policy }, version: bid.version + 1, updatedAt: at }, assessment: null }, bid.version)
  }
}

function toRow(bid: Bid, assessment: Assessment | null) {
  return {
    id: bid.id,
    version: bid.version,
    createdAt: bid.createdAt,
    updatedAt: bid.updatedAt,
    tenderId: bid.tenderId,
    lotNo: bid.lotNo,
    title: bid.title,
    stage: bid.stage,
    estimate: JSON.stringify(bid.estimate),
    terms: JSON.stringify(bid.terms),
    assessment: assessment === null ? null : JSON.stringify(assessment),
    isSample: bid.isSample ? 1 : 0,
  }
}

function toStoredBid(row: Selectable<BidTable>): StoredBid {
  const { estimate, terms, assessment, isSample, stage, ...rest } = row
  return {
    bid: { ...rest, stage: BidStage.parse(stage), estimate: Estimate.parse(JSON.parse(estimate)), terms: BidTerms.parse(JSON.parse(terms)), isSample: isSample === 1 },
    assessment: assessment === null ? null : Assessment.parse(JSON.parse(assessment)),
  }
}
