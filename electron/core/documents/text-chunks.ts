import type { Attachments } from '#core/documents/attachments.ts'
import { chunk } from '#core/documents/flow.ts'
import type { Chunk } from '#core/documents/flow.ts'
import { setText, textWidth } from '#core/documents/inline.ts'
import type { SetLine, Shaper, TextStyle } from '#core/documents/inline.ts'
import { contentWidth } from '#core/documents/page.ts'
import type { Geometry, Orientation, Role } from '#core/documents/page.ts'
import type { Styles } from '#core/documents/styles.ts'
import type { Align, Inline } from '#shared/documents/document.ts'

/** Where blocks go: the faces and styles, the column they are set in, the files they show, the element they belong to. */
export type Setting = {
  shaper: Shaper
  styles: Styles
  geometry: Geometry
  geometries: Record<Orientation, Geometry>
  attachments: Attachments
  parent: Role | null
}

const lineChunk = (line: SetLine, left: number, room: number, isGlued: boolean, role: Role): Chunk => chunk(line.height, (top) => line.draw(left, top, room, role), { isGlued })

/** Two lines at least stay together at a paragraph's beginning and at its end. */
const lineChunks = (lines: readonly SetLine[], left: number, room: number, keepWithNext: boolean, role: Role): Chunk[] => {
  const last = lines.length - 1
  return lines.map((line, index) => lineChunk(line, left, room, index === last ? keepWithNext : index === 0 || index === last - 1, role))
}

type TextOptions = { align: Align; indentEm: number; keepWithNext: boolean; tag: Role['tag'] }

export const textChunks = ({ shaper, geometry, parent }: Setting, text: Inline, style: TextStyle, { align, indentEm, keepWithNext, tag }: TextOptions): Chunk[] => {
  const width = contentWidth(geometry)
  return lineChunks(setText(shaper, text, style, width, align, indentEm), geometry.left, width, keepWithNext, { tag, parent })
}

/** A text cut to fit one line, with … where it was cut. */
export const fitText = (shaper: Shaper, text: string, style: TextStyle, room: number): string => {
  if (textWidth(shaper, text, style) <= room) return text
  let characters = Array.from(text)
  while (characters.length > 1 && textWidth(shaper, `${characters.join('')}…`, style) > room) characters = characters.slice(0, -1)
  return `${characters.join('')}…`
}
