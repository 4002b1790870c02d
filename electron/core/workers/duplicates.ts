import { z } from 'zod'
import { openWorkspace } from '#core/db/workspace.ts'
import { suspectedPairs } from '#core/duplicates/suspects.ts'
import { answerJobs } from '#core/worker-entry.ts'

/** Looks through a connection of its own, so that core goes on meanwhile. */
answerJobs(z.object({ workspacePath: z.string() }), async ({ workspacePath }) => {
  const workspace = openWorkspace(workspacePath, () => new Date())
  try {
    return await suspectedPairs(workspace.db)
  } finally {
    workspace.close()
  }
})
