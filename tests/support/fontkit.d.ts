/** The part of fontkit 2.0.4 the tests read fonts with, beside our own reader; the package ships no types. */
declare module 'fontkit' {
  type Box = { minX: number; minY: number; maxX: number; maxY: number }
  type FontkitPath = { bbox: Box; commands: { command: string; args: number[] }[] }
  export type FontkitFont = {
    postscriptName: string
    unitsPerEm: number
    numGlyphs: number
    ascent: number
    descent: number
    lineGap: number
    xHeight: number
    capHeight: number
    italicAngle: number
    bbox: Box
    glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number }
    getGlyph(id: number): { advanceWidth: number; path: FontkitPath }
  }
  export function create(data: Uint8Array, postscriptName?: string): FontkitFont
}
