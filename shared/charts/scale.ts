export type LinearScale = {
  domain: readonly [number, number]
  range: readonly [number, number]
  /** Pixel of a value; values outside the domain land outside the range. */
  at: (value: number) => number
  /** Value at a pixel, kept inside the domain. */
  invert: (pixel: number) => number
}

export function linearScale(domain: readonly [number, number], range: readonly [number, number]): LinearScale {
  const [min, max] = domain
  const [from, to] = range
  const span = max - min || 1
  const width = to - from || 1
  return {
    domain,
    range,
    at: (value) => from + ((value - min) / span) * (to - from),
    invert: (pixel) => Math.min(max, Math.max(min, min + ((pixel - from) / width) * span)),
  }
}

/** Round values inside [min, max], steps of 1, 2 or 5 × 10ⁿ, about `count` of them. */
export function niceTicks(min: number, max: number, count: number): number[] {
  if (!(max > min) || count < 1) return []
  const rough = (max - min) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power
  const first = Math.ceil(min / step)
  const last = Math.floor(max / step + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}
