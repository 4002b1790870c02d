import type { WorkspaceDb } from '#core/db/workspace.ts'
import { ExchangeRate } from '#shared/prices/exchange-rate.ts'

/** Every exchange rate, the newest day first. */
export async function allRates(db: WorkspaceDb): Promise<ExchangeRate[]> {
  const rows = await db.selectFrom('exchangeRate').select(['currency', 'day', 'rate', 'source']).orderBy('day', 'desc').orderBy('currency').execute()
  return rows.map((row) => ExchangeRate.parse(row))
}

/** Stores a rate; one of the same currency and day is replaced. */
export async function saveRate(db: WorkspaceDb, { currency, day, rate, source }: ExchangeRate, at: string): Promise<void> {
  const values = { rate, source, updatedAt: at }
  await db.insertInto('exchangeRate').values({ currency, day, ...values }).onConflict((on) => on.columns(['currency', 'day']).doUpdateSet(values)).execute()
}

export async function deleteRate(db: WorkspaceDb, currency: string, day: string): Promise<void> {
  await db.deleteFrom('exchangeRate').where('currency', '=', currency).where('day', '=', day).execute()
}
