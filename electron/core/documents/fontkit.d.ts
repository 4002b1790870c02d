/** The part of fontkit 2.0.4 the documents use; the package ships no types. */
declare module 'fontkit' {
  export type FontkitGlyph = { id: number; advanceWidth: number; codePoints: number[] }
  export type FontkitFont = {
    postscriptName: string
    unitsPerEm: number
    numGlyphs: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): FontkitGlyph
    getGlyph(id: number, codePoints?: number[]): FontkitGlyph
    createSubset(): object
  }
  export function create(data: Uint8Array, postscriptName?: string): FontkitFont
}
