import type { PageNumbers, PrintedNumber } from '#core/documents/inline.ts'
import type { Page } from '#core/documents/page.ts'

/** Stands for the page of an anchor that is nowhere: such a document is refused. */
const nowhere = '〓'

/** The page each anchor stands on, counted from 1; of an anchor set twice the first. */
export const anchorPages = (pages: readonly Page[]): { pageOf: Map<string, number>; twice: string[] } => {
  const pageOf = new Map<string, number>()
  const twice = new Set<string>()
  pages.forEach((page, index) => {
    for (const mark of page.marks) {
      if (mark.kind !== 'anchor') continue
      if (pageOf.has(mark.id)) twice.add(mark.id)
      else pageOf.set(mark.id, index + 1)
    }
  })
  return { pageOf, twice: [...twice] }
}

/**
 * Page numbers from one pass of layout to the next. The layout depends on a number only through its count of digits, and the
 * room for them never shrinks: so the passes come to rest.
 */
export type NumberLedger = PageNumbers & {
  /** Takes the pages a pass found; true when every number that pass printed was right. */
  settle(references: Iterable<string>, found: ReadonlyMap<string, number>): boolean
}

const unknown: PrintedNumber = { text: '0', room: 1 }

export const openLedger = (): NumberLedger => {
  const numbers = new Map<string, PrintedNumber>()
  const textOf = (anchor: string): PrintedNumber => numbers.get(anchor) ?? unknown
  return {
    textOf,
    settle: (references, found) => {
      let isRight = true
      for (const anchor of references) {
        const text = found.get(anchor)?.toString() ?? nowhere
        if (textOf(anchor).text !== text) isRight = false
        numbers.set(anchor, { text, room: Math.max(textOf(anchor).room, text.length) })
      }
      return isRight
    },
  }
}
