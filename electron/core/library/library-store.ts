import type { WorkspaceDb } from '#core/db/workspace.ts'
import type { Expiring, LibraryVersion } from '#shared/library/contract.ts'
import { LibraryData, libraryKinds, type LibraryItem } from '#shared/library/item.ts'
import { lastDayOf } from '#shared/library/validity.ts'

type Row = { id: string; version: number; createdAt: string; updatedAt: string; isSample: number; data: string }

const itemOf = ({ isSample, data, ...row }: Row): LibraryItem => ({ ...row, isSample: isSample === 1, data: LibraryData.parse(JSON.parse(data)) })

const columns = ['id', 'version', 'createdAt', 'updatedAt', 'isSample', 'data'] as const

export async function allItems(db: WorkspaceDb): Promise<LibraryItem[]> {
  const rows = await db.selectFrom('libraryItem').select(columns).where('isRemoved', '=', 0).orderBy('name').execute()
  return rows.map(itemOf).toSorted((a, b) => libraryKinds.indexOf(a.data.kind) - libraryKinds.indexOf(b.data.kind))
}

export async function findItem(db: WorkspaceDb, id: string): Promise<LibraryItem | null> {
  const row = await db.selectFrom('libraryItem').select(columns).where('id', '=', id).where('isRemoved', '=', 0).executeTakeFirst()
  return row ? itemOf(row) : null
}

const facts = ({ data }: LibraryItem) => ({ kind: data.kind, name: data.name, lastDay: lastDayOf(data), data: JSON.stringify(data) })

export async function insertItem(db: WorkspaceDb, item: LibraryItem): Promise<void> {
  await db.insertInto('libraryItem').values({ ...item, ...facts(item), isSample: item.isSample ? 1 : 0, isRemoved: 0 }).execute()
  await keepVersion(db, item)
}

/** Saves if nobody else saved since; false when the stored version is no longer `expectedVersion`. The former state stays in the history. */
export async function updateItem(db: WorkspaceDb, item: LibraryItem, expectedVersion: number): Promise<boolean> {
  const values = { ...facts(item), version: item.version, updatedAt: item.updatedAt, isSample: item.isSample ? 1 : 0 }
  const { numUpdatedRows } = await db.updateTable('libraryItem').set(values).where('id', '=', item.id).where('version', '=', expectedVersion).executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await keepVersion(db, item)
  return true
}

async function keepVersion(db: WorkspaceDb, { id, version, updatedAt, data }: LibraryItem): Promise<void> {
  await db.insertInto('libraryVersion').values({ itemId: id, version, savedAt: updatedAt, data: JSON.stringify(data) }).execute()
}

/** Takes items out of the list, or puts them back; says how many changed. */
export async function markRemoved(db: WorkspaceDb, ids: readonly string[], isRemoved: boolean): Promise<number> {
  const { numUpdatedRows } = await db.updateTable('libraryItem').set({ isRemoved: isRemoved ? 1 : 0 }).where('id', 'in', ids).where('isRemoved', '=', isRemoved ? 0 : 1).executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function itemHistory(db: WorkspaceDb, id: string): Promise<LibraryVersion[]> {
  const rows = await db.selectFrom('libraryVersion').select(['version', 'savedAt', 'data']).where('itemId', '=', id).orderBy('version', 'desc').execute()
  return rows.map(({ data, ...row }) => ({ ...row, data: LibraryData.parse(JSON.parse(data)) }))
}

/** Certificates that end and texts due for review on or before the day, soonest first. */
export async function expiringItems(db: WorkspaceDb, until: string): Promise<Expiring[]> {
  const rows = await db.selectFrom('libraryItem').select(['id', 'kind', 'name', 'lastDay']).where('isRemoved', '=', 0).where('lastDay', '<=', until).orderBy('lastDay').orderBy('name').execute()
  return rows.flatMap(({ id, kind, name, lastDay }) => (lastDay !== null && (kind === 'certificate' || kind === 'text') ? [{ id, kind, name, lastDay }] : []))
}

/** Forgets the sample's items that nobody has changed; one a person has changed is theirs. */
export async function deleteSampleItems(db: WorkspaceDb): Promise<void> {
  await db.deleteFrom('libraryVersion').where('itemId', 'in', db.selectFrom('libraryItem').select('id').where('isSample', '=', 1)).execute()
  await db.deleteFrom('libraryItem').where('isSample', '=', 1).execute()
}
