import { balancedLines } from '#core/documents/balanced-lines.ts'
import { faceFor } from '#core/documents/fonts.ts'
import type { Face, FaceName, Fonts } from '#core/documents/fonts.ts'
import { blankClose, blankOpen, isLatin, tightening } from '#core/documents/kinsoku.ts'
import { breakLines } from '#core/documents/line-breaking.ts'
import type { Line, Sized } from '#core/documents/line-breaking.ts'
import type { Item, Role } from '#core/documents/page.ts'
import type { Align, Inline, Span } from '#shared/documents/document.ts'

export type TextStyle = { face: FaceName; bold: FaceName; size: number; lineHeight: number; /** A title: its lines are about as long as one another. */ isBalanced?: boolean }

/** A page number as it is set: `room` is the number of digits to leave room for, so that a pass never needs less than the one before. */
export type PrintedNumber = { text: string; room: number }

/** Page numbers as known so far. */
export type PageNumbers = { textOf(anchor: string): PrintedNumber }

/** Collects the characters no face has (such a document is refused) and the anchors whose pages were printed. */
export type Shaper = { fonts: Fonts; missing: Set<string>; numbers: PageNumbers; references: Set<string> }

type Glyph = Sized & { face: Face; advance: number; isRuled: boolean; missing?: string }

/** Stands in for a character no face has, in a draft that is refused anyway: the printers' own mark for a missing sort. */
const missingSort = '〓'

/** From the top of the em to the baseline. */
export const emAscent = 0.88

const invisible = /\u200B|\u200C|\u200D|\u2060|\uFEFF|\u00AD|[\uFE00-\uFE0F]|\t|\r/u

const withoutInvisible = (text: string): string => (invisible.test(text) ? text.replaceAll(/\u200B|\u200C|\u200D|\u2060|\uFEFF|\u00AD|[\uFE00-\uFE0F]/gu, '').replaceAll('\t', ' ').replaceAll(/\r\n?/g, '\n') : text)

type GlyphSet = Map<string, Glyph>

/** Glyphs are shared: a document sets the same few thousand characters in a dozen styles hundreds of thousands of times. */
const glyphSets = new WeakMap<Fonts, Map<string, GlyphSet>>()

const glyphSetOf = (fonts: Fonts, wanted: FaceName, size: number, isRuled: boolean): GlyphSet => {
  const sets = glyphSets.get(fonts) ?? new Map<string, GlyphSet>()
  glyphSets.set(fonts, sets)
  const key = `${wanted} ${size} ${isRuled}`
  const set = sets.get(key) ?? new Map<string, Glyph>()
  sets.set(key, set)
  return set
}

const makeGlyph = (fonts: Fonts, character: string, wanted: FaceName, size: number, isRuled: boolean): Glyph => {
  const codePoint = character.codePointAt(0) ?? 0
  const face = faceFor(fonts, wanted, codePoint)
  if (face === null) return { ...makeGlyph(fonts, missingSort, wanted, size, isRuled), missing: character }
  const advance = face.advance(codePoint) * size
  return { character, face, size, advance, width: advance, isRuled }
}

const glyphOf = (shaper: Shaper, set: GlyphSet, character: string, wanted: FaceName, size: number, isRuled: boolean): Glyph => {
  const known = set.get(character)
  const glyph = known ?? makeGlyph(shaper.fonts, character, wanted, size, isRuled)
  if (known === undefined) set.set(character, glyph)
  if (glyph.missing !== undefined) shaper.missing.add(glyph.missing)
  return glyph
}

const blankGlyph = (shaper: Shaper, character: string, width: number, style: TextStyle): Glyph => ({ character, face: shaper.fonts[style.face], size: style.size, advance: 0, width, isRuled: true })

/** A name or number on a rule stays in one piece; a longer text may run on to the next line. */
const maxJoined = 8

/** The number, kept in one piece, with blank room behind it where it was longer in a pass before. */
const pageNumberGlyphs = (shaper: Shaper, anchor: string, span: Span, style: TextStyle): Glyph[] => {
  shaper.references.add(anchor)
  const { text, room } = shaper.numbers.textOf(anchor)
  const face = span.bold ? style.bold : style.face
  const set = glyphSetOf(shaper.fonts, face, style.size, span.underline === true)
  const digits = Array.from(text, (digit, index) => ({ ...glyphOf(shaper, set, digit, face, style.size, span.underline === true), isJoined: index > 0 }))
  const spare = Math.max(0, room - digits.length) * (digits[0]?.width ?? 0)
  return spare === 0 ? digits : [...digits, { ...blankGlyph(shaper, blankClose, spare, style), isRuled: false, isJoined: true }]
}

const spanGlyphs = (shaper: Shaper, span: Span, style: TextStyle): Glyph[] => {
  if (span.pageOf !== undefined) return pageNumberGlyphs(shaper, span.pageOf, span, style)
  const wanted = span.bold ? style.bold : style.face
  const isRuled = span.underline === true || span.blankEm !== undefined
  const set = glyphSetOf(shaper.fonts, wanted, style.size, isRuled)
  const glyphs: Glyph[] = []
  for (const character of withoutInvisible(span.text)) {
    glyphs.push(character === '\n' ? { ...blankGlyph(shaper, '\n', 0, style), isRuled: false } : glyphOf(shaper, set, character, wanted, style.size, isRuled))
  }
  if (span.blankEm === undefined) return glyphs
  const natural = glyphs.reduce((sum, glyph) => sum + glyph.width, 0)
  const pad = Math.max(span.blankEm * style.size - natural, style.size * 0.5) / 2
  const inside = glyphs.length > maxJoined ? glyphs : glyphs.map((glyph, index) => ({ ...glyph, isJoined: index > 0 }))
  return [blankGlyph(shaper, blankOpen, pad, style), ...inside, blankGlyph(shaper, blankClose, pad, style)]
}

const tighten = (glyphs: readonly Glyph[]): Glyph[] =>
  glyphs.map((glyph, index) => {
    const closer = tightening(glyph.character, glyphs[index + 1]?.character)
    return closer === 0 ? glyph : { ...glyph, width: glyph.width - closer * glyph.size }
  })

const hardLines = (glyphs: readonly Glyph[]): Glyph[][] => {
  const lines: Glyph[][] = [[]]
  for (const glyph of glyphs) {
    if (glyph.character === '\n') lines.push([])
    else lines.at(-1)?.push(glyph)
  }
  return lines
}

/** A line ready to be put somewhere: its width is known, its place is not. */
export type SetLine = { height: number; width: number; draw(left: number, top: number, room: number, role?: Role): Item[] }

const isBlank = (glyph: Glyph | undefined): boolean => glyph?.character === blankOpen || glyph?.character === blankClose

/** Words of Latin letters keep their spacing when a line is stretched; the gaps of Chinese characters take the rest. */
const stretchesAfter = (glyph: Glyph, next: Glyph | undefined): boolean => next !== undefined && !(isLatin(glyph.character) && isLatin(next.character)) && !(glyph.character === '—' && next.character === '—')

/** A line that would be stretched more stays ragged: an unbreakable number after it leaves a hole either way. */
const maxStretchEm = 0.25

const stretchOf = (glyphs: readonly Glyph[], slack: number): number => {
  let gaps = 0
  glyphs.forEach((glyph, index) => {
    if (stretchesAfter(glyph, glyphs[index + 1])) gaps++
  })
  const stretch = gaps === 0 ? 0 : slack / gaps
  return stretch > (glyphs[0]?.size ?? 0) * maxStretchEm ? 0 : stretch
}

const drawGlyphs = (glyphs: readonly Glyph[], left: number, baseline: number, stretch: number, role: Role | undefined): Item[] => {
  const items: Item[] = []
  let x = left
  let run = { text: '', x: left, spacing: 0 }
  let ruleFrom: number | null = null
  glyphs.forEach((glyph, index) => {
    const next = glyphs[index + 1]
    if (glyph.isRuled && ruleFrom === null) ruleFrom = x
    const gap = stretchesAfter(glyph, next) ? stretch : 0
    const step = glyph.width + gap
    if (!isBlank(glyph)) {
      if (run.text === '') run = { text: '', x, spacing: gap }
      run.text += glyph.character
      const isUniform = glyph.width === glyph.advance && gap === run.spacing
      const endsHere = next === undefined || isBlank(next) || next.face !== glyph.face || next.size !== glyph.size || !isUniform
      if (endsHere) {
        items.push({ kind: 'text', x: run.x, baseline, text: run.text, face: glyph.face.name, size: glyph.size, spacing: run.spacing, role })
        run = { text: '', x: 0, spacing: 0 }
      }
    }
    x += step
    if (ruleFrom !== null && !(next?.isRuled ?? false)) {
      const y = baseline + glyph.size * 0.22
      items.push({ kind: 'line', x1: ruleFrom, y1: y, x2: x - gap, y2: y, width: 0.6 })
      ruleFrom = null
    }
  })
  return items
}

const offsetFor = (align: Align, slack: number): number => {
  if (align === 'center') return slack / 2
  return align === 'right' ? slack : 0
}

const setLine = (glyphs: readonly Glyph[], line: Line, style: TextStyle, align: Align, indent: number): SetLine => {
  const visible = glyphs.slice(line.start, line.end)
  return {
    height: style.lineHeight,
    width: line.width + indent,
    draw: (left, top, room, role) => {
      const slack = Math.max(0, room - indent - line.width)
      const stretch = align === 'justify' && !line.isLast ? stretchOf(visible, slack) : 0
      const baseline = top + (style.lineHeight - style.size) / 2 + style.size * emAscent
      return drawGlyphs(visible, left + indent + offsetFor(align, slack) - line.outdent, baseline, stretch, role)
    },
  }
}

const emptyLine = (style: TextStyle): SetLine => ({ height: style.lineHeight, width: 0, draw: () => [] })

/** Breaks a text into set lines of `width` points. An empty text is one empty line. */
export const setText = (shaper: Shaper, text: Inline, style: TextStyle, width: number, align: Align, indentEm = 0): SetLine[] => {
  const spans: readonly Span[] = typeof text === 'string' ? [{ text }] : text
  return hardLines(spans.flatMap((span) => spanGlyphs(shaper, span, style))).flatMap((glyphs) => {
    const tightened = tighten(glyphs)
    const indent = indentEm * style.size
    const lines = style.isBalanced === true ? balancedLines(tightened, width) : breakLines(tightened, width, indent)
    if (lines.length === 0) return [emptyLine(style)]
    return lines.map((line, index) => setLine(tightened, line, style, align, index === 0 ? indent : 0))
  })
}

/** Width of a text on one line, in points. */
export const textWidth = (shaper: Shaper, text: string, style: TextStyle): number => tighten(spanGlyphs(shaper, { text }, style)).reduce((sum, glyph) => sum + glyph.width, 0)
