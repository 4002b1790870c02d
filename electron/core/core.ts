import { sealNewLog } from '#core/approvals/audit-log.ts'
import type { CoreContext, FileTokens } from '#core/context.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { createFeedSchedule } from '#core/feeds/schedule.ts'
import { createReadingThread } from '#core/imports/reading-thread.ts'
import { createTextIndex } from '#core/tenders/text-index.ts'
import { openWorkspace } from '#core/db/workspace.ts'
import { newId } from '#core/new-id.ts'
import { createWorkers } from '#core/workers.ts'

export type CoreOptions = { workspacePath: string; workersDirectory: string; assetsDirectory: string; fontsDirectory: string; files: FileTokens; restart?: () => void; /** What the key store holds; none on the command line. */ secrets?: CoreContext['secrets']; /** Whether feeds are read when they are due, not only when asked. */ runsFeeds?: boolean }
export type Core = { context: CoreContext; /** Writes the day's backup off the thread. */ backUp(): Promise<unknown>; close(): void }

/** Core as the program runs it: the real clock, the workspace file, worker threads for heavy work. */
export function openCore({ workspacePath, workersDirectory, assetsDirectory, fontsDirectory, files, restart = () => {}, secrets = { get: () => undefined }, runsFeeds = false }: CoreOptions): Core {
  const now = () => new Date()
  const workspace = openWorkspace(workspacePath, now)
  sealNewLog(workspace)
  const workers = createWorkers({ workersDirectory, fontsDirectory })
  const reading = createReadingThread(workersDirectory)
  const textIndex = createTextIndex(workspace)
  const feeds = createFeedSchedule({ workspace, now, newId, readBatches: reading.read, textIndex, secrets, wait: (ms, signal) => wait(ms, undefined, { signal }) }, { isRunning: runsFeeds, log: (error) => console.error('a feed failed', error) })
  return {
    context: { workspace, now, newId, simulate: workers.simulate, simulateContest: workers.simulateContest, renderPdf: workers.renderPdf, printing: workers.printing, readBatches: reading.read, previewTables: reading.preview, findSuspects: (signal) => workers.findSuspects(workspacePath, signal), textIndex, feeds, secrets, files, assetsDirectory, restart },
    backUp: () => workers.backUp(workspacePath, now()),
    close() {
      feeds.close()
      textIndex.close()
      reading.close()
      workers.close()
      workspace.close()
    },
  }
}
