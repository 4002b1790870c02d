import { viewOf } from '#core/documents/truetype/font-file.ts'
import type { Point } from '#shared/documents/scene.ts'

type Dot = { x: number; y: number; isOn: boolean }

const onCurve = 0x01
const repeated = 0x08

/** A coordinate takes one byte, its sign in the flag, or two, or none where it stays the same. */
const axes = { x: { short: 0x02, same: 0x10 }, y: { short: 0x04, same: 0x20 } }

const readFlags = (outline: Uint8Array, start: number, count: number): { flags: number[]; next: number } => {
  const flags: number[] = []
  let at = start
  while (flags.length < count) {
    const flag = outline[at++] ?? 0
    const times = (flag & repeated) === 0 ? 1 : 1 + (outline[at++] ?? 0)
    for (let time = 0; time < times; time++) flags.push(flag)
  }
  return { flags, next: at }
}

const readAxis = (view: DataView, start: number, flags: readonly number[], { short, same }: { short: number; same: number }): { values: number[]; next: number } => {
  let at = start
  let value = 0
  const values = flags.map((flag) => {
    if ((flag & short) !== 0) value += (flag & same) === 0 ? -view.getUint8(at++) : view.getUint8(at++)
    else if ((flag & same) === 0) {
      value += view.getInt16(at)
      at += 2
    }
    return value
  })
  return { values, next: at }
}

/** The dots of a stored outline, contour by contour (ISO/IEC 14496-22, 5.3.3.1). Composite glyphs are refused: no face of ours has any. */
const contoursOf = (outline: Uint8Array): Dot[][] => {
  if (outline.length === 0) return []
  const view = viewOf(outline)
  const count = view.getInt16(0)
  if (count < 0) throw new Error('glyphs made of other glyphs are not read')
  const ends = Array.from({ length: count }, (_, index) => view.getUint16(10 + index * 2) + 1)
  const instructions = 10 + count * 2
  const { flags, next } = readFlags(outline, instructions + 2 + view.getUint16(instructions), ends.at(-1) ?? 0)
  const across = readAxis(view, next, flags, axes.x)
  const up = readAxis(view, across.next, flags, axes.y)
  const dots = flags.map((flag, index): Dot => ({ x: across.values[index] ?? 0, y: up.values[index] ?? 0, isOn: (flag & onCurve) !== 0 }))
  return ends.map((end, index) => dots.slice(ends[index - 1] ?? 0, end))
}

const between = (a: Dot, b: Dot): Dot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, isOn: true })

/** Begins on the curve, and between two dots off it the one they imply is put in. */
const withImplied = (contour: readonly Dot[]): Dot[] => {
  const dots = contour.flatMap((dot, index) => {
    const before = contour.at(index - 1)
    return before === undefined || dot.isOn || before.isOn ? [dot] : [between(before, dot), dot]
  })
  const first = dots.findIndex(({ isOn }) => isOn)
  return first <= 0 ? dots : [...dots.slice(first), ...dots.slice(0, first)]
}

const curveSteps = 6

/** The outline of a glyph as polygons, in fractions of the em; its curves (all quadratic in TrueType) are cut into short lines. */
export const polygonsOf = (outline: Uint8Array, unitsPerEm: number): Point[][] =>
  contoursOf(outline).map((contour) => {
    const dots = withImplied(contour)
    const points: Point[] = []
    dots.forEach((dot, index) => {
      if (dot.isOn) return points.push([dot.x / unitsPerEm, dot.y / unitsPerEm])
      const [from, to] = [dots.at(index - 1) ?? dot, dots[(index + 1) % dots.length] ?? dot]
      for (let step = 1; step < curveSteps; step++) {
        const t = step / curveSteps
        const mix = (a: number, b: number, c: number): number => ((1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c) / unitsPerEm
        points.push([mix(from.x, dot.x, to.x), mix(from.y, dot.y, to.y)])
      }
    })
    return points
  })
