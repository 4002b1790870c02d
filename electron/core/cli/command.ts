import type { Core } from '#core/core.ts'
import type { CoreClient } from '#shared/contract.ts'

export type CommandOptions = {
  workspace?: string | undefined
  kind?: string | undefined
  query?: string | undefined
  stage?: string | undefined
  limit?: string | undefined
  offset?: string | undefined
  seed?: string | undefined
  out?: string | undefined
  volume?: string | undefined
  internal?: boolean | undefined
  word?: boolean | undefined
  lot?: string | undefined
  estimate?: string | undefined
}

export type CommandDeps = {
  operands: string[]
  options: CommandOptions
  /** Opens (or creates) the workspace of --workspace, or the person's own; only when a command needs it. */
  core: () => Core
  /** Opens another workspace file. */
  openAt: (path: string) => Core
  /** The same calls the window makes. */
  client: () => CoreClient
  /** A line for stderr. */
  progress: (line: string) => void
}

export type CommandResult = { output: unknown; status?: number }
export type Command = (deps: CommandDeps) => Promise<CommandResult>
