import type { Geometry, Item, Page, SealPlace } from '#core/documents/page.ts'

/** A frame drawn around what of a table stands on one page. */
export type Frame = { x: number; width: number }

/** A strip across the page that stays in one piece: a line, a row, a block to sign. */
export type Chunk = {
  height: number
  /** Stays on the page of the chunk after it. */
  isGlued: boolean
  /** White space: left out at the top of a page. */
  isSpace: boolean
  /** Repeated where the chunk begins a new page in the middle of its table. */
  head: readonly Chunk[]
  frame: Frame | null
  seals: readonly SealPlace[]
  draw(top: number): Item[]
  /** Cuts the chunk so that the first part is at most `room` high; null where no good cut exists. */
  split: ((room: number) => [Chunk, Chunk] | null) | null
}

export type Break = 'page'

export const chunk = (height: number, draw: (top: number) => Item[], options: Partial<Chunk> = {}): Chunk => ({
  height,
  draw,
  isGlued: false,
  isSpace: false,
  head: [],
  frame: null,
  seals: [],
  split: null,
  ...options,
})

export const space = (height: number): Chunk => chunk(height, () => [], { isSpace: true })

const frameWidth = 1.5
/** A row taller than this share of the page is cut where the page ends; a smaller one moves to the next page whole. */
const splitShare = 0.35

/** Fills pages from top to bottom. */
class PageFiller {
  readonly pages: Page[] = []
  readonly #geometry: Geometry
  #top: number
  #frameTop: number | null = null
  #frame: Frame | null = null

  constructor(geometry: Geometry) {
    this.#geometry = geometry
    this.#top = geometry.top
    this.newPage()
  }

  get room(): number {
    return this.#geometry.bottom - this.#top
  }

  get isAtTop(): boolean {
    return this.#top === this.#geometry.top
  }

  newPage(): void {
    this.#closeFrame()
    this.pages.push({ geometry: this.#geometry, items: [], seals: [], isCover: false })
    this.#top = this.#geometry.top
  }

  put(piece: Chunk): void {
    const page = this.pages.at(-1)
    if (!page) return
    if (piece.frame !== this.#frame) this.#closeFrame()
    if (piece.frame && this.#frameTop === null) {
      this.#frame = piece.frame
      this.#frameTop = this.#top
    }
    page.items.push(...piece.draw(this.#top))
    page.seals.push(...piece.seals)
    this.#top += piece.height
  }

  #closeFrame(): void {
    if (this.#frame && this.#frameTop !== null) {
      this.pages.at(-1)?.items.push({ kind: 'box', x: this.#frame.x, y: this.#frameTop, width: this.#frame.width, height: this.#top - this.#frameTop, lineWidth: frameWidth, isDashed: false })
    }
    this.#frame = null
    this.#frameTop = null
  }

  finish(): Page[] {
    this.#closeFrame()
    return this.pages
  }
}

const groupAt = (chunks: readonly (Chunk | Break)[], start: number): Chunk[] => {
  const group: Chunk[] = []
  for (let index = start; index < chunks.length; index++) {
    const piece = chunks[index]
    if (piece === undefined || piece === 'page') break
    group.push(piece)
    if (!piece.isGlued) break
  }
  return group
}

const heightOf = (pieces: readonly Chunk[]): number => pieces.reduce((sum, piece) => sum + piece.height, 0)

const startPage = (filler: PageFiller, head: readonly Chunk[]): void => {
  filler.newPage()
  for (const piece of head) filler.put(piece)
}

/** Puts one chunk, cut over as many pages as it needs. */
const putSplitting = (filler: PageFiller, piece: Chunk, pageHeight: number): void => {
  let rest = piece
  while (rest.height > filler.room) {
    const isTall = rest.height > pageHeight * splitShare
    const parts = isTall ? (rest.split?.(filler.room) ?? null) : null
    if (parts) filler.put(parts[0])
    else if (filler.isAtTop || (rest.head.length > 0 && filler.room >= pageHeight - heightOf(rest.head))) break
    startPage(filler, rest.head)
    if (parts) rest = parts[1]
  }
  filler.put(rest)
}

/** Pages the chunks: glued ones stay together where a page can hold them, heads are repeated, space at a page's top is dropped. */
export const paginate = (chunks: readonly (Chunk | Break)[], geometry: Geometry): Page[] => {
  const filler = new PageFiller(geometry)
  const pageHeight = geometry.bottom - geometry.top
  let index = 0
  while (index < chunks.length) {
    if (chunks[index] === 'page') {
      if (!filler.isAtTop) filler.newPage()
      index++
      continue
    }
    const group = groupAt(chunks, index)
    index += group.length
    const head = group[0]?.head ?? []
    const fitsLater = heightOf(group) + heightOf(head) <= pageHeight
    const isSplittable = group.length === 1 && group[0]?.split !== null && heightOf(group) > pageHeight * splitShare
    if (heightOf(group) > filler.room && fitsLater && !isSplittable && !filler.isAtTop) startPage(filler, head)
    for (const piece of group) {
      if (piece.isSpace && (filler.isAtTop || piece.height > filler.room)) continue
      putSplitting(filler, piece, pageHeight)
    }
  }
  return filler.finish()
}
