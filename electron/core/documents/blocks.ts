import { chunk, space } from '#core/documents/flow.ts'
import type { Break, Chunk } from '#core/documents/flow.ts'
import { setText, textWidth } from '#core/documents/inline.ts'
import type { SetLine, Shaper, TextStyle } from '#core/documents/inline.ts'
import { contentWidth, mm } from '#core/documents/page.ts'
import type { Geometry, Item } from '#core/documents/page.ts'
import { headingStyle, paragraphStyles, placeholderStyle, sealStyle, sectionTitleStyle, signatureStyle } from '#core/documents/styles.ts'
import { tableChunks } from '#core/documents/table.ts'
import type { Align, Block, Inline, Paragraph, Signature, SignatureLine } from '#shared/documents/document.ts'

/** Where blocks go: the faces, and the column they are set in. */
export type Setting = { shaper: Shaper; geometry: Geometry }

const lineChunk = (line: SetLine, left: number, room: number, isGlued: boolean): Chunk => chunk(line.height, (top) => line.draw(left, top, room), { isGlued })

/** Two lines at least stay together at a paragraph's beginning and at its end. */
const lineChunks = (lines: readonly SetLine[], left: number, room: number, keepWithNext: boolean): Chunk[] => {
  const last = lines.length - 1
  return lines.map((line, index) => lineChunk(line, left, room, index === last ? keepWithNext : index === 0 || index === last - 1))
}

const textChunks = ({ shaper, geometry }: Setting, text: Inline, style: TextStyle, align: Align, indentEm: number, keepWithNext: boolean): Chunk[] => {
  const width = contentWidth(geometry)
  return lineChunks(setText(shaper, text, style, width, align, indentEm), geometry.left, width, keepWithNext)
}

const paragraphChunks = (setting: Setting, paragraph: Paragraph): Chunk[] => {
  const { text, after } = paragraphStyles[paragraph.style]
  const chunks = textChunks(setting, paragraph.text, text, paragraph.align, paragraph.indentEm, paragraph.keepWithNext)
  return [...chunks, { ...space(after), isGlued: paragraph.keepWithNext }]
}

/** Title of a form, with the room below it; stays with what follows. */
export const titleChunks = (setting: Setting, title: string): Chunk[] => [
  ...textChunks(setting, title, sectionTitleStyle, 'center', 0, true),
  chunk(mm(4.5), () => [], { isGlued: true }),
]

const headingChunks = (setting: Setting, text: string): Chunk[] => [space(8), ...textChunks(setting, text, headingStyle, 'left', 0, true), chunk(3, () => [], { isGlued: true })]

const sealSide = mm(32)

const sealItems = (shaper: Shaper, label: string, x: number, y: number): Item[] => {
  const line = setText(shaper, label, sealStyle, sealSide - 8, 'center')
  const height = line.reduce((sum, set) => sum + set.height, 0)
  const items: Item[] = [{ kind: 'box', x, y, width: sealSide, height: sealSide, lineWidth: 0.5, isDashed: true }]
  let top = y + (sealSide - height) / 2
  for (const set of line) {
    items.push(...set.draw(x + 4, top, sealSide - 8))
    top += set.height
  }
  return items
}

const minRuleEm = 12

const signatureText = (line: SignatureLine): Inline => [
  { text: `${line.label}：` },
  line.value === null ? { text: '', blankEm: minRuleEm } : { text: line.value, blankEm: Math.min(minRuleEm, Array.from(line.value).length + 1) },
  { text: line.after ?? '' },
]

const signatureChunks = ({ shaper, geometry }: Setting, signature: Signature): Chunk[] => {
  const column = signature.seal === null ? geometry.left + contentWidth(geometry) * 0.4 : Math.max(geometry.left + sealSide + mm(14), geometry.left + contentWidth(geometry) * 0.36)
  const room = geometry.right - column
  const gap = 8
  const rows = signature.lines.map((line) => setText(shaper, signatureText(line), signatureStyle, room, 'left'))
  const textHeight = rows.reduce((sum, row) => sum + row.reduce((total, line) => total + line.height, 0) + gap, 0)
  const height = signature.seal === null ? textHeight : Math.max(textHeight, sealSide)
  const draw = (top: number): Item[] => {
    const items: Item[] = signature.seal === null ? [] : sealItems(shaper, signature.seal, column - sealSide - mm(8), top + (height - sealSide) / 2)
    let y = top + (height - textHeight) / 2
    for (const row of rows) {
      for (const line of row) {
        items.push(...line.draw(column, y, room))
        y += line.height
      }
      y += gap
    }
    return items
  }
  return [{ ...space(14), isGlued: true }, chunk(height, draw, { seals: signature.seal === null ? [] : [{ label: signature.seal }] })]
}

const imageChunks = ({ shaper, geometry }: Setting, label: string, heightMm: number): Chunk[] => {
  const width = contentWidth(geometry)
  const height = mm(heightMm)
  const draw = (top: number): Item[] => {
    const lines = setText(shaper, label, placeholderStyle, width - 20, 'center')
    const textHeight = lines.reduce((sum, line) => sum + line.height, 0)
    return [
      { kind: 'box', x: geometry.left, y: top, width, height, lineWidth: 0.5, isDashed: true },
      ...lines.flatMap((line, index) => line.draw(geometry.left + 10, top + (height - textHeight) / 2 + index * line.height, width - 20)),
    ]
  }
  return [chunk(height, draw), space(8)]
}

/** A signature is never alone on a page: the text or row before it comes along. */
const glueLast = (chunks: readonly (Chunk | Break)[]): (Chunk | Break)[] => {
  const last = chunks.findLastIndex((piece) => piece !== 'page' && !piece.isSpace)
  return chunks.map((piece, index) => (piece === 'page' || index < last ? piece : { ...piece, isGlued: true }))
}

/** Chunks of several blocks, in order. */
export const blocksChunks = (setting: Setting, blocks: readonly Block[]): (Chunk | Break)[] =>
  blocks.reduce<(Chunk | Break)[]>((chunks, block) => [...(block.kind === 'signature' ? glueLast(chunks) : chunks), ...blockChunks(setting, block)], [])

/** Chunks of one block, in order. */
const blockChunks = (setting: Setting, block: Block): (Chunk | Break)[] => {
  const { shaper, geometry } = setting
  if (block.kind === 'paragraph') return paragraphChunks(setting, block)
  if (block.kind === 'heading') return headingChunks(setting, block.text)
  if (block.kind === 'table') return [...tableChunks(shaper, block, geometry.left, contentWidth(geometry)), space(10)]
  if (block.kind === 'signature') return signatureChunks(setting, block)
  if (block.kind === 'imagePlaceholder') return imageChunks(setting, block.label, block.heightMm)
  if (block.kind === 'spacer') return [space(mm(block.heightMm))]
  return [block.kind === 'pageBreak' ? 'page' : block satisfies never]
}

/** A text cut to fit one line, with … where it was cut. */
export const fitText = (shaper: Shaper, text: string, style: TextStyle, room: number): string => {
  if (textWidth(shaper, text, style) <= room) return text
  let characters = Array.from(text)
  while (characters.length > 1 && textWidth(shaper, `${characters.join('')}…`, style) > room) characters = characters.slice(0, -1)
  return `${characters.join('')}…`
}
