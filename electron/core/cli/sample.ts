import { existsSync } from 'node:fs'
import { createRouterClient } from '@orpc/server'
import type { Command } from '#core/cli/command.ts'
import { BadInputError, UsageError } from '#core/cli/outcome.ts'
import { router } from '#core/router.ts'

/** `sample FILE`: a workspace with the sample data of the first start. */
export const runSample: Command = async ({ operands: [file], openAt }) => {
  if (file === undefined) throw new UsageError('usage: cli sample FILE')
  if (existsSync(file)) throw new BadInputError('file-exists', `${file}: exists already; choose another name`, { path: file })
  const client = createRouterClient(router, { context: openAt(file).context })
  const { tenders, bids } = await client.workspace.loadSample()
  return { output: { path: file, tenders, bids } }
}
