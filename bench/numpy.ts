import { spawnSync } from 'node:child_process'
import { z } from 'zod'
import type { Measured } from './measure.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'

const Reply = z.object({ medianMs: z.number(), bestMs: z.number(), lossProbability: z.number() })

/** The simulation in vectorised NumPy on this machine; null where python3 with NumPy is not present. */
export function numpySimulation(estimate: Estimate, samples: number, runs = 7): { measured: Measured; lossProbability: number } | null {
  const { status, stdout } = spawnSync('python3', ['bench/numpy_simulation.py'], { input: JSON.stringify({ estimate, samples, runs, seed: 1 }), encoding: 'utf8' })
  if (status !== 0) return null
  const { medianMs, bestMs, lossProbability } = Reply.parse(JSON.parse(stdout))
  return { measured: { medianMs, bestMs, runs }, lossProbability }
}
