export type SliderRange = { min: number; max: number; step: number; bigStep: number; stops: readonly number[] }

type Keys = { key: string; shiftKey: boolean; ctrlKey: boolean }

/** Where a key moves the slider, in yuan; null when the key is not the slider's. Steps land on round prices. */
export function keyTarget(value: number, keys: Keys, range: SliderRange): number | null {
  const direction = directionOf(keys.key)
  if (keys.key === 'Home') return range.min
  if (keys.key === 'End') return range.max
  if (direction === 0) return null
  if (keys.ctrlKey) return nextStop(value, direction, range)
  const isBig = keys.shiftKey || keys.key.startsWith('Page')
  return clamp(stepped(value, direction, isBig ? range.bigStep : range.step), range)
}

/** A dragged value on the slider's grid, kept inside the range. */
export function snap(value: number, range: SliderRange): number {
  return clamp(Math.round(value / range.step) * range.step, range)
}

function directionOf(key: string): -1 | 0 | 1 {
  if (key === 'ArrowRight' || key === 'ArrowUp' || key === 'PageUp') return 1
  if (key === 'ArrowLeft' || key === 'ArrowDown' || key === 'PageDown') return -1
  return 0
}

function stepped(value: number, direction: -1 | 1, step: number): number {
  const steps = value / step
  const isOnGrid = Math.abs(steps - Math.round(steps)) < 1e-9
  if (isOnGrid) return (Math.round(steps) + direction) * step
  return (direction === 1 ? Math.ceil(steps) : Math.floor(steps)) * step
}

function nextStop(value: number, direction: -1 | 1, { stops, min, max }: SliderRange): number {
  const inside = stops.filter((stop) => stop >= min && stop <= max)
  const ahead = inside.filter((stop) => (direction === 1 ? stop > value + 0.004 : stop < value - 0.004))
  if (ahead.length === 0) return value
  return direction === 1 ? Math.min(...ahead) : Math.max(...ahead)
}

function clamp(value: number, { min, max }: SliderRange): number {
  return Math.min(max, Math.max(min, value))
}
