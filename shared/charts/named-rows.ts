import { type ChartPalette, nameSize } from '#shared/charts/palette.ts'
import type { Point, Scene, SceneMark } from '#shared/documents/scene.ts'

const moved = ([x, y]: Point, by: number): Point => [x + by, y]

const movedMark = (mark: SceneMark, by: number): SceneMark => {
  switch (mark.kind) {
    case 'line': return { ...mark, from: moved(mark.from, by), to: moved(mark.to, by) }
    case 'path': return { ...mark, points: mark.points.map((point) => moved(point, by)) }
    default: return { ...mark, x: mark.x + by }
  }
}

/** A chart of rows with their names in a column before it, for where nothing else can stand beside it. */
export const withRowNames = (scene: Scene, names: readonly string[], rowHeight: number, nameWidth: number, palette: ChartPalette): Scene => ({
  width: scene.width + nameWidth,
  height: scene.height,
  marks: [
    ...names.map((text, index): SceneMark => ({ kind: 'text', x: 0, y: index * rowHeight + rowHeight / 2 + 4, text, size: nameSize, align: 'left', colour: palette.ink })),
    ...scene.marks.map((mark) => movedMark(mark, nameWidth)),
  ],
})
