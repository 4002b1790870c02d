import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import type { CoreContext } from '#core/context.ts'
import { collectPages } from '#core/feeds/answer-pages.ts'
import { download, type DownloadDeps, type Secrets } from '#core/feeds/download.ts'
import { FeedFault } from '#core/feeds/feed-fault.ts'
import { markFile, saveFeedState, seenFiles, type FeedState, type StoredFeed } from '#core/feeds/feed-store.ts'
import { importFiles, importReport } from '#core/imports/import-files.ts'
import { reasonOf } from '#core/reason-of.ts'
import { nextRunAfter } from '#shared/feeds/feed.ts'
import { feedSecret } from '#shared/feeds/contract.ts'
import type { ImportReport } from '#shared/imports/contract.ts'

export type FeedDeps = Pick<CoreContext, 'workspace' | 'now' | 'newId' | 'readBatches' | 'textIndex' | 'secrets'> & Pick<DownloadDeps, 'wait'>

/** `left` is what the source has and was not asked for. */
type Brought = { report: ImportReport | null; etag: string | null; lastModified: string | null; left: string | null }

const longestDetail = 500

/** Reads a feed once, stores what it brings and what became of it. Rejects when aborted, and with what nobody foresaw. */
export async function runFeed(feed: StoredFeed, deps: FeedDeps, signal?: AbortSignal): Promise<void> {
  const { db } = deps.workspace
  try {
    const { report, etag, lastModified, left } = feed.kind === 'folder' ? await readFolder(feed, deps, signal) : await readWeb(feed, deps, signal)
    const at = deps.now().toISOString()
    const state: FeedState = {
      lastRunAt: at,
      counts: report === null ? feed.counts : { added: report.added, updated: report.updated, unchanged: report.unchanged, rejected: report.rejected },
      isUnchanged: report === null,
      runId: report?.runId ?? feed.runId,
      problem: left === null ? null : { code: 'pages-left', detail: left.slice(0, longestDetail) },
      failures: 0,
      etag,
      lastModified,
    }
    await saveFeedState(db, feed.id, state, nextRunAfter(at, { everyMinutes: feed.everyMinutes, failures: 0, notBefore: null }))
  } catch (error) {
    signal?.throwIfAborted()
    const fault = error instanceof FeedFault ? error : new FeedFault('failed', reasonOf(error))
    // Also what nobody foresaw: the source is not to be asked again and again for it.
    await saveFailure(feed, fault, deps)
    if (fault !== error) throw error
  }
}

async function saveFailure(feed: StoredFeed, fault: FeedFault, deps: FeedDeps): Promise<void> {
  const at = deps.now().toISOString()
  const failures = feed.failures + 1
  const { counts, isUnchanged, runId, etag, lastModified, everyMinutes } = feed
  const state: FeedState = { lastRunAt: at, counts, isUnchanged, runId, problem: { code: fault.code, detail: fault.message.slice(0, longestDetail) }, failures, etag, lastModified }
  await saveFeedState(deps.workspace.db, feed.id, state, nextRunAfter(at, { everyMinutes, failures, notBefore: fault.notBefore }))
}

/** A file that is still being written is left for the next time. */
const settledMs = 2_000

async function readFolder(feed: StoredFeed, deps: FeedDeps, signal?: AbortSignal): Promise<Brought> {
  const entries = await readdir(feed.address, { withFileTypes: true, recursive: true }).catch(() => null)
  if (entries === null) throw new FeedFault('folder-missing', 'the folder is not there or cannot be read')
  const seen = await seenFiles(deps.workspace.db, feed.id)
  const fresh: { path: string; mark: string }[] = []
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.') || entry.name.startsWith('~$')) continue
    const path = join(entry.parentPath, entry.name)
    const info = await stat(path).catch(() => null)
    if (info === null || deps.now().getTime() - info.mtimeMs < settledMs) continue
    const mark = `${info.size} ${info.mtimeMs}`
    if (seen.get(path) !== mark) fresh.push({ path, mark })
  }
  if (fresh.length === 0) return { report: null, etag: null, lastModified: null, left: null }
  const paths = fresh.map(({ path }) => path).toSorted()
  const report = await importReport(importFiles(paths, deps, { signal, feedId: feed.id }))
  for (const { path, mark } of fresh) await markFile(deps.workspace.db, feed.id, path, mark)
  return { report, etag: null, lastModified: null, left: null }
}

function secretsOf(feed: StoredFeed, deps: FeedDeps): Secrets {
  const read = (name: string, isNeeded: boolean): string | null => {
    if (!isNeeded) return null
    const value = deps.secrets.get(name)
    if (value === undefined) throw new FeedFault('secret-missing', 'the key store does not hold what this feed needs')
    return value
  }
  const key = read(feedSecret.key(feed.id), feed.keyHeader !== null)
  const password = read(feedSecret.proxyPassword(feed.id), feed.proxy !== null && feed.proxyUser !== null)
  const authorization = password === null ? null : `Basic ${Buffer.from(`${feed.proxyUser ?? ''}:${password}`).toString('base64')}`
  return { key: feed.keyHeader === null || key === null ? null : { header: feed.keyHeader, value: key }, proxy: feed.proxy === null ? null : { url: feed.proxy, authorization } }
}

async function readWeb(feed: StoredFeed, deps: FeedDeps, signal?: AbortSignal): Promise<Brought> {
  const folder = await mkdtemp(join(tmpdir(), 'bidwright-feed-'))
  try {
    const answer = join(folder, fileNameOf(feed.address))
    const secrets = secretsOf(feed, deps)
    const got = await download({ url: feed.address, target: answer, etag: feed.etag, lastModified: feed.lastModified, secrets, signal }, deps)
    if (got.isUnchanged) return { report: null, etag: feed.etag, lastModified: feed.lastModified, left: null }
    const { etag, lastModified } = got
    const target = await namedByType(answer, got.type)
    const pages = await collectPages({ path: target, url: got.url }, folder, { secrets, signal }, deps)
    const report = await importReport(importFiles(pages.paths, deps, { signal, feedId: feed.id, label: feed.name }))
    // Nothing of it was what it would have to be.
    if (report.causes['kind-unknown'] === report.files.length) throw new FeedFault('not-a-feed', `nothing that can be read: ${got.type ?? 'no content type'}`)
    return { report, etag, lastModified, left: pages.left }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The last part of the address, so that what is told by a file's name is told. */
function fileNameOf(address: string): string {
  const name = new URL(address).pathname.split('/').at(-1) ?? ''
  return name.replaceAll(/[^\w.-]/g, '_').slice(-80) || 'answer'
}

const extensions: readonly (readonly [type: RegExp, extension: string])[] = [[/csv/, '.csv'], [/spreadsheetml/, '.xlsx'], [/json/, '.json'], [/html/, '.html']]

/** Where the address has no ending that tells what it is, what the server says of its type does. */
async function namedByType(path: string, type: string | null): Promise<string> {
  const found = extensions.find(([pattern]) => pattern.test(type ?? ''))
  if (found === undefined || extname(path) !== '') return path
  await rename(path, `${path}${found[1]}`)
  return `${path}${found[1]}`
}
