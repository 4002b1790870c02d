import type { Geometry, Item, Mark, Page } from '#core/documents/page.ts'

/** A frame drawn around what of a table stands on one page. */
export type Frame = { x: number; width: number }

/** A strip across the page that stays in one piece: a line, a row, a block to sign. */
export type Chunk = {
  height: number
  /** May be drawn lower than `height`, down to this, to stay on the page of what stands before it. */
  minHeight: number
  /** Stays on the page of the chunk after it. */
  isGlued: boolean
  /** White space: left out at the top of a page. */
  isSpace: boolean
  /** Repeated where the chunk begins a new page in the middle of its table. */
  head: readonly Chunk[]
  frame: Frame | null
  marks: readonly Mark[]
  draw(top: number, height: number): Item[]
  /** Cuts the chunk so that the first part is at most `room` high; null where no good cut exists. */
  split: ((room: number) => [Chunk, Chunk] | null) | null
}

/** A new page from here on, of the same geometry or of another. */
export type Break = { kind: 'page'; geometry: Geometry | null }
export type Flow = Chunk | Break

export const pageBreak: Break = { kind: 'page', geometry: null }
export const isBreak = (piece: Flow): piece is Break => 'kind' in piece

export const chunk = (height: number, draw: Chunk['draw'], options: Partial<Chunk> = {}): Chunk => ({
  height,
  minHeight: height,
  draw,
  isGlued: false,
  isSpace: false,
  head: [],
  frame: null,
  marks: [],
  split: null,
  ...options,
})

export const space = (height: number): Chunk => chunk(height, () => [], { isSpace: true })

const frameWidth = 1.5
/** A row taller than this share of the page is cut where the page ends; a smaller one moves to the next page whole. */
const splitShare = 0.35

/** Fills pages from top to bottom; a page is begun by what is put on it. */
class PageFiller {
  readonly pages: Page[] = []
  geometry: Geometry
  #page: Page | null = null
  #top: number
  #frameTop = 0
  #frame: Frame | null = null

  constructor(geometry: Geometry) {
    this.geometry = geometry
    this.#top = geometry.top
  }

  get room(): number {
    return this.geometry.bottom - this.#top
  }

  get isAtTop(): boolean {
    return this.#top === this.geometry.top
  }

  get pageHeight(): number {
    return this.geometry.bottom - this.geometry.top
  }

  newPage(geometry = this.geometry): void {
    this.#closeFrame()
    this.#page = null
    this.geometry = geometry
    this.#top = geometry.top
  }

  #open(): Page {
    if (this.#page) return this.#page
    const page: Page = { geometry: this.geometry, items: [], marks: [], isCover: false }
    this.pages.push(page)
    this.#page = page
    return page
  }

  put(piece: Chunk, height = piece.height): void {
    const page = this.#open()
    if (piece.frame !== this.#frame) this.#closeFrame()
    if (piece.frame && this.#frame === null) {
      this.#frame = piece.frame
      this.#frameTop = this.#top
    }
    for (const item of piece.draw(this.#top, height)) page.items.push(item)
    for (const mark of piece.marks) page.marks.push({ ...mark, top: this.#top })
    this.#top += height
  }

  #closeFrame(): void {
    if (this.#frame) this.#page?.items.push({ kind: 'box', x: this.#frame.x, y: this.#frameTop, width: this.#frame.width, height: this.#top - this.#frameTop, lineWidth: frameWidth, isDashed: false })
    this.#frame = null
  }

  finish(): Page[] {
    this.#closeFrame()
    if (this.pages.length === 0) this.#open()
    return this.pages
  }
}

/** What stays together from `start` on: glued chunks with the one after them, the space between them included. */
const groupAt = (flow: readonly Flow[], start: number): Chunk[] => {
  const group: Chunk[] = []
  for (let index = start; index < flow.length; index++) {
    const piece = flow[index]
    if (piece === undefined || isBreak(piece)) break
    group.push(piece)
    const isBetween = piece.isSpace && group.length > 1
    if (!piece.isGlued && !isBetween) break
  }
  return group
}

const heightOf = (pieces: readonly Chunk[]): number => pieces.reduce((sum, piece) => sum + piece.height, 0)
const leastHeightOf = (pieces: readonly Chunk[]): number => pieces.reduce((sum, piece) => sum + piece.minHeight, 0)

/** A head said once is read out once: its repetitions are decoration. */
const asDecoration = (piece: Chunk): Chunk => ({ ...piece, marks: [], draw: (top, height) => piece.draw(top, height).map((item) => ({ ...item, role: undefined })) })

const startPage = (filler: PageFiller, head: readonly Chunk[]): void => {
  filler.newPage()
  for (const piece of head) filler.put(asDecoration(piece))
}

/** Puts one chunk, cut over as many pages as it needs. */
const putSplitting = (filler: PageFiller, piece: Chunk): void => {
  let rest = piece
  while (rest.height > filler.room) {
    const isTall = rest.height > filler.pageHeight * splitShare
    const parts = isTall ? (rest.split?.(filler.room) ?? null) : null
    if (parts) filler.put(parts[0])
    else if (filler.isAtTop || (rest.head.length > 0 && filler.room >= filler.pageHeight - heightOf(rest.head))) break
    startPage(filler, rest.head)
    if (parts) rest = parts[1]
  }
  filler.put(rest)
}

/** A group that stays together: what can be lower makes room for the rest. */
const putGroup = (filler: PageFiller, group: readonly Chunk[]): void => {
  group.forEach((piece, index) => {
    if (piece.isSpace && (filler.isAtTop || piece.height > filler.room)) return
    if (piece.minHeight === piece.height) return putSplitting(filler, piece)
    const height = Math.min(piece.height, filler.room - heightOf(group.slice(index + 1)))
    if (height < piece.minHeight && !filler.isAtTop) startPage(filler, piece.head)
    filler.put(piece, Math.max(piece.minHeight, Math.min(piece.height, filler.room - heightOf(group.slice(index + 1)))))
  })
}

/** Pages the flow: glued chunks stay together where a page can hold them, heads are repeated, space at a page's top is dropped. */
export const paginate = (flow: readonly Flow[], geometry: Geometry): Page[] => {
  const filler = new PageFiller(geometry)
  let index = 0
  while (index < flow.length) {
    const piece = flow[index]
    if (piece !== undefined && isBreak(piece)) {
      if (!filler.isAtTop || piece.geometry !== null) filler.newPage(piece.geometry ?? filler.geometry)
      index++
      continue
    }
    const group = groupAt(flow, index)
    index += group.length
    const head = group[0]?.head ?? []
    const height = leastHeightOf(group)
    const fitsLater = height + heightOf(head) <= filler.pageHeight
    const isSplittable = group.length === 1 && group[0]?.split !== null && height > filler.pageHeight * splitShare
    if (height > filler.room && fitsLater && !isSplittable && !filler.isAtTop) startPage(filler, head)
    putGroup(filler, group)
  }
  return filler.finish()
}
