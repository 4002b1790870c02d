import { createRouterClient } from '@orpc/server'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runBid } from '#core/cli/bid.ts'
import { runDocument } from '#core/cli/document.ts'
import { runEstimate } from '#core/cli/estimate.ts'
import { runImport } from '#core/cli/import.ts'
import { BadInputError, UsageError } from '#core/cli/outcome.ts'
import { runReadNotice } from '#core/cli/read-notice.ts'
import { runRulesCommand } from '#core/cli/rules-command.ts'
import { runSample } from '#core/cli/sample.ts'
import { runTenders } from '#core/cli/tenders.ts'
import type { Command, CommandDeps } from '#core/cli/command.ts'
import { runWorkspace } from '#core/cli/workspace.ts'
import { openCore, type Core } from '#core/core.ts'
import { WorkspaceFromTheFutureError } from '#core/db/migrations.ts'
import { router } from '#core/router.ts'
import { defaultWorkspacePath } from '#core/workspace/default-path.ts'

/** The command line's door to core: parses, calls what the window calls, prints one JSON document. Built to out/main/cli.cjs. */
const commands: Record<string, Command> = {
  bid: runBid,
  document: runDocument,
  estimate: runEstimate,
  import: runImport,
  'read-notice': runReadNotice,
  rules: runRulesCommand,
  sample: runSample,
  tenders: runTenders,
  workspace: runWorkspace,
}

const options = {
  workspace: { type: 'string' },
  kind: { type: 'string' },
  query: { type: 'string' },
  stage: { type: 'string' },
  limit: { type: 'string' },
  offset: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  volume: { type: 'string' },
  internal: { type: 'boolean' },
  word: { type: 'boolean' },
  lot: { type: 'string' },
  estimate: { type: 'string' },
} as const

async function main(): Promise<number> {
  const opened: Core[] = []
  const projectDirectory = join(__dirname, '../..')
  const assetsDirectory = process.env['BIDWRIGHT_ASSETS'] ?? join(projectDirectory, 'assets')
  const open = (workspacePath: string): Core => {
    const core = openCore({
      workspacePath,
      workersDirectory: join(__dirname, 'workers'),
      assetsDirectory,
      fontsDirectory: process.env['BIDWRIGHT_FONTS'] ?? join(projectDirectory, 'node_modules/@expo-google-fonts'),
      files: { pathOf: () => undefined },
    })
    opened.push(core)
    return core
  }
  try {
    const { values, positionals } = parse(process.argv.slice(2))
    const [name, ...operands] = positionals
    const command = name === undefined ? undefined : commands[name]
    if (!command) throw new UsageError(`usage: cli <${Object.keys(commands).join('|')}> [arguments] [--workspace FILE]`)
    const core = () => opened[0] ?? open(values.workspace ?? defaultWorkspacePath())
    const deps: CommandDeps = {
      operands,
      options: values,
      openAt: open,
      core,
      client: () => createRouterClient(router, { context: core().context }),
      progress: (line) => process.stderr.write(`${line}\n`),
    }
    const { output, status = 0 } = await command(deps)
    await print(output)
    return status
  } catch (error) {
    return reportFailure(error)
  } finally {
    for (const core of opened) core.close()
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

async function reportFailure(error: unknown): Promise<number> {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`)
    await print({ error: { code: 'usage', message: error.message } })
    return 2
  }
  if (error instanceof BadInputError) {
    const { code, message, path, issues } = error
    await print({ error: { code, message, ...(path === undefined ? {} : { path }), ...(issues === undefined ? {} : { issues }) } })
    return 3
  }
  if (error instanceof WorkspaceFromTheFutureError) {
    await print({ error: { code: error.code, message: error.message } })
    return 3
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  await print({ error: { code: 'internal', message: error instanceof Error ? error.message : String(error) } })
  return 1
}

/** Resolves once the text has left the process: a pipe may be slower than we are. */
function print(output: unknown): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${JSON.stringify(output, null, 2)}\n`, () => resolve()))
}

async function run(): Promise<void> {
  process.exitCode = await main()
}

void run()
