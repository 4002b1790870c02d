import type { Selectable } from 'kysely'
import type { RequirementTable } from '#core/db/schema.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { Requirement, RequirementKind, RequirementMark, RequirementSource, type RequirementFields } from '#shared/requirements/requirement.ts'

/** A stored requirement with what only the store needs: the identity it was read under, and whether a person took it out. */
export type RequirementRecord = Requirement & { foundAs: string | null; isRemoved: boolean }

export async function recordsOf(db: WorkspaceDb, tenderId: string): Promise<RequirementRecord[]> {
  const rows = await db.selectFrom('requirement').selectAll().where('tenderId', '=', tenderId).orderBy('position').orderBy('id').execute()
  return rows.map(toRecord)
}

export async function findRequirement(db: WorkspaceDb, id: string): Promise<RequirementRecord | null> {
  const row = await db.selectFrom('requirement').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toRecord(row)
}

export async function insertRequirement(db: WorkspaceDb, record: RequirementRecord): Promise<void> {
  await db.insertInto('requirement').values(toRow(record)).execute()
}

export async function updateRequirement(db: WorkspaceDb, record: RequirementRecord): Promise<void> {
  await db.updateTable('requirement').set(toRow(record)).where('id', '=', record.id).execute()
}

export async function setPosition(db: WorkspaceDb, id: string, position: number): Promise<void> {
  await db.updateTable('requirement').set({ position }).where('id', '=', id).execute()
}

export async function nextPosition(db: WorkspaceDb, tenderId: string): Promise<number> {
  const row = await db.selectFrom('requirement').select((eb) => eb.fn.max('position').as('last')).where('tenderId', '=', tenderId).executeTakeFirst()
  return (row?.last ?? -1) + 1
}

export const shown = ({ foundAs: _foundAs, isRemoved: _isRemoved, ...requirement }: RequirementRecord): Requirement => requirement

export const fieldsOf = ({ lotNo, clauseNo, kind, mark, text, isMandatory, scoring }: RequirementFields): RequirementFields => ({ lotNo, clauseNo, kind, mark, text, isMandatory, scoring })

function toRow({ order, scoring, source, isMandatory, isEdited, isRemoved, ...rest }: RequirementRecord) {
  return {
    ...rest,
    position: order,
    factor: scoring?.factor ?? null,
    points: scoring?.points ?? null,
    source: source === null ? null : JSON.stringify(source),
    isMandatory: isMandatory ? 1 : 0,
    isEdited: isEdited ? 1 : 0,
    isRemoved: isRemoved ? 1 : 0,
  }
}

function toRecord({ position, factor, points, source, kind, mark, isMandatory, isEdited, isRemoved, ...rest }: Selectable<RequirementTable>): RequirementRecord {
  return {
    ...rest,
    order: position,
    kind: RequirementKind.parse(kind),
    mark: RequirementMark.parse(mark),
    scoring: factor === null ? null : { factor, points },
    source: source === null ? null : RequirementSource.parse(JSON.parse(source)),
    isMandatory: isMandatory === 1,
    isEdited: isEdited === 1,
    isRemoved: isRemoved === 1,
  }
}
