import type { FeedDeps } from '#core/feeds/run-feed.ts'
import { runFeed } from '#core/feeds/run-feed.ts'
import { allFeeds, findFeed } from '#core/feeds/feed-store.ts'

const lookEveryMs = 30_000

export type FeedSchedule = {
  /** Runs a feed now, after what is running; answers when it is done. */
  run(id: string, signal?: AbortSignal): Promise<void>
  close(): void
}

/** Reads the feeds when they are due, one after the other. Without a feed there is nothing to do, and nothing leaves the computer. */
export function createFeedSchedule(deps: FeedDeps, { isRunning, log }: { isRunning: boolean; log: (error: unknown) => void }): FeedSchedule {
  const closing = new AbortController()
  let last: Promise<void> = Promise.resolve()

  function run(id: string, signal?: AbortSignal): Promise<void> {
    const ends = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal])
    const before = last
    const mine = (async () => {
      await before
      ends.throwIfAborted()
      const feed = await findFeed(deps.workspace.db, id)
      if (feed) await runFeed(feed, deps, ends)
    })()
    last = mine.catch(() => undefined)
    return mine
  }

  async function runDue(): Promise<void> {
    const now = deps.now().toISOString()
    for (const feed of await allFeeds(deps.workspace.db)) if (feed.isOn && feed.nextRunAt !== null && feed.nextRunAt <= now) await run(feed.id)
  }

  let isLooking = false
  function look(): void {
    if (isLooking) return
    isLooking = true
    void runDue()
      .catch((error: unknown) => !closing.signal.aborted && log(error))
      .finally(() => {
        isLooking = false
      })
  }

  const timer = isRunning ? setInterval(look, lookEveryMs) : null
  timer?.unref()
  return {
    run,
    close() {
      if (timer !== null) clearInterval(timer)
      closing.abort()
    },
  }
}
