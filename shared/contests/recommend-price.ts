/** One own price with its chance to win and the profit if won; null: the cost is unknown. CNY. */
export type PricedChance = { price: number; winProbability: number; profit: number | null }

export type PriceLimits = {
  /** The policy's margin floor; null: unknown, and then nothing is recommended. */
  floor: number | null
  /** The lowest price that starts no abnormally-low review; null: there is no line. */
  safe: number | null
  ceiling: number | null
}

export type Recommendation =
  | { ok: true; price: number; winProbability: number; expectedProfit: number; /** What holds the price up: without it a lower one would pay more on average. */ heldBy: 'floor' | 'safe' | null }
  | { ok: false; code: 'cost-unknown' | 'floor-above-ceiling' | 'no-chance' }

/** The price of the highest expected profit (chance × profit if won) that is below no floor, no abnormally-low line and above no ceiling. */
export function recommendPrice(chances: readonly PricedChance[], { floor, safe, ceiling }: PriceLimits): Recommendation {
  if (floor === null || chances.every(({ profit }) => profit === null)) return { ok: false, code: 'cost-unknown' }
  const least = Math.max(floor, safe ?? 0)
  if (ceiling !== null && least > ceiling) return { ok: false, code: 'floor-above-ceiling' }
  const valued = chances.flatMap(({ price, winProbability, profit }) => (profit === null || (ceiling !== null && price > ceiling) ? [] : [{ price, winProbability, expectedProfit: winProbability * profit }]))
  const best = highest(valued.filter(({ price }) => price >= least))
  if (best === null) return { ok: false, code: 'no-chance' }
  const isHeld = (highest(valued)?.price ?? best.price) < least
  return { ok: true, ...best, heldBy: isHeld ? (safe !== null && safe > floor ? 'safe' : 'floor') : null }
}

function highest<T extends { expectedProfit: number }>(points: readonly T[]): T | null {
  const worth = points.filter(({ expectedProfit }) => expectedProfit > 0)
  return worth.toSorted((a, b) => b.expectedProfit - a.expectedProfit)[0] ?? null
}

/** The chance at a price between two simulated ones, straight between them; null outside. Points ascend by price. */
export function chanceAt(points: readonly { price: number; winProbability: number }[], price: number): number | null {
  const index = points.findIndex((point) => point.price >= price)
  const after = points[index]
  if (after === undefined) return null
  if (after.price === price) return after.winProbability
  const before = points[index - 1]
  if (before === undefined) return null
  return before.winProbability + ((price - before.price) / (after.price - before.price)) * (after.winProbability - before.winProbability)
}

/** `count` prices from `from` to `to` and every landmark between them, ascending, to the fen: so that what matters is simulated itself. */
export function pricesToTry({ from, to }: { from: string; to: string }, landmarks: readonly (string | null)[], count = 41): number[] {
  const [low, high] = [Number(from), Number(to)]
  const grid = Array.from({ length: count }, (_, index) => Math.round((low + ((high - low) * index) / (count - 1)) * 100) / 100)
  const marks = landmarks.filter((price) => price !== null).map(Number)
  return [...new Set([...grid, ...marks])].filter((price) => price > 0 && price >= low && price <= high).toSorted((a, b) => a - b)
}
