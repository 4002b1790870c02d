import { cdfAtNodes, zLimit, zSteps } from '#shared/estimate/normal.ts'

/** A three-point value in floats: low ≤ likely ≤ high. */
export type Span = { low: number; likely: number; high: number }

export const meanOf = ({ low, likely, high }: Span): number => (low + 4 * likely + high) / 6

/** Variance of the PERT-beta distribution: with α + β = 6 it is (μ − a)(b − μ) ÷ 7. */
export const varianceOf = (span: Span): number => ((meanOf(span) - span.low) * (span.high - meanOf(span))) / 7

const cells = 512
/** ln x at every half cell of (0, 1); the two ends are never read. */
const logs = Float64Array.from({ length: 2 * cells + 1 }, (_, i) => Math.log(i / (2 * cells)))

/** Density of the beta with shapes 1 + 4·mode and 5 − 4·mode at half cell `i`, without its constant. */
const shapeAt = (i: number, mode: number): number => {
  if (i === 0) return mode === 0 ? 1 : 0
  if (i === 2 * cells) return mode === 1 ? 1 : 0
  return Math.exp(4 * mode * logs[i]! + 4 * (1 - mode) * logs[2 * cells - i]!)
}

const cumulative = (mode: number): Float64Array => {
  const sums = new Float64Array(cells + 1)
  let left = shapeAt(0, mode)
  for (let cell = 1; cell <= cells; cell += 1) {
    const right = shapeAt(2 * cell, mode)
    sums[cell] = sums[cell - 1]! + left + 4 * shapeAt(2 * cell - 1, mode) + right
    left = right
  }
  const total = sums[cells]!
  return sums.map((value) => value / total)
}

/**
 * Quantiles of the PERT-beta distribution at u = Φ(z) for the evenly spaced z of the normal table, ascending.
 * Shapes α = 1 + 4(m−a)/(b−a), β = 1 + 4(b−m)/(b−a), as the estimate model defines. Needs low < high and low ≤ likely ≤ high.
 */
export const pertTable = ({ low, likely, high }: Span): Float64Array => {
  const width = high - low
  const sums = cumulative(Math.min(1, Math.max(0, (likely - low) / width)))
  const table = new Float64Array(zSteps + 1)
  let cell = 1
  for (let node = 0; node <= zSteps; node += 1) {
    const probability = cdfAtNodes[node]!
    while (cell < cells && sums[cell]! < probability) cell += 1
    const from = sums[cell - 1]!
    const part = sums[cell]! > from ? (probability - from) / (sums[cell]! - from) : 0
    table[node] = low + (width * (cell - 1 + Math.min(1, Math.max(0, part)))) / cells
  }
  return table
}

const nodesPerUnit = zSteps / (2 * zLimit)

/** Where in a table of quantiles z falls: node and fraction; beyond ±6 the end. */
export const tablePosition = (z: number): number => Math.min(zSteps - 1e-9, Math.max(0, (z + zLimit) * nodesPerUnit))

/** Reads a table of quantiles at z, straight between nodes. */
export const quantileAt = (table: Float64Array, z: number): number => {
  const position = tablePosition(z)
  const node = position | 0
  const from = table[node]!
  return from + (table[node + 1]! - from) * (position - node)
}
