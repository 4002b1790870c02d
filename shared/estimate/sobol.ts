import { randomWords } from '#shared/estimate/random.ts'

/** Directions beyond this many are filled from a random stream: the first carry nearly all the variance. */
const maxSobolDimensions = 160
const bits = 32

/** True when x generates every non-zero residue modulo the polynomial (bit i is the coefficient of xⁱ). */
const isPrimitive = (polynomial: number, degree: number): boolean => {
  const period = 2 ** degree - 1
  let residue = 1
  for (let step = 1; step <= period; step += 1) {
    residue <<= 1
    if ((residue & (1 << degree)) !== 0) residue ^= polynomial
    if (residue === 1) return step === period
  }
  return false
}

let polynomials: { polynomial: number; degree: number }[] | null = null

const primitivePolynomials = (): { polynomial: number; degree: number }[] => {
  if (polynomials !== null) return polynomials
  const found: { polynomial: number; degree: number }[] = []
  for (let degree = 1; found.length < maxSobolDimensions; degree += 1) {
    for (let middle = 0; middle < 2 ** (degree - 1) && found.length < maxSobolDimensions; middle += 1) {
      const polynomial = (1 << degree) | (middle << 1) | 1
      if (isPrimitive(polynomial, degree)) found.push({ polynomial, degree })
    }
  }
  polynomials = found
  return found
}

/** Direction numbers of one dimension, most significant bit first; odd starting values come from `words`. */
const directions = (dimension: number, words: () => number): Uint32Array => {
  const result = new Uint32Array(bits)
  if (dimension === 0) {
    for (let k = 0; k < bits; k += 1) result[k] = 1 << (bits - 1 - k)
    return result
  }
  const { polynomial, degree } = primitivePolynomials()[dimension - 1] ?? { polynomial: 3, degree: 1 }
  for (let k = 0; k < bits; k += 1) {
    if (k < degree) {
      result[k] = (((words() >>> (31 - k)) | 1) << (bits - 1 - k)) >>> 0
      continue
    }
    let value = result[k - degree]! ^ (result[k - degree]! >>> degree)
    for (let j = 1; j < degree; j += 1) if (((polynomial >>> (degree - j)) & 1) === 1) value ^= result[k - j]!
    result[k] = value >>> 0
  }
  return result
}

const parity = (word: number): number => {
  let folded = word ^ (word >>> 16)
  folded ^= folded >>> 8
  folded ^= folded >>> 4
  folded ^= folded >>> 2
  return (folded ^ (folded >>> 1)) & 1
}

/** Multiplies every direction by one random lower-triangular bit matrix with ones on the diagonal (Matoušek's scramble). */
const scramble = (vectors: Uint32Array, words: () => number): void => {
  const rows = Uint32Array.from({ length: bits }, (_, row) => {
    const diagonal = (1 << (bits - 1 - row)) >>> 0
    const above = row === 0 ? 0 : (words() & ~(0xffffffff >>> row)) >>> 0
    return (diagonal | above) >>> 0
  })
  for (let k = 0; k < bits; k += 1) {
    const vector = vectors[k]!
    let mixed = 0
    for (let row = 0; row < bits; row += 1) mixed |= parity(rows[row]! & vector) << (bits - 1 - row)
    vectors[k] = mixed >>> 0
  }
}

/**
 * A scrambled Sobol' sequence of 32-bit words, a point per call, in Gray-code order; the scramble and shift come from the seed.
 * Integrates smooth functions far better than random points; best when the number of points is a power of two.
 */
export const sobolSequence = (dimensions: number, seed: number): ((point: Uint32Array) => void) => {
  const words = randomWords(seed ^ 0x5bd1e995)
  const starts = randomWords(0x2f6b1c3d)
  const sobol = Math.min(dimensions, maxSobolDimensions)
  const table = new Uint32Array(bits * sobol)
  for (let d = 0; d < sobol; d += 1) {
    const vectors = directions(d, starts)
    scramble(vectors, words)
    for (let k = 0; k < bits; k += 1) table[k * sobol + d] = vectors[k]!
  }
  const state = Uint32Array.from({ length: sobol }, () => words())
  let index = 0
  return (point) => {
    point.set(state)
    for (let d = sobol; d < dimensions; d += 1) point[d] = words()
    index += 1
    const row = (31 - Math.clz32(index & -index)) * sobol
    for (let d = 0; d < sobol; d += 1) state[d] = state[d]! ^ table[row + d]!
  }
}
