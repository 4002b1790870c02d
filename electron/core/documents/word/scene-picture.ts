import { faceFor } from '#core/documents/fonts.ts'
import type { Fonts } from '#core/documents/fonts.ts'
import { encodePng } from '#core/documents/word/png.ts'
import type { Ink, Point, Scene, SceneMark, Stroke } from '#shared/documents/scene.ts'

/** Each pixel is painted as this many by as many smaller ones, then averaged: edges come out smooth. */
const fine = 3

type Canvas = { pixels: Uint8Array; width: number; height: number }
type Contour = readonly Point[]

const channelOf = (colour: string, from: number): number => Number.parseInt(colour.slice(from, from + 2), 16)
const channelsOf = (colour: string): [number, number, number] => [channelOf(colour, 1), channelOf(colour, 3), channelOf(colour, 5)]

type Crossing = { x: number; turn: 1 | -1 }

const crossingsAt = (contours: readonly Contour[], y: number): Crossing[] => {
  const crossings: Crossing[] = []
  for (const contour of contours) {
    contour.forEach(([x1, y1], index) => {
      const [x2, y2] = contour[(index + 1) % contour.length] ?? [x1, y1]
      if (y1 <= y === y2 <= y) return
      crossings.push({ x: x1 + ((y - y1) / (y2 - y1)) * (x2 - x1), turn: y1 <= y ? 1 : -1 })
    })
  }
  return crossings.sort((a, b) => a.x - b.x)
}

const paintSpan = ({ pixels, width }: Canvas, y: number, from: number, to: number, [red, green, blue]: readonly [number, number, number], opacity: number): void => {
  for (let x = Math.max(0, Math.round(from)); x < Math.min(width, Math.round(to)); x++) {
    const at = (y * width + x) * 3
    pixels[at] = (pixels[at] ?? 0) + (red - (pixels[at] ?? 0)) * opacity
    pixels[at + 1] = (pixels[at + 1] ?? 0) + (green - (pixels[at + 1] ?? 0)) * opacity
    pixels[at + 2] = (pixels[at + 2] ?? 0) + (blue - (pixels[at + 2] ?? 0)) * opacity
  }
}

/** Fills what the contours wind round (points in pixels of the fine canvas). */
const fill = (canvas: Canvas, contours: readonly Contour[], colour: string, opacity = 1): void => {
  const heights = contours.flatMap((contour) => contour.map(([, y]) => y))
  const channels = channelsOf(colour)
  for (let y = Math.max(0, Math.floor(Math.min(...heights))); y < Math.min(canvas.height, Math.ceil(Math.max(...heights))); y++) {
    let winding = 0
    crossingsAt(contours, y + 0.5).forEach(({ x, turn }, index, all) => {
      winding += turn
      const next = all[index + 1]
      if (winding !== 0 && next) paintSpan(canvas, y, x, next.x, channels, opacity)
    })
  }
}

const segmentQuad = ([x1, y1]: Point, [x2, y2]: Point, half: number): Contour => {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const [dx, dy] = [((x2 - x1) / length) * half, ((y2 - y1) / length) * half]
  return [[x1 - dy, y1 + dx], [x2 - dy, y2 + dx], [x2 + dy, y2 - dx], [x1 + dy, y1 - dx]]
}

/** The drawn parts of a line, as [from, to] shares of its length. */
const dashes = (length: number, dash: readonly number[]): [number, number][] => {
  const [on = 0, off = on] = dash
  if (on <= 0 || length === 0) return [[0, 1]]
  return Array.from({ length: Math.ceil(length / (on + off)) }, (_, index) => [(index * (on + off)) / length, Math.min(1, (index * (on + off) + on) / length)])
}

const strokePath = (canvas: Canvas, points: Contour, { colour, width, dash = [] }: Stroke, scale: number): void => {
  points.slice(1).forEach((to, index) => {
    const from = points[index] ?? to
    const at = (share: number): Point => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    for (const [start, end] of dashes(length, dash.map((part) => part * scale))) fill(canvas, [segmentQuad(at(start), at(end), Math.max(fine, width * scale) / 2)], colour)
  })
}

const circle = (x: number, y: number, radius: number): Contour => Array.from({ length: 72 }, (_, step) => [x + radius * Math.cos((step * Math.PI) / 36), y + radius * Math.sin((step * Math.PI) / 36)])

const contourOf = (mark: Exclude<SceneMark, { kind: 'text' | 'line' }>): Contour => {
  if (mark.kind === 'rect') return [[mark.x, mark.y], [mark.x + mark.width, mark.y], [mark.x + mark.width, mark.y + mark.height], [mark.x, mark.y + mark.height]]
  return mark.kind === 'circle' ? circle(mark.x, mark.y, mark.radius) : mark.points
}

const paintShape = (canvas: Canvas, contour: Contour, isClosed: boolean, { fill: colour, stroke, opacity }: Ink, scale: number): void => {
  if (colour !== undefined) fill(canvas, [contour], colour, opacity)
  const [first] = contour
  if (stroke !== undefined && first !== undefined) strokePath(canvas, isClosed ? [...contour, first] : contour, stroke, scale)
}

const paintText = (canvas: Canvas, mark: Extract<SceneMark, { kind: 'text' }>, fonts: Fonts, scale: number): void => {
  const glyphs = Array.from(mark.text, (character) => ({ codePoint: character.codePointAt(0) ?? 0, face: faceFor(fonts, mark.isBold === true ? 'sansBold' : 'sans', character.codePointAt(0) ?? 0) }))
  const size = mark.size * scale
  const width = glyphs.reduce((sum, { codePoint, face }) => sum + (face?.advance(codePoint) ?? 0) * size, 0)
  let x = mark.x * scale - { left: 0, center: 0.5, right: 1 }[mark.align] * width
  for (const { codePoint, face } of glyphs) {
    if (face === null) continue
    const contours = face.outline(codePoint).map((contour) => contour.map(([u, v]): Point => [x + u * size, mark.y * scale - v * size]))
    if (contours.length > 0) fill(canvas, contours, mark.colour ?? '#000000')
    x += face.advance(codePoint) * size
  }
}

const average = ({ pixels, width }: Canvas, outWidth: number, outHeight: number): Uint8Array => {
  const out = new Uint8Array(outWidth * outHeight * 3)
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth * 3; x++) {
      let sum = 0
      for (let dy = 0; dy < fine; dy++) for (let dx = 0; dx < fine; dx++) sum += pixels[((y * fine + dy) * width + Math.floor(x / 3) * fine + dx) * 3 + (x % 3)] ?? 0
      out[y * outWidth * 3 + x] = Math.round(sum / (fine * fine))
    }
  }
  return out
}

/** A drawing as a PNG of `width` pixels, for Word, which has no vectors every version can show. */
export const scenePicture = (scene: Scene, fonts: Fonts, width: number): { png: Buffer; height: number } => {
  const height = Math.max(1, Math.round((width * scene.height) / scene.width))
  const canvas: Canvas = { pixels: new Uint8Array(width * fine * height * fine * 3).fill(255), width: width * fine, height: height * fine }
  const scale = (width * fine) / scene.width
  const scaled = (points: Contour): Contour => points.map(([x, y]): Point => [x * scale, y * scale])
  for (const mark of scene.marks) {
    if (mark.kind === 'text') paintText(canvas, mark, fonts, scale)
    else if (mark.kind === 'line') strokePath(canvas, scaled([mark.from, mark.to]), mark.stroke, scale)
    else paintShape(canvas, scaled(contourOf(mark)), mark.kind !== 'path' || mark.isClosed, mark, scale)
  }
  return { png: encodePng(average(canvas, width, height), width, height), height }
}
