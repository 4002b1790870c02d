import type { CoreContext } from '#core/context.ts'
import { findPrice, insertPrice, pricesByCodes, pricesOfOrigins, updatePrice } from '#core/prices/price-store.ts'
import { readPrices } from '#core/readers/prices/read-prices.ts'
import type { ReadSource } from '#core/readers/reading.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { addDays } from '#shared/calendar/day.ts'
import { diffPrices, type PriceChange, withoutRepeats } from '#shared/prices/diff.ts'
import { type PriceReading, refusedPrice } from '#shared/prices/lists/reading.ts'
import type { PriceCause, PriceDraft, PriceItem } from '#shared/prices/price-item.ts'

type Deps = Pick<CoreContext, 'workspace' | 'now' | 'newId'>

/** More prices of one file would not be looked at by anybody. */
export const mostPrices = 50_000

/** Every reading of a file, repeats refused, dated by the day of its list where it states one. */
export async function readPriceFile(source: ReadSource): Promise<PriceReading[]> {
  const readings: PriceReading[] = []
  let listDay: string | null = null
  for await (const reading of readPrices(source)) {
    source.signal?.throwIfAborted()
    if ('listDay' in reading) listDay = reading.listDay
    else if (readings.length < mostPrices) readings.push(reading)
    else {
      readings.push(refusedPrice('file-too-large', `more than ${mostPrices} prices: the rest of the file is left out; split it`, reading.row))
      break
    }
  }
  const dated = listDay === null ? readings : readings.map((reading) => (reading.ok && reading.draft.source.date === null ? { ...reading, draft: { ...reading.draft, source: { ...reading.draft.source, date: listDay } } } : reading))
  return withoutRepeats(dated)
}

const isFound = (reading: PriceReading): reading is Extract<PriceReading, { ok: true }> => reading.ok

/** What taking the readings would do to the book as it is. */
export async function diffWithBook(readings: readonly PriceReading[], deps: Deps): Promise<PriceChange[]> {
  const found = readings.filter(isFound)
  const { db } = deps.workspace
  const origins = [...new Set(found.map(({ draft }) => draft.origin))]
  return diffPrices(found, await pricesByCodes(db, found.map(({ draft }) => draft.code)), await pricesOfOrigins(db, origins), beijingDay(deps.now().toISOString()))
}

const newItem = (draft: PriceDraft, at: string, id: string, isSample: boolean): PriceItem => ({ ...draft, id, version: 1, createdAt: at, updatedAt: at, isSample })

/** Rows per transaction. */
const batchSize = 200

/** Writes the changes into the book, each batch whole or not at all; what is gone from its list ends yesterday. Returns how many were written. */
export async function takeChanges(changes: readonly PriceChange[], deps: Deps, cause: PriceCause = 'import', isSample = false): Promise<number> {
  const at = deps.now().toISOString()
  const yesterday = addDays(beijingDay(at), -1)
  let written = 0
  for (let start = 0; start < changes.length; start += batchSize) {
    const batch = changes.slice(start, start + batchSize)
    written += await deps.workspace.db.transaction().execute(async (db) => {
      let done = 0
      for (const { status, before, after } of batch) {
        if (status === 'unchanged') continue
        if (before === null) {
          if (after !== null) await insertPrice(db, newItem(after, at, deps.newId(), isSample), cause)
          done += 1
          continue
        }
        const stored = await findPrice(db, before.id)
        if (!stored) continue
        const ended = { validUntil: yesterday, validFrom: stored.validFrom !== null && stored.validFrom > yesterday ? yesterday : stored.validFrom }
        const next: PriceItem = { ...stored, ...(after ?? ended), version: stored.version + 1, updatedAt: at }
        if (await updatePrice(db, next, after === null ? 'expired' : cause)) done += 1
      }
      return done
    })
  }
  return written
}
