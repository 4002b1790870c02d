import { stat } from 'node:fs/promises'
import { allFeeds, changeFeed, deleteFeed, findFeed, insertFeed, withoutSecrets } from '#core/feeds/feed-store.ts'
import { os } from '#core/os.ts'

export const feedsHandlers = {
  list: os.feeds.list.handler(async ({ context }) => (await allFeeds(context.workspace.db)).map(withoutSecrets)),

  addWeb: os.feeds.addWeb.handler(async ({ input, context }) => {
    const { workspace, newId, now } = context
    const { address, ...settings } = input
    const id = newId()
    await insertFeed(workspace.db, { id, kind: 'web', address, settings, at: now().toISOString() })
    return found(await findFeed(workspace.db, id))
  }),

  addFolder: os.feeds.addFolder.handler(async ({ input, context, errors }) => {
    const { workspace, newId, now, files } = context
    const path = files.pathOf(input.token)
    const info = path === undefined ? null : await stat(path).catch(() => null)
    if (path === undefined || info === null || !info.isDirectory()) throw errors.FILE_UNKNOWN()
    const id = newId()
    const { name, everyMinutes } = input
    await insertFeed(workspace.db, { id, kind: 'folder', address: path, settings: { name, everyMinutes, proxy: null, proxyUser: null, keyHeader: null }, at: now().toISOString() })
    return found(await findFeed(workspace.db, id))
  }),

  change: os.feeds.change.handler(async ({ input, context, errors }) => {
    const { workspace, now } = context
    const feed = await findFeed(workspace.db, input.id)
    if (!feed) throw errors.NOT_FOUND()
    const isOn = input.isOn ?? feed.isOn
    await changeFeed(workspace.db, feed, { settings: input.settings, isOn, nextRunAt: isOn ? now().toISOString() : null })
    return found(await findFeed(workspace.db, input.id))
  }),

  remove: os.feeds.remove.handler(async ({ input, context, errors }) => {
    if (!(await deleteFeed(context.workspace.db, input.id))) throw errors.NOT_FOUND()
  }),

  run: os.feeds.run.handler(async ({ input, context, errors, signal }) => {
    if (!(await findFeed(context.workspace.db, input.id))) throw errors.NOT_FOUND()
    await context.feeds.run(input.id, signal)
    return found(await findFeed(context.workspace.db, input.id))
  }),
}

function found(feed: Awaited<ReturnType<typeof findFeed>>) {
  if (!feed) throw new Error('a feed vanished while it was saved')
  return withoutSecrets(feed)
}
