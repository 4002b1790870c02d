import type { Command } from '#core/cli/command.ts'
import { readJsonFile } from '#core/cli/json-file.ts'
import { BadInputError, UsageError } from '#core/cli/outcome.ts'
import { runRules } from '#core/cli/rules.ts'

/** `rules FILE…`: what our rules make of each vector of a file. */
export const runRulesCommand: Command = async ({ operands }) => {
  if (operands.length === 0) throw new UsageError('usage: cli rules FILE…')
  const output: unknown[] = []
  for (const path of operands) {
    const run = runRules(await readJsonFile(path))
    if (!run.ok) throw new BadInputError(run.code, `${path}: ${run.message}`, { path })
    output.push({ path, results: run.results })
  }
  return { output }
}
