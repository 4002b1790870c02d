/**
 * A drawing as data: marks in a plane of `width` × `height` units, y pointing down, painted in order. The same scene becomes
 * vectors in the PDF and a picture in the Word file; colours are `#rrggbb` and turn grey where a document may show none.
 */
export type Stroke = { colour: string; width: number; dash?: readonly number[] }
export type Ink = { fill?: string; stroke?: Stroke; opacity?: number }

export type Point = readonly [x: number, y: number]

export type SceneMark =
  | ({ kind: 'rect'; x: number; y: number; width: number; height: number } & Ink)
  | { kind: 'line'; from: Point; to: Point; stroke: Stroke }
  | ({ kind: 'path'; points: readonly Point[]; isClosed: boolean } & Ink)
  | ({ kind: 'circle'; x: number; y: number; radius: number } & Ink)
  /** `y` is the baseline; sizes are in the units of the scene. */
  | { kind: 'text'; x: number; y: number; text: string; size: number; align: 'left' | 'center' | 'right'; colour?: string; isBold?: boolean }

export type Scene = { width: number; height: number; marks: readonly SceneMark[] }

export const sceneTexts = (scene: Scene): string[] => scene.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

/** Brightness of a colour as the eye weighs it (BT.709), as a grey; for black printing and for blind bids. */
const greyOf = (colour: string): string => {
  const channel = (from: number): number => Number.parseInt(colour.slice(from, from + 2), 16)
  const grey = Math.round(0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5))
  const hex = grey.toString(16).padStart(2, '0')
  return `#${hex}${hex}${hex}`
}

const greyInk = <Mark extends Ink>(mark: Mark): Mark => ({
  ...mark,
  ...(mark.fill === undefined ? {} : { fill: greyOf(mark.fill) }),
  ...(mark.stroke === undefined ? {} : { stroke: { ...mark.stroke, colour: greyOf(mark.stroke.colour) } }),
})

/** The scene without its colours. */
export const greyScene = (scene: Scene): Scene => ({
  ...scene,
  marks: scene.marks.map((mark): SceneMark => {
    if (mark.kind === 'text') return { ...mark, ...(mark.colour === undefined ? {} : { colour: greyOf(mark.colour) }) }
    return mark.kind === 'line' ? { ...mark, stroke: { ...mark.stroke, colour: greyOf(mark.stroke.colour) } } : greyInk(mark)
  }),
})
