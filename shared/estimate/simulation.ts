import { z } from 'zod'
import { LossCurve } from '#shared/estimate/loss-curve.ts'

/** One uncertain input and what it does to profit (CNY): its share of the variance and profit with it low and high, the rest at their means. */
export const Driver = z.object({
  kind: z.enum(['quantity', 'unit-cost', 'risk']),
  /** The cost line or risk. */
  id: z.string(),
  name: z.string(),
  varianceShare: z.number(),
  /** Profit with the input at its P10 (a risk: it does not happen). */
  profitAtLow: z.number(),
  /** Profit with the input at its P90 (a risk: it happens, with its mean impact). */
  profitAtHigh: z.number(),
})
export type Driver = z.infer<typeof Driver>

/**
 * What the simulation found: amounts in CNY as numbers rounded to the fen (they are estimates, not money to be added up).
 * Contingency is 0 in every sample. The same estimate, seed and number of samples give the same figures.
 */
export const Simulation = z.object({
  p10: z.number(),
  p50: z.number(),
  p80: z.number(),
  p90: z.number(),
  lossProbability: z.number().min(0).max(1),
  expectedShortfall5: z.number(),
  samples: z.int(),
  seed: z.int(),
  meanCost: z.number(),
  meanProfit: z.number(),
  /** Evenly spaced quantiles of K, ascending, for the cost distribution. */
  costs: z.array(z.number()),
  lossCurve: LossCurve,
  /** Largest share of variance first; shares sum to 1 unless nothing is uncertain. */
  drivers: z.array(Driver),
})
export type Simulation = z.infer<typeof Simulation>
