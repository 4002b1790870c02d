/** The part of fontkit 2.0.4 the documents use; the package ships no types. */
declare module 'fontkit' {
  export type FontkitGlyph = { id: number; advanceWidth: number; codePoints: number[] }
  export type FontkitPath = { commands: { command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'; args: number[] }[] }
  export type FontkitFont = {
    postscriptName: string
    unitsPerEm: number
    numGlyphs: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): FontkitGlyph
    getGlyph(id: number, codePoints?: number[]): FontkitGlyph & { path: FontkitPath }
    createSubset(): object
  }
  export function create(data: Uint8Array, postscriptName?: string): FontkitFont
}
