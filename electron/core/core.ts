import { randomUUID } from 'node:crypto'
import type { CoreContext, FileTokens } from '#core/context.ts'
import { openWorkspace } from '#core/db/workspace.ts'
import { createWorkers } from '#core/workers.ts'

export type CoreOptions = { workspacePath: string; workersDirectory: string; assetsDirectory: string; fontsDirectory: string; files: FileTokens; restart?: () => void }
export type Core = { context: CoreContext; /** Writes the day's backup off the thread. */ backUp(): Promise<unknown>; close(): void }

/** Core as the program runs it: the real clock, the workspace file, worker threads for heavy work. */
export function openCore({ workspacePath, workersDirectory, assetsDirectory, fontsDirectory, files, restart = () => {} }: CoreOptions): Core {
  const now = () => new Date()
  const workspace = openWorkspace(workspacePath, now)
  const workers = createWorkers({ workersDirectory, fontsDirectory })
  return {
    context: { workspace, now, newId: randomUUID, simulate: workers.simulate, simulateContest: workers.simulateContest, renderPdf: workers.renderPdf, files, assetsDirectory, restart },
    backUp: () => workers.backUp(workspacePath, now()),
    close() {
      workers.close()
      workspace.close()
    },
  }
}
