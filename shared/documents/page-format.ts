/**
 * 暗标: what a tender document prescribes for a part whose author may not be recognised. Everything is set in one face,
 * size and line height, without header, cover, colour, bold or properties.
 */
export type BlindFormat = {
  face: 'serif' | 'sans'
  sizePt: number
  linePt: number
  marginsMm: { top: number; right: number; bottom: number; left: number }
  hasPageNumbers: boolean
}

export type PageFormat = {
  /** Printed on both sides: the wide margin changes sides so that it is always at the binding. */
  isDuplex: boolean
  /** Levels the table of contents lists: 1 names the forms, each further one a level of headings. */
  contentsDepth: 1 | 2 | 3 | 4
  /** 一、（一）1.（1） or 1 1.1 1.1.1. */
  numbering: 'chinese' | 'decimal'
  blind: BlindFormat | null
}

export const defaultFormat: PageFormat = { isDuplex: false, contentsDepth: 1, numbering: 'chinese', blind: null }

/** What 暗标 clauses most often ask for: 宋体 小四, line spacing of 26 points, 25 mm on every side. */
export const usualBlindFormat: BlindFormat = { face: 'serif', sizePt: 12, linePt: 26, marginsMm: { top: 25, right: 25, bottom: 25, left: 25 }, hasPageNumbers: true }
