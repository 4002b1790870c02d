/** Nodes of the tables over z: from −6 to 6. */
export const zLimit = 6
export const zSteps = 480
export const zNodes: Float64Array = Float64Array.from({ length: zSteps + 1 }, (_, i) => -zLimit + (2 * zLimit * i) / zSteps)

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** Φ at every node, by Simpson's rule from the middle outwards (error far below 1e-12). */
export const cdfAtNodes: Float64Array = (() => {
  const middle = zSteps / 2
  const values = new Float64Array(zSteps + 1)
  values[middle] = 0.5
  for (let i = middle + 1; i <= zSteps; i += 1) {
    const from = zNodes[i - 1]!
    const to = zNodes[i]!
    const area = ((to - from) / 6) * (density(from) + 4 * density((from + to) / 2) + density(to))
    values[i] = values[i - 1]! + area
    values[zSteps - i] = 1 - values[i]!
  }
  return values
})()

const central = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239]
const centralBelow = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1]
const tail = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783]
const tailBelow = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1]
const tailFrom = 0.02425

const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)

/** The standard normal quantile of a probability in (0, 1), by Acklam's rational approximation (relative error below 1.2e-9). */
export const normalQuantile = (probability: number): number => {
  if (probability > 1 - tailFrom) return -normalQuantile(1 - probability)
  if (probability < tailFrom) {
    const root = Math.sqrt(-2 * Math.log(probability))
    return polynomial(tail, root) / polynomial(tailBelow, root)
  }
  const centred = probability - 0.5
  const square = centred * centred
  return (centred * polynomial(central, square)) / polynomial(centralBelow, square)
}

const quantileCells = 4096
const quantileTable = Float64Array.from({ length: quantileCells + 1 }, (_, i) =>
  i === 0 || i === quantileCells ? 0 : normalQuantile(i / quantileCells),
)

/** The normal quantile of a 32-bit word read as a probability; straight lines between 4,096 nodes, exact in the outer cells. */
export const normalOfWord = (word: number): number => {
  const cell = word >>> 20
  if (cell === 0 || cell === quantileCells - 1) return normalQuantile((word + 0.5) / 4294967296)
  const from = quantileTable[cell]!
  return from + (quantileTable[cell + 1]! - from) * ((word & 0xfffff) / 1048576)
}
