import { accessSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'fontkit'
import type { FontkitFont, FontkitGlyph, FontkitPath } from 'fontkit'
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
  /** What pdfkit embeds: the font itself, with a layout that only maps characters to glyphs. */
  embeddable(): Uint8Array
}

/** Four faces, parsed once and shared by every document. */
export type Fonts = Record<FaceName, Face>

type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }
type GlyphRun = { glyphs: FontkitGlyph[]; positions: Position[]; advanceWidth: number }

/** Shaping of every single character costs more than all the rest of a document and Chinese needs none of it. */
const plainLayout = (glyphOf: (codePoint: number) => FontkitGlyph) => (text: string): GlyphRun => {
  const glyphs = Array.from(text).map((character) => glyphOf(character.codePointAt(0) ?? 0))
  const positions = glyphs.map((glyph) => ({ xAdvance: glyph.advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }))
  return { glyphs, positions, advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) }
}

const curveSteps = 6

/** The outline with its curves (all quadratic in TrueType) cut into short lines. */
const polygons = ({ commands }: FontkitPath, unitsPerEm: number): Point[][] => {
  const contours: Point[][] = []
  for (const { command, args } of commands) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = args.map((value) => value / unitsPerEm)
    const contour = contours.at(-1)
    if (command === 'moveTo') contours.push([[x1, y1]])
    if (command === 'lineTo') contour?.push([x1, y1])
    if (command !== 'quadraticCurveTo') continue
    const [x0, y0] = contour?.at(-1) ?? [x1, y1]
    for (let step = 1; step <= curveSteps; step++) {
      const t = step / curveSteps
      contour?.push([(1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t * t * x2, (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t * t * y2])
    }
  }
  return contours
}

/** Opened when its first character is asked for: a document that needs two faces reads two files of 10 to 15 MB, not four. */
const openFace = (name: FaceName, path: string): Face => {
  let opened: { font: FontkitFont; unitsPerEm: number; embeddable: Uint8Array } | null = null
  const glyphs = new Map<number, FontkitGlyph>()
  const glyphOf = (codePoint: number): FontkitGlyph => {
    const known = glyphs.get(codePoint)
    if (known) return known
    const { id, advanceWidth } = face().font.glyphForCodePoint(codePoint)
    const glyph = { id, advanceWidth, codePoints: [codePoint] }
    glyphs.set(codePoint, glyph)
    return glyph
  }
  const face = (): NonNullable<typeof opened> => {
    if (opened) return opened
    const font = create(readFileSync(path))
    // pdfkit takes any object with a layout; a child object leaves the font itself untouched. createSubset must see the real font.
    const embeddable = Object.assign(Object.create(font), { layout: plainLayout(glyphOf), createSubset: () => font.createSubset() })
    opened = { font, unitsPerEm: font.unitsPerEm, embeddable }
    return opened
  }
  return {
    name,
    has: (codePoint) => face().font.hasGlyphForCodePoint(codePoint),
    advance: (codePoint) => glyphOf(codePoint).advanceWidth / face().unitsPerEm,
    outline: (codePoint) => polygons(face().font.getGlyph(glyphOf(codePoint).id).path, face().unitsPerEm),
    embeddable: () => face().embeddable,
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
