import { characterMap } from '#core/documents/truetype/character-map.ts'
import { openFontFile, tableOf, viewOf } from '#core/documents/truetype/font-file.ts'
import { polygonsOf } from '#core/documents/truetype/outline.ts'
import { createSubset, type FontSubset } from '#core/documents/truetype/subset.ts'
import type { Point } from '#shared/documents/scene.ts'

type Box = { minX: number; minY: number; maxX: number; maxY: number }

/** A TrueType face; lengths in its own units, of which `unitsPerEm` make an em. The names are those pdfkit asks for. */
export type Font = {
  postscriptName: string
  unitsPerEm: number
  ascent: number
  descent: number
  lineGap: number
  xHeight: number
  capHeight: number
  italicAngle: number
  bbox: Box
  post: { isFixedPitch: boolean }
  head: { macStyle: { italic: boolean } }
  'OS/2': { sFamilyClass: number }
  /** 0 is the missing glyph. */
  glyphFor(codePoint: number): number
  advanceOf(glyph: number): number
  /** Contours of a glyph as polygons, in fractions of the em, y pointing up. */
  polygonsOf(glyph: number): Point[][]
  createSubset(): FontSubset
}

const postscriptId = 6
const windows = 3

/** The PostScript name as Windows reads it, in UTF-16. */
const postscriptNameOf = (name: Uint8Array): string => {
  const view = viewOf(name)
  const strings = view.getUint16(4)
  for (let record = 6; record < 6 + view.getUint16(2) * 12; record += 12) {
    if (view.getUint16(record) !== windows || view.getUint16(record + 6) !== postscriptId) continue
    const start = strings + view.getUint16(record + 10)
    return Buffer.from(name.slice(start, start + view.getUint16(record + 8))).swap16().toString('utf16le')
  }
  throw new Error('the font has no PostScript name')
}

/** Opens a face. Throws when the file is no complete TrueType font. */
export const openFont = (path: string): Font => {
  const file = openFontFile(path)
  const view = (tag: string): DataView => viewOf(tableOf(file.tables, tag))
  const [head, hhea, post, os2, hmtx] = [view('head'), view('hhea'), view('post'), view('OS/2'), view('hmtx')] as const
  const unitsPerEm = head.getUint16(18)
  const lastAdvance = hhea.getUint16(34) - 1
  return {
    postscriptName: postscriptNameOf(tableOf(file.tables, 'name')),
    unitsPerEm,
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    lineGap: hhea.getInt16(8),
    xHeight: os2.getInt16(86),
    capHeight: os2.getInt16(88),
    italicAngle: post.getInt32(4) / 65536,
    bbox: { minX: head.getInt16(36), minY: head.getInt16(38), maxX: head.getInt16(40), maxY: head.getInt16(42) },
    post: { isFixedPitch: post.getUint32(12) !== 0 },
    head: { macStyle: { italic: (head.getUint16(44) & 2) !== 0 } },
    'OS/2': { sFamilyClass: os2.getInt16(30) },
    glyphFor: characterMap(tableOf(file.tables, 'cmap')),
    advanceOf: (glyph) => hmtx.getUint16(Math.min(glyph, lastAdvance) * 4),
    polygonsOf: (glyph) => polygonsOf(file.outlines([glyph])[0] ?? new Uint8Array(0), unitsPerEm),
    createSubset: () => createSubset(file),
  }
}
