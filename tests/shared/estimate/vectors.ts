import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { Estimate } from '#shared/estimate/estimate.ts'
import { EstimateResult } from '#shared/estimate/result.ts'

const Simulated = z.object({ p10: z.number(), p50: z.number(), p80: z.number(), p90: z.number(), lossProbability: z.number(), expectedShortfall5: z.number() })
const Vector = z.object({ input: Estimate, expected: EstimateResult.extend({ simulation: Simulated }) })
type Vector = z.infer<typeof Vector>

const folder = new URL('../../fixtures/estimate/', import.meta.url)

/** The worked cases of the estimate model, parsed by the same schema users' files pass. */
export const vectors: readonly (Vector & { name: string })[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({ name: file, ...Vector.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))) }))

export const vectorInput = (name: string): Estimate => {
  const found = vectors.find((vector) => vector.name === name)
  if (found === undefined) throw new Error(`no vector ${name}`)
  return found.input
}
