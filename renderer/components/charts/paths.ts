export type Point = { x: number; y: number }

/** An SVG path through the points; one decimal of a pixel is finer than the eye and keeps the text short. */
export function linePath(points: readonly Point[]): string {
  return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${short(point.x)} ${short(point.y)}`).join('')
}

/** The closed area between the points and a horizontal baseline. */
export function areaPath(points: readonly Point[], baseline: number): string {
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return ''
  return `M${short(first.x)} ${short(baseline)}${linePath(points).replace('M', 'L')}L${short(last.x)} ${short(baseline)}Z`
}

/** The part of a polyline at or right of `x`, cut exactly there. */
export function rightOf(points: readonly Point[], x: number): Point[] {
  const index = points.findIndex((point) => point.x >= x)
  if (index === -1) return []
  const after = points[index]
  const before = points[index - 1]
  if (after === undefined || before === undefined || after.x === x) return points.slice(index)
  const part = (x - before.x) / (after.x - before.x)
  return [{ x, y: before.y + part * (after.y - before.y) }, ...points.slice(index)]
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}
