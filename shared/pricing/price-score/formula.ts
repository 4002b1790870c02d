import { z } from 'zod'
import { DecimalText } from '#shared/decimal.ts'

/** How many of the highest and lowest bids leave the mean: the first band whose `maxBids` covers the number of bids (null: any). */
const Trim = z.array(z.object({ maxBids: z.int().min(1).nullable(), high: z.int().min(0), low: z.int().min(0) }))
export type Trim = z.infer<typeof Trim>

const points = DecimalText.refine((text) => Number(text) > 0, 'above 0')
const decimals = z.int().min(0).max(8)

const deviation = {
  points,
  /** Points lost per percent of deviation, above and below the benchmark. */
  abovePerPercent: DecimalText,
  belowPerPercent: DecimalText,
  /** A begun percent counts as a fraction, not at all, or as a whole one. */
  step: z.enum(['continuous', 'whole-down', 'whole-up']),
  floor: DecimalText,
  trim: Trim,
  /** Places the benchmark is rounded to before scoring; null keeps it exact. */
  benchmarkDecimals: decimals.nullable(),
  decimals,
}

const interval = {
  /** The full score: usually 100, weighted afterwards. */
  points,
  trim: Trim,
  /** Bids within [A1 × from, A1 × to] make the second mean. */
  from: DecimalText,
  to: DecimalText,
  floor: DecimalText,
  decimals,
}

/** The price formula a tender document states. Every number comes from the document; presets are hints (rules §1.5). */
export const PriceFormula = z.discriminatedUnion('kind', [
  /** Lowest price ÷ own price × points (财政部令第87号55条; rules §1.1, M1). */
  z.object({ kind: z.literal('lowest-price'), points, decimals }),
  /** Mean lowered by `k`, points off per percent of deviation (M2, M3, G4). A negative `k` raises the mean. */
  z.object({ kind: z.literal('mean-deviation'), k: DecimalText, ...deviation }),
  /** mean × alpha + ceiling × (1 − alpha), then as above (M4). */
  z.object({ kind: z.literal('composite-benchmark'), alpha: DecimalText, ...deviation }),
  /** Mean of the bids near the mean, moved by `shift`; the score falls by the relative deviation × weight (G1). */
  z.object({ kind: z.literal('interval-mean'), ...interval, shift: DecimalText, weightAbove: DecimalText, weightBelow: DecimalText }),
  /** Halfway between the mean of the bids strictly inside the interval and the lowest of them (G2). */
  z.object({ kind: z.literal('interval-second-lowest'), ...interval, weightAbove: DecimalText, weightBelow: DecimalText }),
  /** A2 × (1 − lowering); the score is the ratio to the benchmark on either side (G3). */
  z.object({ kind: z.literal('interval-curve'), ...interval, lowering: DecimalText, factorAbove: DecimalText, factorBelow: DecimalText }),
  /** 80 points at the mean, up to 100 at 20 % below, back to 80 at 40 % below, at least 60 above (K80). */
  z.object({ kind: z.literal('eighty-points'), trim: Trim, decimals }),
  /** Full points up to `full`, none from `none` on, straight between (M6). */
  z
    .object({ kind: z.literal('interpolation'), points, full: DecimalText, none: DecimalText, decimals })
    .refine(({ full, none }) => Number(full) < Number(none), { message: 'full must be below none', path: ['none'] }),
  /** No points: the lowest price plus quantified deviations wins (最低评标价法, 经评审的最低投标价法: 实施条例34条, 招标投标法41条(二); LEP). */
  z.object({ kind: z.literal('lowest-evaluated'), decimals }),
])
export type PriceFormula = z.infer<typeof PriceFormula>

const noTrim: Trim = [{ maxBids: null, high: 0, low: 0 }]
const gridTrim: Trim = [
  { maxBids: 5, high: 0, low: 0 },
  { maxBids: 10, high: 1, low: 1 },
  { maxBids: 20, high: 2, low: 1 },
  { maxBids: 30, high: 3, low: 2 },
  { maxBids: null, high: 4, low: 3 },
]
const compositeTrim: Trim = [
  { maxBids: 9, high: 0, low: 0 },
  { maxBids: 19, high: 1, low: 1 },
  { maxBids: 29, high: 2, low: 1 },
  { maxBids: null, high: 3, low: 2 },
]
const telecomTrim: Trim = [
  { maxBids: 4, high: 0, low: 0 },
  { maxBids: 9, high: 1, low: 1 },
  { maxBids: null, high: 2, low: 2 },
]
const eightyTrim: Trim = [
  { maxBids: 3, high: 0, low: 0 },
  { maxBids: 6, high: 1, low: 0 },
  { maxBids: null, high: 1, low: 1 },
]

const plainDeviation = { step: 'continuous', floor: '0', trim: noTrim, benchmarkDecimals: null, decimals: 2 } as const

/** Usual parameters of each formula as a starting point for the form; the tender document always wins. */
export const formulaPresets = {
  'lowest-price': { kind: 'lowest-price', points: '30', decimals: 2 },
  'mean-deviation': { kind: 'mean-deviation', k: '0', points: '40', abovePerPercent: '1', belowPerPercent: '0.5', ...plainDeviation },
  'telecom-mean': { kind: 'mean-deviation', k: '0', points: '80', abovePerPercent: '0.6', belowPerPercent: '0.3', ...plainDeviation, trim: telecomTrim, benchmarkDecimals: 2 },
  'lowered-mean': { kind: 'mean-deviation', k: '0', points: '100', abovePerPercent: '1.5', belowPerPercent: '0.3', ...plainDeviation },
  'composite-benchmark': { kind: 'composite-benchmark', alpha: '0.5', points: '40', abovePerPercent: '1', belowPerPercent: '0.5', ...plainDeviation },
  'interval-mean': { kind: 'interval-mean', points: '100', trim: gridTrim, from: '0.85', to: '1.10', floor: '0', decimals: 4, shift: '0.01', weightAbove: '1', weightBelow: '0.5' },
  'interval-second-lowest': { kind: 'interval-second-lowest', points: '100', trim: compositeTrim, from: '0.8', to: '1.1', floor: '0', decimals: 4, weightAbove: '1', weightBelow: '0.6' },
  'interval-curve': { kind: 'interval-curve', points: '100', trim: noTrim, from: '0.8', to: '1.1', floor: '0', decimals: 4, lowering: '0', factorAbove: '1', factorBelow: '0.9' },
  'eighty-points': { kind: 'eighty-points', trim: eightyTrim, decimals: 2 },
  interpolation: { kind: 'interpolation', points: '40', full: '90', none: '100', decimals: 2 },
  'lowest-evaluated': { kind: 'lowest-evaluated', decimals: 2 },
} as const satisfies Record<string, PriceFormula>
