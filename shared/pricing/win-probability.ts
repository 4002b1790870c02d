import { randomWords } from '#shared/estimate/random.ts'
import { benchmarkOf } from '#shared/pricing/price-score/benchmark.ts'
import type { PriceFormula } from '#shared/pricing/price-score/formula.ts'
import { fast, Float } from '#shared/pricing/price-score/numeric.ts'
import { rawScore } from '#shared/pricing/price-score/raw-score.ts'

/** A guess of what a rival does: low ≤ likely ≤ high. Prices in CNY, points beside the price. */
export type Guess = { low: number; likely: number; high: number }
export type AssumedRival = {
  price: Guess
  otherPoints: Guess
  /** Chance that it bids at all, 0–1. */
  takesPart: number
  /** Sum of its policy deductions (government procurement only), a fraction. */
  deduction: number
  /** Quantified deviations, CNY, where the lowest evaluated price wins. */
  adjustment?: number
}

export type WinQuestion = {
  formula: PriceFormula
  ceiling: number | null
  own: { otherPoints: number; deduction: number; adjustment?: number }
  rivals: readonly AssumedRival[]
  /** Own prices to compare, CNY. */
  prices: readonly number[]
  /** Expected profit if won at a price (from the estimate); null: unknown cost. */
  profitAt: (price: number) => number | null
  samples: number
  seed: number
}

export type WinPoint = {
  price: number
  winProbability: number
  /** Standard error of the probability: how much the simulation itself may be off. */
  standardError: number
  /** Win probability × profit if won; null where the profit is unknown. */
  expectedProfit: number | null
}

export type WinCurve = { points: WinPoint[]; bestPrice: number | null; samples: number; seed: number }

type Draw = { price: number; evaluated: Float; otherPoints: number }

/**
 * Chance to win and expected profit along own prices against assumed rivals; rules §1.6. The same rivals are drawn for every
 * price, so the curve is smooth and identical for a seed. At equal totals the lower price wins, at equal prices we count half.
 */
export function winCurve(question: WinQuestion): WinCurve {
  const { prices, samples, seed, profitAt } = question
  const wins = prices.map(() => 0)
  const next = uniform(seed)
  const read = remembered()
  for (let sample = 0; sample < samples; sample += 1) {
    const field = drawField(question, next)
    for (const [index, price] of prices.entries()) wins[index] = (wins[index] ?? 0) + outcome(question, price, field, read)
  }
  const points = prices.map((price, index) => {
    const winProbability = samples === 0 ? 0 : (wins[index] ?? 0) / samples
    const profit = profitAt(price)
    return { price, winProbability, standardError: Math.sqrt((winProbability * (1 - winProbability)) / Math.max(samples, 1)), expectedProfit: profit === null ? null : profit * winProbability }
  })
  return { points, bestPrice: bestOf(points), samples, seed }
}

/** The price of the highest expected profit above 0: a price that loses on average is never "best". */
function bestOf(points: readonly WinPoint[]): number | null {
  const worth = points.filter(({ expectedProfit }) => expectedProfit !== null && expectedProfit > 0)
  return worth.toSorted((a, b) => (b.expectedProfit ?? 0) - (a.expectedProfit ?? 0))[0]?.price ?? null
}

/** Rivals of one sample. Every rival takes its three numbers even when absent, so that one rival's chance never moves another. */
function drawField({ rivals, ceiling }: WinQuestion, next: () => number): Draw[] {
  return rivals.flatMap((rival) => {
    const [part, price, otherPoints] = [next(), triangular(rival.price, next()), triangular(rival.otherPoints, next())]
    const isValid = part < rival.takesPart && price > 0 && (ceiling === null || price <= ceiling)
    return isValid ? [{ price, evaluated: new Float(price * (1 - rival.deduction) + (rival.adjustment ?? 0)), otherPoints }] : []
  })
}

/** 1 won, 0 lost, ½ parallel. */
function outcome({ formula, ceiling, own }: WinQuestion, price: number, field: readonly Draw[], read: (text: string) => Float): number {
  if (price <= 0 || (ceiling !== null && price > ceiling)) return 0
  const evaluated = new Float(price * (1 - own.deduction) + (own.adjustment ?? 0))
  const { benchmark } = benchmarkOf(formula, [evaluated, ...field.map((rival) => rival.evaluated)], ceiling === null ? null : new Float(ceiling), read)
  const ownScore = rawScore(formula, evaluated, benchmark, read)
  if (ownScore === null) return 0
  const ownTotal = ownScore.value + own.otherPoints
  let result = 1
  for (const rival of field) {
    const total = (rawScore(formula, rival.evaluated, benchmark, read)?.value ?? 0) + rival.otherPoints
    const lead = ownTotal - total
    if (lead < -tie) return 0
    if (lead <= tie && rival.evaluated.value < evaluated.value) return 0
    if (lead <= tie && rival.evaluated.value === evaluated.value) result = 0.5
  }
  return result
}

/** Totals closer than this are equal: far above float noise, far below a hundredth of a point. */
const tie = 1e-9

function triangular({ low, likely, high }: Guess, u: number): number {
  if (high <= low) return low
  const split = (likely - low) / (high - low)
  return u < split ? low + Math.sqrt(u * (high - low) * (likely - low)) : high - Math.sqrt((1 - u) * (high - low) * (high - likely))
}

function uniform(seed: number): () => number {
  const next = randomWords(seed)
  return () => next() / 2 ** 32
}

/** Parameters are read from text once, not once per sample. */
function remembered(): (text: string) => Float {
  const seen = new Map<string, Float>()
  return (text) => {
    const known = seen.get(text)
    if (known !== undefined) return known
    const made = fast(text)
    seen.set(text, made)
    return made
  }
}
