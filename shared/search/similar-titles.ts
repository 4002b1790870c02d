import { indexGrams } from '#shared/search/bigrams.ts'

/** Above it two titles are taken for the same purchase (rules §7.3: similarity > 0.85). */
const same = 0.85

/** Dice's coefficient of two titles' character pairs, 0–1; 1 for equal titles whatever their width and case. */
export function titleSimilarity(a: string, b: string): number {
  const [left, right] = [new Set(indexGrams(a).split(' ')), new Set(indexGrams(b).split(' '))]
  const shared = [...left].filter((gram) => right.has(gram)).length
  return (2 * shared) / (left.size + right.size)
}

export function isMuchTheSame(a: string, b: string): boolean {
  return titleSimilarity(a, b) > same
}
