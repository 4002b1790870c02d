import { basename } from 'node:path'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { FeedTable } from '#core/db/schema.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { FeedCounts, FeedProblem, FeedSettings, type Feed, type FeedKind } from '#shared/feeds/feed.ts'

/** What core knows of a feed and the window does not: the folder's path, what the server said to be asked with next time. */
export type StoredFeed = Feed & { address: string; etag: string | null; lastModified: string | null }

const State = z.object({
  lastRunAt: z.string().nullable(),
  counts: FeedCounts.nullable(),
  isUnchanged: z.boolean(),
  runId: z.string().nullable(),
  problem: FeedProblem.nullable(),
  failures: z.int(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
})
export type FeedState = z.infer<typeof State>

const unused: FeedState = { lastRunAt: null, counts: null, isUnchanged: false, runId: null, problem: null, failures: 0, etag: null, lastModified: null }

export async function allFeeds(db: WorkspaceDb): Promise<StoredFeed[]> {
  return (await db.selectFrom('feed').selectAll().orderBy('createdAt').orderBy('id').execute()).map(toFeed)
}

export async function findFeed(db: WorkspaceDb, id: string): Promise<StoredFeed | null> {
  const row = await db.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toFeed(row) : null
}

export async function insertFeed(db: WorkspaceDb, feed: { id: string; kind: FeedKind; address: string; settings: FeedSettings; at: string }): Promise<void> {
  const { id, kind, address, settings, at } = feed
  await db.insertInto('feed').values({ id, kind, address, settings: JSON.stringify(settings), isOn: 1, state: JSON.stringify(unused), nextRunAt: at, createdAt: at }).execute()
}

export async function changeFeed(db: WorkspaceDb, feed: StoredFeed, change: { settings: Partial<FeedSettings>; isOn: boolean | undefined; nextRunAt: string | null }): Promise<void> {
  const settings = FeedSettings.parse({ ...feed, ...change.settings })
  await db.updateTable('feed').set({ settings: JSON.stringify(settings), isOn: (change.isOn ?? feed.isOn) ? 1 : 0, nextRunAt: change.nextRunAt }).where('id', '=', feed.id).execute()
}

export async function saveFeedState(db: WorkspaceDb, id: string, state: FeedState, nextRunAt: string): Promise<void> {
  await db.updateTable('feed').set({ state: JSON.stringify(state), nextRunAt }).where('id', '=', id).execute()
}

export async function deleteFeed(db: WorkspaceDb, id: string): Promise<boolean> {
  return (await db.deleteFrom('feed').where('id', '=', id).returning('id').executeTakeFirst()) !== undefined
}

/** Files of a watched folder that were read, by path and by what they looked like then. */
export async function seenFiles(db: WorkspaceDb, feedId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('feedFile').select(['path', 'mark']).where('feedId', '=', feedId).execute()
  return new Map(rows.map(({ path, mark }) => [path, mark]))
}

export async function markFile(db: WorkspaceDb, feedId: string, path: string, mark: string): Promise<void> {
  await db.insertInto('feedFile').values({ feedId, path, mark }).onConflict((conflict) => conflict.columns(['feedId', 'path']).doUpdateSet({ mark })).execute()
}

function toFeed(row: Selectable<FeedTable>): StoredFeed {
  const settings = FeedSettings.parse(JSON.parse(row.settings))
  const state = State.parse(JSON.parse(row.state))
  const kind = row.kind === 'folder' ? 'folder' : 'web'
  return { ...settings, ...state, id: row.id, kind, address: row.address, place: kind === 'folder' ? basename(row.address) : row.address, isOn: row.isOn === 1, nextRunAt: row.nextRunAt }
}

export function withoutSecrets({ address: _address, etag: _etag, lastModified: _lastModified, ...feed }: StoredFeed): Feed {
  return feed
}
