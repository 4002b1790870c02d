import { drawingChunks, pdfPagesFlow, pictureChunks } from '#core/documents/figures.ts'
import { chunk, isBreak, pageBreak, space } from '#core/documents/flow.ts'
import type { Chunk, Flow } from '#core/documents/flow.ts'
import { setText } from '#core/documents/inline.ts'
import { contentWidth, mm } from '#core/documents/page.ts'
import type { Item, Mark, Role } from '#core/documents/page.ts'
import { tableChunks } from '#core/documents/table.ts'
import { textChunks } from '#core/documents/text-chunks.ts'
import type { Setting } from '#core/documents/text-chunks.ts'
import type { Block, Heading, ImagePlaceholder, Inline, Paragraph, Section, Signature, SignatureLine } from '#shared/documents/document.ts'

const paragraphChunks = (setting: Setting, { style, text, align, indentEm, keepWithNext }: Paragraph): Chunk[] => {
  const { text: face, after } = setting.styles.paragraphs[style]
  const chunks = textChunks(setting, text, face, { align, indentEm, keepWithNext, tag: 'P' })
  return after === 0 ? chunks : [...chunks, { ...space(after), isGlued: keepWithNext }]
}

const withMarks = (chunks: readonly Chunk[], marks: readonly Mark[]): Chunk[] => chunks.map((piece, index) => (index === 0 ? { ...piece, marks: [...marks, ...piece.marks] } : piece))

/** Title of a form, with the room below it; stays with what follows. */
export const titleChunks = (setting: Setting, { title, anchor }: Section): Chunk[] => [
  ...withMarks(textChunks(setting, title, setting.styles.sectionTitle, { align: 'center', indentEm: 0, keepWithNext: true, tag: 'H1' }), [
    { kind: 'heading', level: 0, title },
    ...(anchor === undefined ? [] : [{ kind: 'anchor' as const, id: anchor }]),
  ]),
  chunk(mm(4.5), () => [], { isGlued: true }),
]

const headingTags = { 1: 'H2', 2: 'H3', 3: 'H4' } as const

/** The space above is glued too: a heading under a heading stays with it. */
const headingChunks = (setting: Setting, { text, level = 1 }: Heading): Chunk[] => [
  { ...space(8), isGlued: true },
  ...withMarks(textChunks(setting, text, setting.styles.headings[level], { align: 'left', indentEm: 0, keepWithNext: true, tag: headingTags[level] }), [{ kind: 'heading', level, title: text }]),
  chunk(3, () => [], { isGlued: true }),
]

const sealSide = mm(32)

const sealItems = ({ shaper, styles }: Setting, label: string, x: number, y: number, role: Role): Item[] => {
  const line = setText(shaper, label, styles.seal, sealSide - 8, 'center')
  const height = line.reduce((sum, set) => sum + set.height, 0)
  const items: Item[] = [{ kind: 'box', x, y, width: sealSide, height: sealSide, lineWidth: 0.5, isDashed: true }]
  let top = y + (sealSide - height) / 2
  for (const set of line) {
    items.push(...set.draw(x + 4, top, sealSide - 8, role))
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

const signatureChunks = (setting: Setting, signature: Signature): Chunk[] => {
  const { shaper, geometry, styles, parent } = setting
  const role: Role = { tag: 'P', parent }
  const column = signature.seal === null ? geometry.left + contentWidth(geometry) * 0.4 : Math.max(geometry.left + sealSide + mm(14), geometry.left + contentWidth(geometry) * 0.36)
  const room = geometry.right - column
  const gap = 8
  const rows = signature.lines.map((line) => setText(shaper, signatureText(line), styles.signature, room, 'left'))
  const textHeight = rows.reduce((sum, row) => sum + row.reduce((total, line) => total + line.height, 0) + gap, 0)
  const height = signature.seal === null ? textHeight : Math.max(textHeight, sealSide)
  const draw = (top: number): Item[] => {
    const items: Item[] = signature.seal === null ? [] : sealItems(setting, signature.seal, column - sealSide - mm(8), top + (height - sealSide) / 2, role)
    let y = top + (height - textHeight) / 2
    for (const row of rows) {
      for (const line of row) {
        items.push(...line.draw(column, y, room, role))
        y += line.height
      }
      y += gap
    }
    return items
  }
  return [{ ...space(14), isGlued: true }, chunk(height, draw, { marks: signature.seal === null ? [] : [{ kind: 'seal', label: signature.seal }] })]
}

/** A frame with words in it, for what is still to come. */
const placeholderChunks = ({ shaper, geometry, styles, parent }: Setting, { label, heightMm }: Pick<ImagePlaceholder, 'label' | 'heightMm'>): Chunk[] => {
  const width = contentWidth(geometry)
  const height = mm(heightMm)
  const role: Role = { tag: 'P', parent }
  const draw = (top: number): Item[] => {
    const lines = setText(shaper, label, styles.placeholder, width - 20, 'center')
    const textHeight = lines.reduce((sum, line) => sum + line.height, 0)
    return [
      { kind: 'box', x: geometry.left, y: top, width, height, lineWidth: 0.5, isDashed: true },
      ...lines.flatMap((line, index) => line.draw(geometry.left + 10, top + (height - textHeight) / 2 + index * line.height, width - 20, role)),
    ]
  }
  return [chunk(height, draw), space(8)]
}

/** A signature is never alone on a page: the text or row before it comes along. */
const glueLast = (flow: readonly Flow[]): Flow[] => {
  const last = flow.findLastIndex((piece) => !isBreak(piece) && !piece.isSpace)
  return flow.map((piece, index) => (isBreak(piece) || index < last ? piece : { ...piece, isGlued: true }))
}

const withAnchor = (flow: readonly Flow[], anchor: string | undefined): readonly Flow[] => {
  if (anchor === undefined) return flow
  const first = flow.findIndex((piece) => !isBreak(piece) && !piece.isSpace)
  return flow.map((piece, index) => (index === first && !isBreak(piece) ? { ...piece, marks: [{ kind: 'anchor', id: anchor }, ...piece.marks] } : piece))
}

/** The flow of several blocks, in order. */
export const blocksFlow = (setting: Setting, blocks: readonly Block[]): Flow[] => {
  let flow: Flow[] = []
  for (const block of blocks) {
    if (block.kind === 'signature') flow = glueLast(flow)
    for (const piece of withAnchor(blockFlow(setting, block), 'anchor' in block ? block.anchor : undefined)) flow.push(piece)
  }
  return flow
}

/** The flow of one block, in order. */
const blockFlow = (setting: Setting, block: Block): Flow[] => {
  const { shaper, geometry, styles } = setting
  switch (block.kind) {
    case 'paragraph': return paragraphChunks(setting, block)
    case 'heading': return headingChunks(setting, block)
    case 'table': return [...tableChunks({ shaper, styles, parent: setting.parent }, block, geometry.left, contentWidth(geometry)), space(10)]
    case 'signature': return signatureChunks(setting, block)
    case 'imagePlaceholder': return placeholderChunks(setting, block)
    case 'picture': return pictureChunks(setting, block) ?? placeholderChunks(setting, { label: block.caption ?? block.alt, heightMm: 60 })
    case 'drawing': return drawingChunks(setting, block)
    case 'pdfPages': return pdfPagesFlow(setting, block) ?? placeholderChunks(setting, { label: block.title, heightMm: 60 })
    case 'spacer': return [space(mm(block.heightMm))]
    case 'pageBreak': return [pageBreak]
  }
}
