import type { CoreContext } from '#core/context.ts'
import { os } from '#core/os.ts'
import { readSetting, writeSetting } from '#core/settings/setting-store.ts'
import { countMatching } from '#core/tenders/tender-search.ts'
import { ShownColumn, type CountedSearches } from '#shared/saved-searches/contract.ts'
import { SavedSearch } from '#shared/saved-searches/saved-search.ts'

const columnsKey = 'tender-columns'

export const savedSearchesHandlers = {
  list: os.savedSearches.list.handler(({ context }) => counted(context)),

  save: os.savedSearches.save.handler(async ({ input: searches, context, errors }) => {
    if (new Set(searches.map(({ name }) => name)).size < searches.length) throw errors.NAME_TWICE()
    await context.workspace.db.transaction().execute(async (db) => {
      await db.deleteFrom('savedSearch').execute()
      const first = searches.find(({ isDefault }) => isDefault)
      for (const [position, search] of searches.entries()) {
        await db.insertInto('savedSearch').values({ id: search.id, position, data: JSON.stringify({ ...search, isDefault: search === first }) }).execute()
      }
    })
    return counted(context)
  }),

  columns: os.savedSearches.columns.handler(({ context }) => readSetting(context.workspace.db, columnsKey, ShownColumn.array().min(1))),

  saveColumns: os.savedSearches.saveColumns.handler(async ({ input, context }) => {
    await writeSetting(context.workspace.db, columnsKey, input, context.now().toISOString())
    return input
  }),
}

async function counted({ workspace: { db }, now }: CoreContext): Promise<CountedSearches> {
  const at = now().toISOString()
  const rows = await db.selectFrom('savedSearch').select('data').orderBy('position').execute()
  const searches: CountedSearches = []
  for (const { data } of rows) {
    const search = SavedSearch.parse(JSON.parse(data))
    searches.push({ ...search, count: await countMatching(db, search.filter, at) })
  }
  return searches
}
