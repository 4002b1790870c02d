import { basename } from 'node:path'
import { os } from '#core/os.ts'
import { addStarter } from '#core/prices/starter.ts'
import { previewImport, takeImport } from '#core/prices/pending-import.ts'
import { takeChanges } from '#core/prices/price-import.ts'
import { priceSettings, priceSettingsKey } from '#core/prices/price-settings.ts'
import { readRateFile } from '#core/prices/rate-import.ts'
import { findPrice, findPrices, insertPrice, priceHistory, pricesByCodes, pricesByIds, updatePrice } from '#core/prices/price-store.ts'
import { allRates, deleteRate, saveRate } from '#core/prices/rate-store.ts'
import { writeSetting } from '#core/settings/setting-store.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { asGone } from '#shared/prices/diff.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'

export const pricesHandlers = {
  list: os.prices.list.handler(({ input, context }) => findPrices(context.workspace.db, input, beijingDay(context.now().toISOString()))),
  byIds: os.prices.byIds.handler(({ input, context }) => pricesByIds(context.workspace.db, input.ids)),
  get: os.prices.get.handler(async ({ input, context, errors }) => {
    const item = await findPrice(context.workspace.db, input.id)
    if (!item) throw errors.NOT_FOUND()
    return { item, history: await priceHistory(context.workspace.db, item.id) }
  }),

  add: os.prices.add.handler(({ input, context, errors }) =>
    context.workspace.db.transaction().execute(async (db) => {
      if ((await pricesByCodes(db, [input.draft.code])).length > 0) throw errors.CODE_TAKEN()
      const at = context.now().toISOString()
      const item: PriceItem = { ...input.draft, id: context.newId(), version: 1, createdAt: at, updatedAt: at, isSample: false }
      await insertPrice(db, item, 'hand')
      return item
    }),
  ),

  save: os.prices.save.handler(({ input: { id, version, draft }, context, errors }) =>
    context.workspace.db.transaction().execute(async (db) => {
      const stored = await findPrice(db, id)
      if (!stored) throw errors.NOT_FOUND()
      const [namesake] = await pricesByCodes(db, [draft.code])
      if (namesake !== undefined && namesake.id !== id) throw errors.CODE_TAKEN()
      const item: PriceItem = { ...stored, ...draft, version: version + 1, updatedAt: context.now().toISOString(), isSample: false }
      if (!(await updatePrice(db, item, 'hand'))) throw errors.STALE({ data: { version: stored.version } })
      return item
    }),
  ),

  expire: os.prices.expire.handler(async ({ input, context }) => {
    const today = beijingDay(context.now().toISOString())
    const items = await pricesByIds(context.workspace.db, input.ids)
    return { expired: await takeChanges(items.filter(({ validUntil }) => validUntil === null || validUntil >= today).map(asGone), context) }
  }),
  preview: os.prices.preview.handler(async ({ input, context, errors, signal }) => {
    const paths = input.tokens.map((token) => {
      const path = context.files.pathOf(token)
      if (path === undefined) throw errors.FILE_UNKNOWN()
      return path
    })
    return previewImport(paths, context, signal)
  }),
  take: os.prices.take.handler(async ({ input, context, errors }) => {
    const taken = await takeImport(input.importId, input.codes, context)
    if (taken === null) throw errors.IMPORT_GONE()
    return { taken }
  }),
  addStarter: os.prices.addStarter.handler(async ({ context }) => ({ taken: await addStarter(context) })),
  settings: os.prices.settings.handler(({ context }) => priceSettings(context.workspace.db)),
  saveSettings: os.prices.saveSettings.handler(async ({ input, context }) => {
    await writeSetting(context.workspace.db, priceSettingsKey, input, context.now().toISOString())
    return input
  }),

  rates: os.prices.rates.handler(({ context }) => allRates(context.workspace.db)),
  saveRates: os.prices.saveRates.handler(async ({ input, context }) => {
    const at = context.now().toISOString()
    await context.workspace.db.transaction().execute(async (db) => {
      for (const rate of input.rates) await saveRate(db, rate, at)
    })
    return allRates(context.workspace.db)
  }),
  importRates: os.prices.importRates.handler(async ({ input, context, errors, signal }) => {
    const path = context.files.pathOf(input.token)
    if (path === undefined) throw errors.FILE_UNKNOWN()
    const readings = await readRateFile({ path, name: basename(path), ...(signal === undefined ? {} : { signal }) })
    if (readings === null) throw errors.NOT_RATES()
    const taken = readings.flatMap((reading) => (reading.ok ? [reading.rate] : []))
    const at = context.now().toISOString()
    await context.workspace.db.transaction().execute(async (db) => {
      for (const rate of taken) await saveRate(db, rate, at)
    })
    const rejected = readings.flatMap((reading) => (reading.ok ? [] : [{ row: reading.row, field: reading.field, value: reading.value }]))
    return { taken: taken.length, rejected, rates: await allRates(context.workspace.db) }
  }),
  removeRate: os.prices.removeRate.handler(async ({ input, context }) => {
    await deleteRate(context.workspace.db, input.currency, input.day)
    return allRates(context.workspace.db)
  }),
}
