import { knownFiles } from '#core/files/file-store.ts'
import { allItems, expiringItems, findItem, insertItem, itemHistory, markRemoved, updateItem } from '#core/library/library-store.ts'
import { os } from '#core/os.ts'
import { attachmentsOf, type LibraryItem } from '#shared/library/item.ts'

export const libraryHandlers = {
  list: os.library.list.handler(({ context }) => allItems(context.workspace.db)),
  save: os.library.save.handler(async ({ input, context, errors }) => {
    const at = context.now().toISOString()
    return context.workspace.db.transaction().execute(async (db) => {
      const files = attachmentsOf(input.data).map(({ file }) => file.id)
      const known = await knownFiles(db, files)
      if (files.some((file) => !known.has(file))) throw errors.FILES_UNKNOWN()
      if (input.id === null) {
        const item: LibraryItem = { id: context.newId(), version: 1, createdAt: at, updatedAt: at, isSample: false, data: input.data }
        await insertItem(db, item)
        return item
      }
      const before = await findItem(db, input.id)
      if (before === null || before.data.kind !== input.data.kind) throw errors.NOT_FOUND()
      // What a person has changed is theirs: clearing the sample leaves it.
      const item: LibraryItem = { ...before, version: before.version + 1, updatedAt: at, isSample: false, data: input.data }
      if (before.version !== input.version || !(await updateItem(db, item, input.version))) throw errors.STALE({ data: { version: before.version } })
      return item
    })
  }),
  remove: os.library.remove.handler(async ({ input, context }) => ({ removed: await markRemoved(context.workspace.db, input.ids, true) })),
  restore: os.library.restore.handler(async ({ input, context }) => ({ restored: await markRemoved(context.workspace.db, input.ids, false) })),
  history: os.library.history.handler(({ input, context }) => itemHistory(context.workspace.db, input.id)),
  expiring: os.library.expiring.handler(({ input, context }) => expiringItems(context.workspace.db, input.until)),
}
