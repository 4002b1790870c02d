import type { WorkspaceDb } from '#core/db/workspace.ts'
import type { PriceQuery } from '#shared/prices/contract.ts'
import { searchText, searchWords } from '#shared/prices/find-price.ts'
import { PriceCause, PriceItem, PriceState } from '#shared/prices/price-item.ts'

/** Ids per statement: far below what the database takes. */
const idsAtOnce = 500

const parsed = ({ data }: { data: string }): PriceItem => PriceItem.parse(JSON.parse(data))

function matching(db: WorkspaceDb, { query, kind, categories, status, isDomestic }: PriceQuery, today: string) {
  let rows = db.selectFrom('priceItem')
  for (const word of searchWords(query)) rows = rows.where((eb) => eb(eb.fn<number>('instr', ['searchText', eb.val(word)]), '>', 0))
  if (kind !== null) rows = rows.where('kind', '=', kind)
  if (categories.length > 0) rows = rows.where('category', 'in', categories)
  if (isDomestic !== null) rows = rows.where('isDomestic', '=', isDomestic ? 1 : 0)
  if (status === 'unknown') return rows.where('isPriceKnown', '=', 0)
  if (status !== null) rows = rows.where('isPriceKnown', '=', 1)
  if (status === 'expired') return rows.where('validUntil', '<', today)
  if (status !== null) rows = rows.where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>=', today)]))
  if (status === 'not-yet-valid') return rows.where('validFrom', '>', today)
  return status === 'valid' ? rows.where((eb) => eb.or([eb('validFrom', 'is', null), eb('validFrom', '<=', today)])) : rows
}

/** A page of the book by name. */
export async function findPrices(db: WorkspaceDb, query: PriceQuery, today: string): Promise<{ items: PriceItem[]; total: number; inBook: number }> {
  const rows = await matching(db, query, today).select('data').orderBy('name').orderBy('code').limit(query.limit).offset(query.offset).execute()
  const { total } = await matching(db, query, today).select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const { inBook } = await db.selectFrom('priceItem').select((eb) => eb.fn.countAll<number>().as('inBook')).executeTakeFirstOrThrow()
  return { items: rows.map(parsed), total, inBook }
}

export async function pricesByIds(db: WorkspaceDb, ids: readonly string[]): Promise<PriceItem[]> {
  return pricesBy(db, 'id', ids)
}

export async function pricesByCodes(db: WorkspaceDb, codes: readonly string[]): Promise<PriceItem[]> {
  return pricesBy(db, 'code', codes)
}

async function pricesBy(db: WorkspaceDb, column: 'id' | 'code', values: readonly string[]): Promise<PriceItem[]> {
  const found: PriceItem[] = []
  for (let start = 0; start < values.length; start += idsAtOnce) {
    const rows = await db.selectFrom('priceItem').select('data').where(column, 'in', values.slice(start, start + idsAtOnce)).execute()
    for (const row of rows) found.push(parsed(row))
  }
  return found
}

/** Every price a list brought. */
export async function pricesOfOrigins(db: WorkspaceDb, origins: readonly string[]): Promise<PriceItem[]> {
  if (origins.length === 0) return []
  return (await db.selectFrom('priceItem').select('data').where('origin', 'in', origins).execute()).map(parsed)
}

export async function findPrice(db: WorkspaceDb, id: string): Promise<PriceItem | null> {
  const row = await db.selectFrom('priceItem').select('data').where('id', '=', id).executeTakeFirst()
  return row ? parsed(row) : null
}

/** The states of a price, the newest first. */
export async function priceHistory(db: WorkspaceDb, itemId: string): Promise<PriceState[]> {
  const rows = await db.selectFrom('priceState').selectAll().where('itemId', '=', itemId).orderBy('version', 'desc').execute()
  return rows.map(({ version, at, cause, data }) => {
    const { unitPrice, per, currency, validUntil, source } = PriceItem.parse(JSON.parse(data))
    return { version, at, cause: PriceCause.parse(cause), unitPrice, per, currency, validUntil, sourceDate: source.date, sourceName: source.name }
  })
}

export async function insertPrice(db: WorkspaceDb, item: PriceItem, cause: PriceCause): Promise<void> {
  await db.insertInto('priceItem').values(toRow(item)).execute()
  await keepState(db, item, cause)
}

/** Saves if nobody else saved since; false when the stored version is no longer the one before the item's. */
export async function updatePrice(db: WorkspaceDb, item: PriceItem, cause: PriceCause): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('priceItem').set(toRow(item)).where('id', '=', item.id).where('version', '=', item.version - 1).executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await keepState(db, item, cause)
  return true
}

export async function deleteSamplePrices(db: WorkspaceDb): Promise<void> {
  await db.deleteFrom('priceItem').where('isSample', '=', 1).execute()
}

async function keepState(db: WorkspaceDb, item: PriceItem, cause: PriceCause): Promise<void> {
  await db.insertInto('priceState').values({ itemId: item.id, version: item.version, at: item.updatedAt, cause, data: JSON.stringify(item) }).execute()
}

function toRow(item: PriceItem) {
  const { id, code, version, createdAt, updatedAt, kind, category, name, validFrom, validUntil, origin } = item
  const isDomestic = item.isDomestic === null ? null : item.isDomestic ? 1 : 0
  return { id, code, version, createdAt, updatedAt, kind, category, name, isPriceKnown: item.unitPrice === null ? 0 : 1, validFrom, validUntil, isDomestic, origin, searchText: searchText(item), data: JSON.stringify(item), isSample: item.isSample ? 1 : 0 }
}
