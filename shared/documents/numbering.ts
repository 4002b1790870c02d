import type { Block, Heading, PrintDocument, Section } from '#shared/documents/document.ts'
import { formatOf } from '#shared/documents/document.ts'
import type { PageFormat } from '#shared/documents/page-format.ts'
import { greyScene } from '#shared/documents/scene.ts'
import { ordinal } from '#shared/documents/wording.ts'

const chinese: Record<1 | 2 | 3, (counts: readonly number[]) => string> = {
  1: ([first = 0]) => `（${ordinal(first)}）`,
  2: ([, second = 0]) => `${second}．`,
  3: ([, , third = 0]) => `（${third}）`,
}

const numberOf = (numbering: PageFormat['numbering'], sectionNo: number, counts: readonly number[], level: 1 | 2 | 3): string =>
  numbering === 'chinese' ? chinese[level](counts) : `${[sectionNo, ...counts.slice(0, level)].join('.')}　`

/** Headings of a form with their numbers written out; a level begins again below each heading above it. */
const numberedBlocks = (blocks: readonly Block[], numbering: PageFormat['numbering'], sectionNo: number): Block[] => {
  const counts = [0, 0, 0]
  const numbered = (heading: Heading): Heading => {
    const level = heading.level ?? 1
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    counts.fill(0, level)
    return { ...heading, text: `${numberOf(numbering, sectionNo, counts, level)}${heading.text}` }
  }
  return blocks.map((block) => (block.kind === 'heading' && block.isNumbered === true ? numbered(block) : block))
}

const withoutColour = (block: Block): Block => (block.kind === 'drawing' ? { ...block, scene: greyScene(block.scene) } : block)

const blindSection = (section: Section): Section => ({ ...section, blocks: section.blocks.map(withoutColour) })

/**
 * The document as every writer (PDF, Word) prints it: headings numbered; of a blind one, nothing left that names its author:
 * no cover, running header or properties.
 */
export const preparedDocument = (document: PrintDocument): PrintDocument => {
  const { numbering, blind } = formatOf(document)
  const sections = document.sections.map((section, index) => ({ ...section, blocks: numberedBlocks(section.blocks, numbering, index + 1) }))
  if (blind === null) return { ...document, sections }
  return { ...document, info: { title: '', author: '' }, header: { left: '', right: '' }, cover: [], sections: sections.map(blindSection) }
}
