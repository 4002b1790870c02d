import { Decimal } from '#shared/decimal.ts'
import type { Verdict } from '#shared/estimate/verdict.ts'
import { moneyText } from '#shared/money.ts'

/** A stretch of offer totals (CNY, both ends included) with one verdict; the next begins a fen above its end. */
export type Zone = { from: string; to: string; verdict: Verdict }

const gridSteps = 48

const toFen = (amount: Decimal): number => amount.times(100).toNumber()
const ofFen = (fen: number): Decimal => new Decimal(fen).div(100)

/** Fen at which to look first: an even grid and both sides of each landmark. */
const lookAt = (low: number, high: number, landmarks: readonly Decimal[]): number[] => {
  const grid = Array.from({ length: gridSteps + 1 }, (_, i) => Math.round(low + ((high - low) * i) / gridSteps))
  const near = landmarks.flatMap((price) => {
    const fen = Math.round(toFen(price))
    return [fen - 1, fen, fen + 1]
  })
  return [...new Set([...grid, ...near])].filter((fen) => fen >= low && fen <= high).sort((a, b) => a - b)
}

/**
 * Splits prices into zones of one verdict. Between neighbouring points that agree the verdict is taken as unchanged;
 * between points that differ every change is found by halving, to the fen.
 */
export const zonesBetween = (min: Decimal, max: Decimal, landmarks: readonly Decimal[], verdictAt: (offerTotal: Decimal) => Verdict): Zone[] => {
  const low = Math.ceil(toFen(min))
  const high = Math.floor(toFen(max))
  if (high < low) return []
  const known = new Map<number, Verdict>()
  const verdictOf = (fen: number): Verdict => {
    const verdict = known.get(fen) ?? verdictAt(ofFen(fen))
    known.set(fen, verdict)
    return verdict
  }
  const starts: { fen: number; verdict: Verdict }[] = [{ fen: low, verdict: verdictOf(low) }]
  const search = (from: number, to: number): void => {
    if (verdictOf(from) === verdictOf(to)) return
    if (to - from === 1) {
      starts.push({ fen: to, verdict: verdictOf(to) })
      return
    }
    const middle = Math.floor((from + to) / 2)
    search(from, middle)
    search(middle, to)
  }
  const points = lookAt(low, high, landmarks)
  points.forEach((point, i) => {
    const next = points[i + 1]
    if (next !== undefined) search(point, next)
  })
  return starts.map(({ fen, verdict }, i) => ({ from: moneyText(ofFen(fen)), to: moneyText(ofFen((starts[i + 1]?.fen ?? high + 1) - 1)), verdict }))
}
