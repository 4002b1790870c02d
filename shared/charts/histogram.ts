export type Bar = { from: number; to: number; share: number }

/** Bars of equal width from evenly spaced ascending quantiles: `share` is the part of all outcomes that fall in each. */
export function histogram(quantiles: readonly number[], bars: number): Bar[] {
  const first = quantiles[0]
  const last = quantiles.at(-1)
  if (first === undefined || last === undefined || last <= first) return []
  const width = (last - first) / bars
  return Array.from({ length: bars }, (_, index) => {
    const from = first + index * width
    const to = from + width
    return { from, to, share: belowShare(quantiles, to) - belowShare(quantiles, from) }
  })
}

/** The part of the outcomes below a value, read between neighbouring quantiles. */
export function belowShare(quantiles: readonly number[], value: number): number {
  const steps = quantiles.length - 1
  if (steps < 1) return 0
  const index = quantiles.findIndex((quantile) => quantile >= value)
  if (index === -1) return 1
  if (index === 0) return 0
  const below = quantiles[index - 1] ?? value
  const above = quantiles[index] ?? value
  return (index - 1 + (above > below ? (value - below) / (above - below) : 1)) / steps
}
