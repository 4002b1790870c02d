import type { Command } from '#core/cli/command.ts'
import { readJsonFile } from '#core/cli/json-file.ts'
import { BadInputError, describeIssues, UsageError } from '#core/cli/outcome.ts'
import { ASSESSMENT_SEED } from '#core/bids/assess-bid.ts'
import { canSimulate } from '#shared/bids/assess.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { judge } from '#shared/estimate/judge.ts'
import { simulate } from '#shared/estimate/simulate.ts'
import { findUnknowns } from '#shared/estimate/unknowns.ts'

/** `estimate FILE… [--seed N]`: needs no workspace. */
export const runEstimate: Command = async ({ operands, options }) => {
  if (operands.length === 0) throw new UsageError('usage: cli estimate FILE… [--seed N]')
  const seed = Number(options.seed ?? ASSESSMENT_SEED)
  if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError(`--seed ${options.seed}: a whole number from 0`)
  const today = beijingDay(new Date().toISOString())
  const output: unknown[] = []
  for (const path of operands) output.push({ path, result: estimateResult(await readEstimate(path), today, seed) })
  return { output }
}

export async function readEstimate(path: string): Promise<Estimate> {
  const json = await readJsonFile(path)
  const input = typeof json === 'object' && json !== null && 'input' in json ? json.input : json
  const parsed = Estimate.safeParse(input)
  if (parsed.success) return parsed.data
  const issues = describeIssues(parsed.error)
  throw new BadInputError('estimate-invalid', `${path}: not an estimate (${issues.slice(0, 3).map(({ where, message }) => `${where}: ${message}`).join('; ')})`, { path, issues })
}

/** The result as the command line prints it: the figures, the verdict with its flags, and the simulation when every cost is known. */
export function estimateResult(estimate: Estimate, today: string, seed: number) {
  const result = evaluate(estimate, today)
  const unknowns = findUnknowns(estimate, today)
  const simulation = canSimulate(estimate, today) ? simulate(estimate, { seed, today }) : null
  const { verdict, flags } = judge({ estimate, result, ceiling: null, abnormallyLow: [], lossProbability: simulation?.lossProbability ?? null, unknowns, winProbability: null, won: false })
  return {
    ...result,
    verdict,
    flags,
    simulation: simulation && {
      p10: simulation.p10,
      p50: simulation.p50,
      p80: simulation.p80,
      p90: simulation.p90,
      lossProbability: simulation.lossProbability,
      expectedShortfall5: simulation.expectedShortfall5,
      samples: simulation.samples,
      seed: simulation.seed,
    },
  }
}
