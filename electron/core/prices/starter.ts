import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { CoreContext } from '#core/context.ts'
import { diffWithBook, takeChanges } from '#core/prices/price-import.ts'
import { PriceDraft } from '#shared/prices/price-item.ts'

/** The file of public list prices shipped with the program, each with its source and date. */
export const StarterBook = z.object({ prices: z.array(PriceDraft) })

/** Adds the starter's prices that are not in the book; those there already keep what people made of them. */
export async function addStarter(context: CoreContext, isSample = false): Promise<number> {
  const { prices } = StarterBook.parse(JSON.parse(await readFile(join(context.assetsDirectory, 'prices/starter.json'), 'utf8')))
  const changes = await diffWithBook(prices.map((draft) => ({ ok: true, row: null, draft })), context)
  return takeChanges(changes.filter(({ status }) => status === 'new'), context, isSample ? 'sample' : 'starter', isSample)
}
