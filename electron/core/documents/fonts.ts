import { accessSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openFont, type Font } from '#core/documents/truetype/font.ts'
import type { Point } from '#shared/documents/scene.ts'

export type FaceName = 'serif' | 'serifBold' | 'sans' | 'sansBold'

/** Files below the fonts directory, which is laid out like node_modules/@expo-google-fonts. TrueType only: CFF embeds 5 times slower. */
export const fontFiles: Record<FaceName, string> = {
  serif: 'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  serifBold: 'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  sans: 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  sansBold: 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
}

export type Face = {
  name: FaceName
  has(codePoint: number): boolean
  /** Advance of a character as a fraction of the em. */
  advance(codePoint: number): number
  /** The contours of a character as polygons, in fractions of the em, y pointing up. */
  outline(codePoint: number): Point[][]
  /** What pdfkit embeds. */
  embeddable(): Embeddable
  /** The whole font file. */
  file(): Uint8Array
}

/** Four faces, parsed once and shared by every document. */
export type Fonts = Record<FaceName, Face>

type Glyph = { id: number; advanceWidth: number; codePoints: number[] }
type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }

/** What pdfkit takes for a font; its layout only maps characters to glyphs: shaping of every single one costs more than all the rest of a document and Chinese needs none of it. */
export type Embeddable = Font & { getGlyph(id: number): Glyph; layout(text: string): { glyphs: Glyph[]; positions: Position[]; advanceWidth: number } }

const embeddable = (font: Font): Embeddable => ({
  ...font,
  getGlyph: (id) => ({ id, advanceWidth: font.advanceOf(id), codePoints: [] }),
  layout: (text) => {
    const glyphs = Array.from(text, (character): Glyph => {
      const codePoint = character.codePointAt(0) ?? 0
      const id = font.glyphFor(codePoint)
      return { id, advanceWidth: font.advanceOf(id), codePoints: [codePoint] }
    })
    const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }))
    return { glyphs, positions, advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) }
  },
})

/** Opened when its first character is asked for: a document that needs two faces opens two. */
const openFace = (name: FaceName, path: string): Face => {
  let opened: Font | null = null
  const font = (): Font => (opened ??= openFont(path))
  return {
    name,
    has: (codePoint) => font().glyphFor(codePoint) !== 0,
    advance: (codePoint) => font().advanceOf(font().glyphFor(codePoint)) / font().unitsPerEm,
    outline: (codePoint) => font().polygonsOf(font().glyphFor(codePoint)),
    embeddable: () => embeddable(font()),
    file: () => readFileSync(path),
  }
}

/** The four faces. Throws when a file is missing: the program is incomplete then. */
export const openFonts = (fontsDirectory: string): Fonts => {
  const open = (name: FaceName): Face => {
    const path = join(fontsDirectory, fontFiles[name])
    accessSync(path)
    return openFace(name, path)
  }
  return { serif: open('serif'), serifBold: open('serifBold'), sans: open('sans'), sansBold: open('sansBold') }
}

const fallbacks: Record<FaceName, readonly FaceName[]> = {
  serif: ['serif', 'sans'],
  serifBold: ['serifBold', 'sansBold', 'serif', 'sans'],
  sans: ['sans', 'serif'],
  sansBold: ['sansBold', 'serifBold', 'sans', 'serif'],
}

/** The face that has the character: the wanted one, else a relative; null when no face has it. */
export const faceFor = (fonts: Fonts, wanted: FaceName, codePoint: number): Face | null => {
  const name = fallbacks[wanted].find((candidate) => fonts[candidate].has(codePoint))
  return name === undefined ? null : fonts[name]
}
